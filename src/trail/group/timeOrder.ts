import { mergeSort } from '../mergeSort';
import { Flag } from '../scan/row';
import { STEP, type Steps } from '../steps';
import { type Trail } from '../trail';
import { upTo } from './level';

const known = new WeakMap<Trail, { readonly version: number; readonly order: Uint32Array }>();

/**
 * The rows of the events that have been scanned so far in the order of time, those without one at the end; in steps, undefined where rows went away
 * meanwhile. It is kept until the trail changes: whoever groups or filters anew does not sort anew.
 */
export function* timeOrder(trail: Trail): Steps<Uint32Array | undefined> {
  const { version, rows } = trail;
  const before = known.get(trail);
  if (before?.version === version) return before.order;
  const { size } = rows;
  const events = new Uint32Array(size);
  const times = new Float64Array(size);
  let count = 0;
  for (let row = 0; row < size; row++) {
    if (row % STEP === 0) {
      yield;
      if (rows.size < size) return undefined;
    }
    if ((rows.flags(row) & Flag.Event) === 0) continue;
    const time = rows.time(row);
    times[count] = Number.isNaN(time) ? Infinity : time;
    events[count++] = row;
  }
  const order = yield* mergeSort(upTo(count), (a, b) => (times[a] as number) > (times[b] as number));
  for (let at = 0; at < count; at++) {
    if (at % STEP === 0) yield;
    order[at] = events[order[at] as number] as number;
  }
  known.set(trail, { version, order });
  return order;
}
