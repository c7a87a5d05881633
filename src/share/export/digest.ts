import { Column, Flag } from '../../trail/scan/row';
import { hasFailed } from '../../trail/group/failures';
import { type Steps } from '../../trail/steps';
import { type Trail } from '../../trail/trail';
import { type Timeline, TimelineBuilder } from './timeline';

/** Who did what how often. */
export interface Deed {
  readonly account: string;
  readonly user: string;
  readonly service: string;
  readonly event: string;
  readonly error: string;
  readonly count: number;
  readonly failures: number;
  /** Times of the first and the last; NaN where none is known. */
  readonly first: number;
  readonly last: number;
}

/** A log in short, for a report. */
export interface Digest {
  readonly events: number;
  readonly failures: number;
  /** Those who did most first. */
  readonly deeds: readonly Deed[];
  /** What failed, most often first. */
  readonly failed: readonly Deed[];
  /** How many deeds and failures there are, told or not. */
  readonly deedCount: number;
  readonly failedCount: number;
  readonly timeline: Timeline | undefined;
}

/** Rows of a table in a report. */
const MAX_ROWS = 200;
const STEP_ROWS = 4_096;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Counts who did what and what failed, in steps. */
export function* digestOf(trail: Trail, has?: (row: number) => boolean): Steps<Digest> {
  const { rows } = trail;
  const builder = new TimelineBuilder();
  const deeds = new Map<string, Mutable<Deed>>();
  const failed = new Map<string, Mutable<Deed>>();
  let events = 0;
  let failures = 0;
  for (let row = 0; row < rows.size; row++) {
    if (row % STEP_ROWS === 0) yield;
    if ((rows.flags(row) & Flag.Event) === 0 || has?.(row) === false) continue;
    const isFailed = hasFailed(trail, row);
    events++;
    if (isFailed) failures++;
    builder.add(rows.time(row), isFailed);
    count(deeds, trail, row, isFailed, WHO_WHAT);
    if (isFailed) count(failed, trail, row, true, WHAT_FAILED);
  }
  return {
    events,
    failures,
    deeds: most(deeds),
    failed: most(failed),
    deedCount: deeds.size,
    failedCount: failed.size,
    timeline: builder.timeline,
  };
}

const WHO_WHAT = [Column.Account, Column.User, Column.ServiceName, Column.EventName] as const;
const WHAT_FAILED = [Column.Account, Column.User, Column.ServiceName, Column.EventName, Column.ErrorCode] as const;

function count(into: Map<string, Mutable<Deed>>, trail: Trail, row: number, isFailed: boolean, by: readonly Column[]): void {
  const key = by.map((column) => trail.rows.code(row, column)).join();
  let deed = into.get(key);
  if (deed === undefined) {
    const value = (column: Column): string => (by.includes(column) ? trail.value(row, column) : '');
    deed = {
      account: value(Column.Account),
      user: value(Column.User),
      service: value(Column.ServiceName),
      event: value(Column.EventName),
      error: value(Column.ErrorCode),
      count: 0,
      failures: 0,
      first: NaN,
      last: NaN,
    };
    into.set(key, deed);
  }
  deed.count++;
  if (isFailed) deed.failures++;
  const time = trail.rows.time(row);
  if (Number.isNaN(time)) return;
  // NaN compares as false: the first time is taken as it is.
  if (!(time >= deed.first)) deed.first = time;
  if (!(time <= deed.last)) deed.last = time;
}

function most(deeds: ReadonlyMap<string, Deed>): readonly Deed[] {
  return [...deeds.values()].sort((a, b) => b.count - a.count).slice(0, MAX_ROWS);
}
