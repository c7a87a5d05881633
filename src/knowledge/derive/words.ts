/** Longer names are cut before they are read: no operation of the cloud has half as many letters. */
const MAX_NAME = 160;

// An acronym with a plural s (ACLs, VPCs), an acronym before a word (DB|Instance), a word, an acronym, digits, other scripts.
const WORD = /\p{Lu}{2,}s(?![\p{Ll}])|\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+|[\p{Lo}\p{Lm}\p{Lt}\p{M}]+/gu;

/** The same for what most names are made of, several times as fast. */
const PLAIN_NAME = /^[A-Za-z][A-Za-z0-9]*$/;
const PLAIN_WORD = /[A-Z]{2,}s(?![a-z])|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+/g;

/** A word of a name. */
export interface Word {
  /** As it is written. */
  readonly text: string;
  /** In lower case. */
  readonly small: string;
}

/** The words of a name in camel case, snake_case, kebab-case or with a product before it (`ecs:StopInstance`). */
export function wordsOf(name: string): readonly string[] {
  const short = name.slice(0, MAX_NAME);
  if (PLAIN_NAME.test(short)) return short.match(PLAIN_WORD) ?? [];
  const action = short.slice(Math.max(short.lastIndexOf(':'), short.lastIndexOf('/')) + 1);
  return (/[\p{L}\p{N}]/u.test(action) ? action : short).match(WORD) ?? [];
}

/** The same, with their lower case. */
export function readWords(name: string): readonly Word[] {
  return wordsOf(name).map((text) => ({ text, small: text.toLowerCase() }));
}

/** A run of words that no glossary knows, as it was written, with spaces between what are words. */
export function spaced(words: readonly Word[]): string {
  let joined = '';
  let glue = true;
  for (const { text } of words) {
    const isNumber = /^\p{N}/u.test(text);
    joined += joined === '' || glue || isNumber ? text : ` ${text}`;
    glue = text.length === 1 && !isNumber;
  }
  return joined;
}
