/** Longer names are cut before they are read: no operation of the cloud has half as many letters. */
const MAX_NAME = 160;

// An acronym with a plural s (ACLs, VPCs), an acronym before a word (DB|Instance), a word, an acronym, digits, other scripts.
const WORD = /\p{Lu}{2,}s(?![\p{Ll}])|\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+|[\p{Lo}\p{Lm}\p{Lt}\p{M}]+/gu;

/** The words of a name in camel case, snake_case, kebab-case or with a product before it (`ecs:StopInstance`). */
export function wordsOf(name: string): readonly string[] {
  const short = name.slice(0, MAX_NAME);
  const action = short.slice(Math.max(short.lastIndexOf(':'), short.lastIndexOf('/')) + 1);
  return (/[\p{L}\p{N}]/u.test(action) ? action : short).match(WORD) ?? [];
}

/** A run of words that no glossary knows, as it was written, with spaces between what are words. */
export function spaced(words: readonly string[]): string {
  let text = '';
  let glue = true;
  for (const word of words) {
    const short = word.length === 1 || /^\p{N}/u.test(word);
    text += text === '' || glue || /^\p{N}/u.test(word) ? word : ` ${word}`;
    glue = short && !/^\p{N}/u.test(word);
  }
  return text;
}
