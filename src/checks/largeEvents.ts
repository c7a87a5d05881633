import { type Trail } from '../trail/trail';
import { MAX_AT_ONCE } from './limits';

/** Events that are too long to answer for one place in them. */
export interface LargeEvents {
  readonly count: number;
  /** The row of the first; -1 where there is none. */
  readonly first: number;
}

const NONE: LargeEvents = { count: 0, first: -1 };
const known = new WeakMap<Trail, { readonly version: number; readonly found: LargeEvents }>();

/** The events of a log that are longer than what features read at once. */
export function largeEvents(trail: Trail): LargeEvents {
  const { version, rows, text } = trail;
  if (text.length <= MAX_AT_ONCE) return NONE;
  const before = known.get(trail);
  if (before?.version === version) return before.found;
  let count = 0;
  let first = -1;
  for (let row = 0; row < rows.size; row++) {
    if (rows.end(row) - rows.start(row) <= MAX_AT_ONCE || !trail.isEvent(row)) continue;
    count++;
    if (first < 0) first = row;
  }
  const found = { count, first };
  known.set(trail, { version, found });
  return found;
}
