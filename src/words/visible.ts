import { HIDDEN, jsonEscape } from '../escapes/hidden';

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  return SHORT[character] ?? jsonEscape(character);
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
