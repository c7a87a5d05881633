import { type Trail } from './trail';

/** The event that a time leads to. */
export interface AtTime {
  readonly row: number;
  /** Its time in ms since 1970 UTC. */
  readonly time: number;
  /** It is at the time or behind it; false where the log holds nothing so late, and it is the last one before. */
  readonly isAfter: boolean;
}

/** The earliest event at a time (ms since 1970 UTC) or behind it, else the latest one before it, whatever the order of the log. Undefined where no event has a time. */
export function eventAtTime(trail: Trail, ms: number): AtTime | undefined {
  const { rows } = trail;
  let after = -1;
  let afterTime = Infinity;
  let before = -1;
  let beforeTime = -Infinity;
  for (let row = 0; row < rows.size; row++) {
    const time = rows.time(row);
    if (time >= ms) {
      if (time >= afterTime || !trail.isEvent(row)) continue;
      after = row;
      afterTime = time;
    } else if (time > beforeTime && trail.isEvent(row)) {
      before = row;
      beforeTime = time;
    }
  }
  if (after >= 0) return { row: after, time: afterTime, isAfter: true };
  return before < 0 ? undefined : { row: before, time: beforeTime, isAfter: false };
}
