import type { Bilingual } from './bilingual';
import text from 'knowledge:effects';

/** A sentence on what an event did, with the request's parameters in braces. */
export interface Effect extends Bilingual {
  /** A list of which every element is said. */
  readonly each?: string;
  /** Values, in lower case, that parameters must have. */
  readonly when?: Readonly<Record<string, string>>;
}

/** A parameter in a sentence. */
export interface Placeholder {
  /** Names of which the first that is there counts. */
  readonly names: readonly string[];
  /** It stands in the response. */
  readonly isResponse: boolean;
  /** It stands outside of the list of `each`. */
  readonly isOuter: boolean;
}

type Data = Readonly<Record<string, Readonly<Record<string, readonly Effect[] | undefined>> | undefined>>;

let data: Data | undefined;

/** The sentences on what an event did, the more special ones first; empty where nothing can be said. */
export function effectsOf(service: string, name: string): readonly Effect[] {
  data ??= JSON.parse(text) as Data;
  return data[service]?.[name] ?? [];
}

/** A sentence in pieces: words, and parameters between them. */
export function piecesOf(sentence: string): readonly (string | Placeholder)[] {
  return sentence.split(/(\{[^}]*\})/).map((piece) => {
    const [, mark = '', names] = /^\{(\^|response:)?(.*)\}$/.exec(piece) ?? [];
    return names === undefined ? piece : { names: names.split('|'), isResponse: mark === 'response:', isOuter: mark === '^' };
  });
}
