import { type Casing, casingOf } from '../knowledge/casing';
import { type Field, type JsonType } from '../knowledge/field';
import { fieldAt } from '../knowledge/fields';
import { nearMiss } from '../knowledge/nearMiss';
import { MAX_REMEMBERED } from './limits';

/** The objects of an event whose members are the same in every event. */
export const enum Place {
  Event,
  Identity,
  SessionContext,
  Attributes,
  /** Objects whose members each service chooses. */
  Open,
}

const PATHS: Readonly<Record<Exclude<Place, Place.Open>, readonly string[]>> = {
  [Place.Event]: [],
  [Place.Identity]: ['userIdentity'],
  [Place.SessionContext]: ['userIdentity', 'sessionContext'],
  [Place.Attributes]: ['userIdentity', 'sessionContext', 'attributes'],
};

/** What is known of a key at a place. */
export interface Name {
  readonly text: string;
  /** A number for each distinct key of an event, so that two are compared at once. */
  readonly number: number;
  readonly field: Field | undefined;
  readonly types: ReadonlySet<JsonType> | undefined;
  readonly casing: Casing;
  /** The field's name in the casing of this key, where this key nearly is it. */
  readonly suggestion: string | undefined;
}

const SLOTS = 1 << 12;

/** The names of keys, each looked up once: the keys of a log repeat in every event. */
export class Names {
  private readonly slots: Name[][] = Array.from({ length: SLOTS }, () => []);
  private count = 0;

  constructor(private readonly place: Exclude<Place, Place.Open>) {}

  /** The name between two offsets (quotes not included). */
  at(text: string, start: number, end: number): Name {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    const slot = this.slots[(hash ^ (hash >>> 12)) & (SLOTS - 1)] as Name[];
    for (const name of slot) if (name.text.length === end - start && text.startsWith(name.text, start)) return name;
    const name = this.describe(` ${text.slice(start, end)}`.slice(1));
    if (this.count++ < MAX_REMEMBERED) slot.push(name);
    return name;
  }

  private describe(text: string): Name {
    const path = PATHS[this.place];
    const field = fieldAt([...path, text]);
    const known = field !== undefined && field.path.length === path.length + 1 ? field : undefined;
    return {
      text,
      number: this.count,
      field: known,
      types: known === undefined ? undefined : new Set(known.types),
      casing: casingOf(text),
      suggestion: known === undefined ? nearMiss(text, { path }) : undefined,
    };
  }
}
