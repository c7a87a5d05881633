import { upTo } from './level';
import { STEP, type Steps } from '../steps';

/** The numbers of events in the order of their groups; within an innermost group as they are. */
export function* nested(count: number, codes: readonly Uint32Array[]): Steps<Uint32Array> {
  let order = upTo(count);
  for (let by = codes.length - 1; by >= 0; by--) order = yield* countingSort(order, codes[by] as Uint32Array);
  return order;
}

/** Sorts numbers by their codes; those of equal code keep their order. */
function* countingSort(order: Uint32Array, codes: Uint32Array): Steps<Uint32Array> {
  let largest = 0;
  for (let at = 0; at < order.length; at++) {
    if ((at & (STEP - 1)) === 0) yield;
    largest = Math.max(largest, codes[order[at] as number] as number);
  }
  const places = new Uint32Array(largest + 2);
  for (let at = 0; at < order.length; at++) {
    if ((at & (STEP - 1)) === 0) yield;
    const code = codes[order[at] as number] as number;
    places[code + 1] = (places[code + 1] as number) + 1;
  }
  for (let code = 1; code < places.length; code++) {
    if ((code & (STEP - 1)) === 0) yield;
    places[code] = (places[code] as number) + (places[code - 1] as number);
  }
  const sorted = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    if ((at & (STEP - 1)) === 0) yield;
    const number = order[at] as number;
    const code = codes[number] as number;
    const place = places[code] as number;
    places[code] = place + 1;
    sorted[place] = number;
  }
  return sorted;
}
