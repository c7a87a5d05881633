import { STEP, type Steps } from '../trail/steps';
import { type Trail } from '../trail/trail';
import { compile } from './compile';
import { type Expression } from './expression';

/** Rows whose text is read between two yields. */
const READ_STEP = 16;

/** The rows of a trail that a filter lets through. */
export interface Matches {
  /** The rows, in the order of the text. */
  readonly rows: Uint32Array;
  /** How many events there are in all. */
  readonly events: number;
  /** The trail's version that was looked at. */
  readonly version: number;
}

/** Finds the events that match, in steps; undefined where rows went away meanwhile. */
export function* matchRows(expression: Expression, trail: Trail): Steps<Matches | undefined> {
  const { version } = trail;
  const { size } = trail.rows;
  const filter = compile(expression, trail);
  yield* filter.prepare();
  const step = filter.readsText ? READ_STEP : STEP / 4;
  const found = new Uint32Array(size);
  let count = 0;
  let events = 0;
  for (let row = 0; row < size; row++) {
    if (row % step === 0) {
      yield;
      if (trail.rows.size < size) return undefined;
    }
    if (trail.isEvent(row)) events++;
    if (filter.test(row)) found[count++] = row;
  }
  return { rows: found.slice(0, count), events, version };
}
