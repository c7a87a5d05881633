import { type BlockSource } from './blockSource';
import { SEGMENT, SEGMENT_SEARCH } from './limits';

/** A line that begins with an object, with the end of the line before it. */
const LINE_START = '\n{';

/**
 * Where a log may be divided: the line ends before lines that begin with an object, about every `length` units from `from` on. Whether records end there
 * is not known before what stands before has been read. Only of byte text.
 */
export function bordersOf(source: BlockSource, from: number, to: number, length = SEGMENT): readonly number[] {
  const borders: number[] = [];
  for (let at = from + length; at < to; at = (borders.at(-1) ?? at) + length) {
    const found = source.scanText(at, Math.min(to, at + SEGMENT_SEARCH)).indexOf(LINE_START);
    // Lines as long as that, or none that begin so: it is not worth looking on.
    if (found < 0) break;
    borders.push(at + found);
  }
  return borders;
}

/** What stands between two records. */
const GAP = /^[\s,]*$/;

/** Whether nothing but a gap stands between two offsets: a scan that has come to the first may go on at the second. */
export function isGap(source: BlockSource, from: number, to: number): boolean {
  return to - from <= SEGMENT_SEARCH && GAP.test(source.scanText(from, to));
}
