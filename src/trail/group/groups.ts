import { hasFailed } from './failures';
import { codesBy, type GroupKey, ranksBy } from './groupKeys';
import { limitGroups, type Rest } from './groupLimit';
import { type Level, LevelBuilder } from './level';
import { MAX_GROUPS } from '../limits';
import { mergeSort } from '../mergeSort';
import { nested } from './nested';
import { Flag } from '../scan/row';
import { STEP, type Steps } from '../steps';
import { timeOrder } from './timeOrder';
import { type Trail } from '../trail';

/** What groups are sorted by: most events, most failures, their names, the time of their first event, or that of their last, the latest first. */
export type SortKey = 'count' | 'failures' | 'name' | 'time' | 'last';

export interface GroupRequest {
  /** What to group by, outermost first. */
  readonly by: readonly GroupKey[];
  readonly sort: SortKey;
}

/** Which rows are grouped. */
export interface RowChoice {
  readonly test: (row: number) => boolean;
  /** Whether the text of records is read: fewer rows are then looked at between two yields. */
  readonly readsText: boolean;
  prepare(): Steps<void>;
}

/** One group: how deep it lies, and its number among all of that depth. */
export interface Group {
  readonly level: number;
  readonly index: number;
}

/** The events of a trail by the values of some columns. It holds numbers only: values are decoded by whoever shows them. */
export class Groups {
  /** The times of the first and last event; NaN where no event has one. */
  readonly first: number = NaN;
  readonly last: number = NaN;

  constructor(
    readonly request: GroupRequest,
    /** The rows of all events, group by group; within an innermost group in the order of time, those without one at the end. */
    readonly rows: Uint32Array,
    private readonly levels: readonly Level[],
    /** The trail's version that was grouped. */
    readonly version: number,
    /** How many events were left out. */
    readonly hidden = 0,
  ) {
    const [top] = levels;
    if (top === undefined) return;
    this.first = top.first.reduce((least, time) => (time < least || Number.isNaN(least) ? time : least), NaN);
    this.last = top.last.reduce((most, time) => (time > most || Number.isNaN(most) ? time : most), NaN);
  }

  /** How many events there are. */
  get size(): number {
    return this.rows.length;
  }

  get failures(): number {
    return this.top.failures.reduce((sum, failures) => sum + failures, 0);
  }

  private get top(): Level {
    return this.level(0);
  }

  /** Whether a group holds other groups, not events. */
  isOuter(group: Group): boolean {
    return group.level + 1 < this.levels.length && this.restOf(group) === 0;
  }

  /** How many groups a group stands for that are not told apart since there are too many; 0 where it is that of a value. */
  restOf({ level, index }: Group): number {
    return this.level(level).rests.get(index) ?? 0;
  }

  /** The group in a group, or among the outermost ones, that stands for those which are not told apart. */
  restIn(outer?: Group): Group | undefined {
    const last = this.inside(outer).at(-1);
    const group = last === undefined ? undefined : { level: outer === undefined ? 0 : outer.level + 1, index: last };
    return group !== undefined && this.restOf(group) > 0 ? group : undefined;
  }

  /** How many groups are not told apart, in all lists. */
  get untold(): number {
    return this.levels.reduce((sum, { rests }) => [...rests.values()].reduce((more, count) => more + count, sum), 0);
  }

  /** The numbers of the groups in a group, or of the outermost ones, in the order asked for. */
  inside(group?: Group): Uint32Array {
    if (group === undefined) return this.top.order;
    const outer = this.level(group.level);
    const inner = this.levels[group.level + 1];
    return inner === undefined
      ? new Uint32Array()
      : inner.order.subarray(outer.children[group.index], outer.children[group.index + 1]);
  }

  code({ level, index }: Group): number {
    return this.level(level).codes[index] as number;
  }

  count({ level, index }: Group): number {
    const { starts } = this.level(level);
    return (starts[index + 1] as number) - (starts[index] as number);
  }

  failuresOf({ level, index }: Group): number {
    return this.level(level).failures[index] as number;
  }

  firstOf({ level, index }: Group): number {
    return this.level(level).first[index] as number;
  }

  lastOf({ level, index }: Group): number {
    return this.level(level).last[index] as number;
  }

  /** Where the rows of a group start in `rows`. */
  start({ level, index }: Group): number {
    return this.level(level).starts[index] as number;
  }

  rowsOf(group: Group): Uint32Array {
    const start = this.start(group);
    return this.rows.subarray(start, start + this.count(group));
  }

  /** The group with a code in a group, or among the outermost ones. */
  find(code: number, outer?: Group): Group | undefined {
    const level = outer === undefined ? 0 : outer.level + 1;
    const { codes } = this.level(level);
    const children = outer === undefined ? undefined : this.level(outer.level).children;
    // Before sorting, groups of one parent stand in the order of their codes.
    let low = children?.[outer?.index ?? 0] ?? 0;
    let high = (children?.[(outer?.index ?? 0) + 1] ?? codes.length) - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((codes[middle] as number) < code) low = middle + 1;
      else high = middle;
    }
    return codes[low] === code && low === high ? { level, index: low } : undefined;
  }

  private level(level: number): Level {
    const found = this.levels[level];
    if (found === undefined) throw new RangeError(`level ${level} of ${this.levels.length}`);
    return found;
  }
}

/**
 * Groups the events that have been scanned so far, in steps; undefined where rows went away meanwhile. They are in the order of time, which is known once
 * for all groupings; then they are sorted column by column from the innermost outwards, counting: sorts that keep the order of equals make the nesting.
 */
export function* groupEvents(
  trail: Trail,
  request: GroupRequest,
  choice?: RowChoice,
  limit = MAX_GROUPS,
): Steps<Groups | undefined> {
  if (choice !== undefined) yield* choice.prepare();
  const { version, rows } = trail;
  const { size } = rows;
  const sorted = yield* timeOrder(trail);
  const kept = choice && (yield* chosen(trail, size, choice));
  if (sorted === undefined || rows.size < size) return undefined;
  const events = new Uint32Array(sorted.length);
  const times = new Float64Array(sorted.length);
  const failed = new Uint8Array(sorted.length);
  const codes = request.by.map(() => new Uint32Array(sorted.length));
  const codesOf = request.by.map((key) => codesBy(trail, key));
  let count = 0;
  for (let at = 0; at < sorted.length; at++) {
    if (at % (STEP / 4) === 0) {
      yield;
      if (rows.size < size) return undefined;
    }
    const row = sorted[at] as number;
    if (kept !== undefined && kept[row] !== 1) continue;
    const time = rows.time(row);
    times[count] = Number.isNaN(time) ? Infinity : time;
    failed[count] = hasFailed(trail, row) ? 1 : 0;
    for (let by = 0; by < codes.length; by++) (codes[by] as Uint32Array)[count] = codesOf[by]?.(row) ?? 0;
    events[count++] = row;
  }

  let order = yield* nested(count, codes);
  const rests: (Rest | undefined)[] = [];
  for (let by = 0; by < codes.length; by++) {
    rests[by] = yield* limitGroups(order, codes, by, rests[by - 1], limit);
    if (rests[by] !== undefined) order = yield* nested(count, codes);
  }

  // In each depth there may be so many, and a rest for each of those above.
  const builders = codes.map((_, by) => new LevelBuilder(Math.min(count, (by + 1) * (limit + 1))));
  for (let at = 0; at < count; at++) {
    if ((at & (STEP - 1)) === 0) yield;
    const event = order[at] as number;
    let isNew = at === 0;
    for (let by = 0; by < builders.length; by++) {
      const code = (codes[by] as Uint32Array)[event] as number;
      const builder = builders[by] as LevelBuilder;
      isNew ||= builder.lastCode !== code;
      if (isNew) builder.open(code, at, builders[by + 1]?.size ?? 0, (builders[by - 1]?.size ?? 1) - 1);
      builder.add(times[event] as number, failed[event] as number);
    }
  }

  const levels: Level[] = [];
  for (let by = 0; by < builders.length; by++) {
    const level = (builders[by] as LevelBuilder).close(count, builders[by + 1]?.size ?? 0, rests[by]);
    const ranks = yield* ranksBy(trail, request.by[by] as GroupKey);
    levels.push({ ...level, order: yield* mergeSort(level.order, behindIn(level, ranks, request.sort)) });
  }
  for (let at = 0; at < count; at++) {
    if ((at & (STEP - 1)) === 0) yield;
    order[at] = events[order[at] as number] as number;
  }
  return new Groups(request, order, levels, version, sorted.length - count);
}

/** Rows whose text is read between two yields. */
const READ_STEP = 16;

/** Which rows are grouped: 1 by row. They are looked at in the order of the text, in which it is read fastest. */
function* chosen({ rows }: Trail, size: number, { test, readsText }: RowChoice): Steps<Uint8Array> {
  const kept = new Uint8Array(size);
  const step = readsText ? READ_STEP : STEP / 4;
  for (let row = 0; row < size; row++) {
    if (row % step === 0) {
      yield;
      if (rows.size < size) return kept;
    }
    if ((rows.flags(row) & Flag.Event) !== 0 && test(row)) kept[row] = 1;
  }
  return kept;
}

/** Compares groups of one level: those of an earlier parent first, then by the key, then by name. */
function behindIn(level: Level, ranks: Uint32Array, key: SortKey): (a: number, b: number) => boolean {
  const { parents, starts, failures, first, last, codes, rests } = level;
  const count = (group: number): number => (starts[group + 1] as number) - (starts[group] as number);
  const keys: Record<SortKey, (group: number) => number> = {
    count: (group) => -count(group),
    failures: (group) => -(failures[group] as number),
    name: () => 0,
    time: (group) => (Number.isNaN(first[group]) ? Infinity : (first[group] as number)),
    last: (group) => (Number.isNaN(last[group]) ? Infinity : -(last[group] as number)),
  };
  const keyOf = keys[key];
  return (a, b) => {
    if (parents[a] !== parents[b]) return (parents[a] as number) > (parents[b] as number);
    if (rests.size > 0 && rests.has(a) !== rests.has(b)) return rests.has(a);
    const keyA = keyOf(a);
    const keyB = keyOf(b);
    if (keyA !== keyB) return keyA > keyB;
    if (key === 'failures' && count(a) !== count(b)) return count(a) < count(b);
    return (ranks[codes[a] as number] as number) > (ranks[codes[b] as number] as number);
  };
}
