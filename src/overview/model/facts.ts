import { kindOf, rememberedByMeaning } from '../../filter/meaning';
import { Column, Flag } from '../../trail/scan/row';
import { type Steps } from '../../trail/steps';
import { type Trail } from '../../trail/trail';
import { KINDS } from './kinds';
import { type Range } from './scale';

/** The columns whose new values are marked, what says most about a stranger first. */
export const SEEN = [Column.Account, Column.AccessKey, Column.SourceAddress, Column.EventName] as const;

/** When each value of a column occurred first. */
export interface Seen {
  readonly column: Column;
  /** By code, in ms; Infinity where no event with a time has it. */
  readonly times: Float64Array;
  /** By code: the row of that event. */
  readonly rows: Int32Array;
}

/** What a row is: the place of its kind in KINDS, with FAILED where it failed; NO_EVENT where it is no event, or the filter hides it. */
export const FAILED = 8;
export const KIND = 7;
export const NO_EVENT = 255;

/** What is known of all rows of a log, whatever part of it is looked at. Of all rows with `rows` and more, nothing is known yet. */
export interface Facts {
  /** The trail's version that was read. */
  readonly version: number;
  /** By row. */
  readonly notes: Uint8Array;
  readonly events: number;
  /** Events that the filter hides. */
  readonly hidden: number;
  /** Events whose time cannot be read: they lie in no span of time. */
  readonly timeless: number;
  /** From the first event up to behind the last one; undefined where no event has a time. */
  readonly span: Range | undefined;
  readonly seen: readonly Seen[];
}

/**
 * Reads the columns of the rows that have been scanned so far, in steps; undefined where rows went away meanwhile. `keeps` tells which events the filter
 * lets through; all without it.
 */
export function* readFacts(trail: Trail, keeps?: (row: number) => boolean): Steps<Facts | undefined> {
  const { rows, version } = trail;
  const { size } = rows;
  const kind = rememberedByMeaning(trail, (of, row) => KINDS.indexOf(kindOf(of, row)));
  const notes = new Uint8Array(size).fill(NO_EVENT);
  const seen = SEEN.map((column): Seen => {
    const values = trail.dictionary(column).size;
    return { column, times: new Float64Array(values).fill(Infinity), rows: new Int32Array(values).fill(-1) };
  });
  let events = 0;
  let hidden = 0;
  let timeless = 0;
  let first = Infinity;
  let last = -Infinity;
  for (let next = 0; next < size;) {
    yield;
    if (rows.size < size) return undefined;
    const { first: start, count, flags, times, codes } = rows.blockOf(next);
    const end = Math.min(size, start + count);
    for (let row = next; row < end; row++) {
      const at = row - start;
      if (((flags[at] as number) & Flag.Event) === 0) continue;
      if (keeps?.(row) === false) {
        hidden++;
        continue;
      }
      events++;
      const base = at * Column.Count;
      notes[row] = kind(row) | (codes[base + Column.ErrorCode] === 0 ? 0 : FAILED);
      const time = times[at] as number;
      if (Number.isNaN(time)) {
        timeless++;
        continue;
      }
      if (time < first) first = time;
      if (time > last) last = time;
      for (const { column, times: earliest, rows: firsts } of seen) {
        const code = codes[base + column] as number;
        if (time >= (earliest[code] as number)) continue;
        earliest[code] = time;
        firsts[code] = row;
      }
    }
    next = end;
  }
  const span = first <= last ? { from: first, to: last + 1 } : undefined;
  return { version, notes, events, hidden, timeless, span, seen };
}
