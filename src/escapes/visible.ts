/**
 * Characters that are in a text without being seen in it, or that an editor stumbles over: DEL and C1 controls, zero width space,
 * direction marks and overrides, line and paragraph separator, byte order mark. U+200C and U+200D stay: scripts and emoji need them.
 */
const UNSEEN = /[\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g;

/** Half a surrogate pair: it cannot be stored in a file, so only its escape survives. */
const LONE_SURROGATE = /\p{Surrogate}+/gu;

/**
 * Chooses how decoded string tokens are written. Lone surrogates are always escaped. Unseen characters stay as they are when the source
 * has such characters raw, and otherwise get back the escape that they came from: decoding must not plant them in a document.
 */
export function visibleIn(source: string): (token: string) => string {
  if (source.search(UNSEEN) >= 0) return (token) => token.replace(LONE_SURROGATE, escaped);
  return (token) => token.replace(LONE_SURROGATE, escaped).replace(UNSEEN, escaped);
}

/** A whole run at once: a callback for each of a million characters is slow. */
function escaped(run: string): string {
  const units = Array.from({ length: run.length }, (_, index) => run.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
