/** How many of the last units or bytes a hash is over. */
export const GRAM = 4;
export const ROLLED_BITS = 20;
const MASK = (1 << ROLLED_BITS) - 1;
/** A unit moves the others this far up, so that after four more none is left of it. */
const UNIT_BITS = ROLLED_BITS / GRAM;

/** A hash of the last four units, folded: `before` with one more of them. */
export function rolled(before: number, unit: number): number {
  return ((before << UNIT_BITS) ^ unit) & MASK;
}
