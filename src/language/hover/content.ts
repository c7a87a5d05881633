import { type Bilingual, type Language } from '../../knowledge/bilingual';

/** A piece of a line: our words, our words in bold or with an address of ours behind them, or a value of the log. */
export type Piece =
  string | { readonly strong: string } | { readonly code: string } | { readonly link: string; readonly to: string };
export type Line = readonly Piece[];
/** A paragraph, or a list. */
export type Paragraph = Line | { readonly list: readonly Line[] };

/** What a hover says, before it becomes Markdown: no `vscode` in it, so that tests read it as it is. */
export interface Explanation {
  /** Said in every language that the reader wants; what the first one has said of names, types and numbers need not be said again. */
  readonly say: (language: Language, isFirst: boolean) => readonly Paragraph[];
  /** Said once, in the reader's first language: numbers and sources. */
  readonly once?: (language: Language) => readonly Paragraph[];
}

export const strong = (text: string): Piece => ({ strong: text });
export const code = (text: string): Piece => ({ code: text });

export function isList(paragraph: Paragraph): paragraph is { readonly list: readonly Line[] } {
  return 'list' in paragraph;
}

/** Pieces with separators between them; empty ones are left out. */
export function joined(lines: readonly (Line | undefined)[], separator: string): Line {
  return lines.flatMap((line, index) => (line === undefined ? [] : index === 0 ? line : [separator, ...line]));
}

/** A short meaning in bold, and below it, once, the value with a word on what it is. */
export function named(meaning: Bilingual, value: string, what: Bilingual): Explanation {
  return {
    say: (language, isFirst) =>
      isFirst
        ? [[strong(meaning[language])], [code(value), ' · ', what[language]]]
        : [[strong(meaning[language]), ' · ', what[language]]],
  };
}

/** A value, once, and below it a sentence on it. */
export function described(value: string, meaning: Bilingual, key = ''): Explanation {
  const title: Line = key === '' ? [code(value)] : [code(value), ' · ', code(key)];
  return { say: (language, isFirst) => [...(isFirst && value !== '' ? [title] : []), [meaning[language]]] };
}
