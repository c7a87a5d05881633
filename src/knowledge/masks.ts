/** Three asterisks or more: the vendor's documents and the product itself write masks so (facts 3, "masks"). */
const STARS = /\*{3,}/;
/** Two asterisks that are a whole part of an address or id: `100.**.***.69` (facts 1.1, sourceIpAddress), `12 ** 34`. */
const STAR_PART = /(?:^|[.:/_\s-])\*\*(?=$|[.:/_\s-])/;
/** Asterisks that stand apart: `175 * * * 657`. */
const APART = /\*\s+\*\s+\*/;
/** Four or more x in a row, of one case: `1187xxxxxxxx4544`, `vsw-xxxxx` (facts 3, "masks"). */
const EXES = /x{4,}|X{4,}/;
/** Two or three x that are a whole part: `192.168.XX.XX`, `100.xx.xx.76` (facts 1.1, sourceIpAddress); `sg-xxx`. */
const EX_PART = /(?:^|[.:\s])(?:x{2,3}|X{2,3})(?=$|[.:\s])|-(?:xxx|XXX)$/;
/** An id that was cut short by hand: `LTAI5t...`, `a1b2c3d4-...`. */
const CUT = /^[\w.-]*[\w-](?:\.{3}|…)$/;

/**
 * Whether a value was masked, wholly or in part, before it came here: its characters are then no longer the real ones, and no
 * format can be asked of it. A single `*` is no mask: `apiVersion` and policies use it (facts 1.1). Source: facts 3, "masks".
 */
export function isMasked(text: string): boolean {
  return STARS.test(text) || APART.test(text) || STAR_PART.test(text) || EXES.test(text) || EX_PART.test(text) || CUT.test(text);
}
