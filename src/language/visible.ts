/** Controls, direction marks and overrides, zero-width, tag and filler characters, line separators, halves of pairs: they hide or reorder what stands beside them. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\u115f\u1160\u3164\uffa0]/gu;
const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return SHORT[character] ?? units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

/** The text with each character that cannot be seen shown as its escape (`\u202e`), except those that `kept` names. */
export function revealed(text: string, kept = ''): string {
  return text.replace(HIDDEN, (character) => (kept.includes(character) ? character : escaped(character)));
}

/**
 * The one escape for labels, messages and other plain text of one line: what cannot be seen is shown as its escape (`\u202e`), and a long text is cut.
 * `limit` counts UTF-16 units.
 */
export function visible(text: string, limit = 300): string {
  return revealed(shortened(text, limit));
}

/** The beginning of a long text; half a surrogate pair at its end is left out. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
  return `${text.slice(0, end)}…`;
}
