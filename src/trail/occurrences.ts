import { Column } from './scan/row';
import { type Trail } from './trail';

export type Direction = 'next' | 'previous';

/** One of the events that something holds for. */
export interface Occurrence {
  readonly row: number;
  /** Its place among all of them, from 1. */
  readonly place: number;
  readonly count: number;
}

/**
 * The nearest event for which `holds` says so behind a row, or before it; from the end of the log it goes on at the other end. A place between two rows
 * is given as the half between their numbers. Undefined where it holds for no event.
 */
export function nearestEvent(
  trail: Trail,
  holds: (row: number) => boolean,
  from: number,
  direction: Direction,
): Occurrence | undefined {
  const { rows } = trail;
  let count = 0;
  let before = 0;
  let first = -1;
  let last = -1;
  let previous = -1;
  let next = -1;
  let upToFrom = 0;
  for (let row = 0; row < rows.size; row++) {
    if (!trail.isEvent(row) || !holds(row)) continue;
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

/** The nearest event with an event name (by its code); see `nearestEvent`. */
export function occurrenceFrom(trail: Trail, code: number, from: number, direction: Direction): Occurrence | undefined {
  return nearestEvent(trail, (row) => trail.rows.code(row, Column.EventName) === code, from, direction);
}
