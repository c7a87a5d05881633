/**
 * Controls, direction marks and overrides, zero-width, tag and filler characters, line separators, halves of pairs: a terminal acts on them, or they
 * hide or reorder what stands beside them. For `replace`, `search` and `match` only, for it keeps a place.
 */
export const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\u115f\u1160\u3164\uffa0]/gu;

/** Whether a text holds what cannot be seen. */
export function hasHidden(text: string): boolean {
  return text.search(HIDDEN) >= 0;
}

/** The text with what cannot be seen as JSON escapes (`\u202e`), a pair as two: right inside of a JSON string, and a reader's view outside of it. */
export function withoutHidden(text: string): string {
  return text.replace(HIDDEN, jsonEscape);
}

/** The JSON escapes of the units of a character. */
export function jsonEscape(character: string): string {
  return Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
    '',
  );
}
