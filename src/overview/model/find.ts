import { type Column } from '../../trail/scan/row';
import { STEP, type Steps } from '../../trail/steps';
import { type Trail } from '../../trail/trail';
import { type Facts, NO_EVENT } from './facts';
import { type Range } from './scale';

/** Which events are meant: those of a span of time, of a value, or of both. */
export interface Wanted {
  readonly range?: Range | undefined;
  readonly column?: Column;
  readonly code?: number;
}

/** An event, and the how manieth it is of all that are meant, in the order of time. */
export interface Found {
  readonly row: number;
  readonly place: number;
  readonly count: number;
}

/** The first event in the order of time behind a row, or the first of all where there is none behind it; in steps. Undefined where there is none at all. */
export function* nextEvent(
  trail: Trail,
  { notes }: Facts,
  { range, column, code }: Wanted,
  after = -1,
): Steps<Found | undefined> {
  const { rows } = trail;
  const timeOf = (row: number): number => {
    const time = rows.time(row);
    return Number.isNaN(time) ? Infinity : time;
  };
  const from = after < 0 || after >= rows.size ? { row: -1, time: -Infinity } : { row: after, time: timeOf(after) };
  let first = -1;
  let next = -1;
  let before = 0;
  let count = 0;
  for (let row = 0; row < notes.length; row++) {
    if ((row & (STEP / 4 - 1)) === 0) {
      yield;
      if (rows.size < notes.length) return undefined;
    }
    if (notes[row] === NO_EVENT) continue;
    if (column !== undefined && rows.code(row, column) !== code) continue;
    const time = timeOf(row);
    if (range !== undefined && !(time >= range.from && time < range.to)) continue;
    count++;
    if (first < 0 || time < timeOf(first)) first = row;
    const isBehind = time > from.time || (time === from.time && row > from.row);
    if (!isBehind) before++;
    else if (next < 0 || time < timeOf(next)) next = row;
  }
  if (first < 0) return undefined;
  return next < 0 ? { row: first, place: 1, count } : { row: next, place: before + 1, count };
}
