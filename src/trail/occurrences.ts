import { Column, Flag } from './row';
import { type Trail } from './trail';

/** One of the events of a name. */
export interface Occurrence {
  readonly row: number;
  /** Its place among all of them, from 1. */
  readonly place: number;
  readonly count: number;
}

/**
 * The nearest event with an event name (by its code) behind a row, or before it; from the end of the log it goes on at the other end. Undefined where
 * no event has the name.
 */
export function occurrenceFrom(trail: Trail, code: number, from: number, direction: 'next' | 'previous'): Occurrence | undefined {
  const { rows } = trail;
  let count = 0;
  let before = 0;
  let first = -1;
  let last = -1;
  let previous = -1;
  let next = -1;
  let upToFrom = 0;
  for (let row = 0; row < rows.size; row++) {
    if ((rows.flags(row) & Flag.Event) === 0 || rows.code(row, Column.EventName) !== code) continue;
    count++;
    if (first < 0) first = row;
    last = row;
    if (row < from) {
      previous = row;
      before++;
    }
    if (row <= from) upToFrom++;
    else if (next < 0) next = row;
  }
  if (count === 0) return undefined;
  if (direction === 'next') return next < 0 ? { row: first, place: 1, count } : { row: next, place: upToFrom + 1, count };
  return previous < 0 ? { row: last, place: count, count } : { row: previous, place: before, count };
}
