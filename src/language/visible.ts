/** Controls, direction marks and overrides, zero-width characters and line separators: in a label they hide or reorder what stands beside them. */
// eslint-disable-next-line no-control-regex -- control characters are what is made visible
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

/**
 * The one escape for labels, messages and other plain text of one line: what cannot be seen is shown as its escape (`\u202e`), and a long text is cut.
 * `limit` counts UTF-16 units.
 */
export function visible(text: string, limit = 300): string {
  const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return cut.replace(HIDDEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
