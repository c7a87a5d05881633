import { edits } from './nearMiss';

/** Shorter values differ by too little to prove anything. */
const SHORTEST = 4;
/** From this length on two mistakes are allowed. */
const LONG = 8;

const plain = (value: string): string => value.toLowerCase().replaceAll(/[_\-\s]/g, '');

/**
 * The one of some known values that a value is a misspelling of (`ram_user`, `Wirte`); undefined where it is one of them without regard to case, is near
 * to none or to several, or differs only at its end or in a digit, as another valid value may (`cn-beijing-1`, `Polardbx`).
 */
export function nearValue(value: string, known: readonly string[]): string | undefined {
  const lower = value.toLowerCase();
  if (value.length < SHORTEST || known.some((one) => one.toLowerCase() === lower)) return undefined;
  const bare = plain(value);
  const same = known.find((one) => plain(one) === bare);
  if (same !== undefined) return same;
  const farthest = bare.length >= LONG ? 2 : 1;
  let best: string | undefined;
  let least = farthest + 1;
  for (const one of known) {
    if (Math.abs(one.length - value.length) > 2) continue;
    const other = plain(one);
    const distance = edits(bare, other);
    if (distance > farthest || distance > least) continue;
    best = distance === least ? undefined : one;
    least = distance;
  }
  return best === undefined || mayBeAnother(bare, plain(best)) ? undefined : best;
}

/** Whether two names may both be right: one goes on where the other ends, or they differ in a number. */
export function mayBeAnother(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a) || a.replace(/\d/g, '') === b.replace(/\d/g, '');
}
