// A small random number generator with a seed (mulberry32): the samples are the same bytes on every machine.

export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (low, high) => low + Math.floor(next() * (high - low + 1));
  const text = (alphabet, length) => Array.from({ length }, () => alphabet[integer(0, alphabet.length - 1)]).join('');
  return {
    next,
    integer,
    chance: (share) => next() < share,
    pick: (list) => list[integer(0, list.length - 1)],
    /** `pairs` are [item, weight]. */
    weighted(pairs) {
      let left = next() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
      return (pairs.find(([, weight]) => (left -= weight) < 0) ?? pairs[pairs.length - 1])[0];
    },
    hex: (length) => text('0123456789ABCDEF', length),
    digits: (length) => text('123456789', length),
    guid: () => [8, 4, 4, 4, 12].map((length) => text('0123456789ABCDEF', length)).join('-'),
  };
}
