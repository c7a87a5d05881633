import { STEP, type Steps } from './steps';

/** Whether the first of two items belongs behind the second. */
export type Behind = (a: number, b: number) => boolean;

/** Sorts items in steps, keeping equal ones in their order. Runs that are in order already, also the wrong way round, cost nothing: logs are mostly sorted. */
export function* mergeSort(items: Uint32Array, behind: Behind): Steps<Uint32Array> {
  let bounds = yield* runsOf(items, behind);
  let from = items;
  let to = bounds.length > 2 ? new Uint32Array(items.length) : items;
  while (bounds.length > 2) {
    const merged = [0];
    let untilYield = STEP;
    for (let run = 0; run + 1 < bounds.length; run += 2) {
      const middle = bounds[run + 1] as number;
      const end = bounds[run + 2] ?? middle;
      let left = bounds[run] as number;
      let right = middle;
      for (let at = left; at < end; at++) {
        const takeRight = right < end && (left >= middle || behind(from[left] as number, from[right] as number));
        to[at] = from[takeRight ? right++ : left++] as number;
        if (--untilYield === 0) {
          untilYield = STEP;
          yield;
        }
      }
      merged.push(end);
    }
    [from, to] = [to, from];
    bounds = merged;
  }
  return from;
}

/** The bounds of the runs in which items stand in order; runs the other way round are reversed. */
function* runsOf(items: Uint32Array, behind: Behind): Steps<number[]> {
  const bounds = [0];
  for (let start = 0; start < items.length;) {
    let end = start + 1;
    if (end < items.length && behind(items[start] as number, items[end] as number)) {
      while (end < items.length && behind(items[end - 1] as number, items[end] as number)) {
        if ((++end & (STEP - 1)) === 0) yield;
      }
      items.subarray(start, end).reverse();
    } else {
      while (end < items.length && !behind(items[end - 1] as number, items[end] as number)) {
        if ((++end & (STEP - 1)) === 0) yield;
      }
    }
    bounds.push(end);
    start = end;
    // Many short runs take as long as few long ones.
    if ((bounds.length & (STEP / 4 - 1)) === 0) yield;
  }
  return bounds;
}
