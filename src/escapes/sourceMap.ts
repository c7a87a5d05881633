import { decodeInside, isQuoted } from './decode';
import { sequenceLength } from './sequence';

/** A decoded literal whose places can be found again in the source. */
export interface MappedValue {
  readonly value: string;
  /** UTF-16 offset in the value → offset in the literal (its opening quote is at 0); the value's end maps to the closing quote. */
  readonly toSource: (offset: number) => number;
}

/** Decodes a literal once and keeps where each part came from; undefined when it is no sound JSON string. */
export function decodeWithMap(literal: string): MappedValue | undefined {
  if (!isQuoted(literal)) return undefined;
  const inside = literal.slice(1, -1);
  const value = decodeInside(inside);
  if (typeof value !== 'string') return undefined;
  let toInside: ((offset: number) => number) | undefined;
  return { value, toSource: (offset) => 1 + (toInside ??= insideMap(inside))(offset) };
}

/**
 * The map of one decode: UTF-16 offset in the decoded text → offset in the escaped one. Piecewise: between two escapes both run
 * alike, so one pair an escape is kept and searched by halves. Offsets outside are brought to the nearest end.
 */
export function insideMap(inside: string): (offset: number) => number {
  const decoded: number[] = [];
  const escaped: number[] = [];
  let saved = 0;
  for (let at = inside.indexOf('\\'); at >= 0; at = inside.indexOf('\\', escaped.at(-1))) {
    const length = sequenceLength(inside, at) || 1;
    saved += length - 1;
    escaped.push(at + length);
    decoded.push(at + length - saved);
  }
  return (offset) => {
    const wanted = Math.max(0, offset);
    const index = lastAtMost(decoded, wanted);
    const source = index < 0 ? wanted : (escaped[index] ?? 0) + wanted - (decoded[index] ?? 0);
    return Math.min(source, inside.length);
  };
}

/** The same for one offset, without keeping anything: reads the text once, up to the place. */
export function insideOffset(inside: string, offset: number): number {
  let saved = 0;
  for (let at = inside.indexOf('\\'); at >= 0 && at - saved < offset; at = inside.indexOf('\\', at)) {
    const length = sequenceLength(inside, at) || 1;
    saved += length - 1;
    at += length;
  }
  return Math.min(offset + saved, inside.length);
}

/** Index of the last entry that is not above `limit`, -1 when there is none; `sorted` is ascending. */
export function lastAtMost(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
