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
  if (source.search(UNSEEN) >= 0) return storable;
  return (token) => storable(token).replace(UNSEEN, escaped);
}

/** JSON.stringify writes the halves as escapes, a whole run of them at once. */
function storable(token: string): string {
  return token.replace(LONE_SURROGATE, (run) => JSON.stringify(run).slice(1, -1));
}

function escaped(run: string): string {
  let text = '';
  for (let at = 0; at < run.length; at++) text += `\\u${run.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return text;
}
