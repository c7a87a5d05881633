import { Column, Flag } from '../../trail/scan/row';
import { type Trail } from '../../trail/trail';

/** Later events whose records are read for what they were done to. */
const MAX_READ = 50;
/** Records longer than this are not; UTF-16 units. */
const MAX_RECORD = 65_536;

/** Events of a name that come after another one in a log. */
export interface Following {
  readonly count: number;
  /** How many of them name something that the other one names as well, of the first ones; undefined where that one names nothing. */
  readonly same: number | undefined;
}

/**
 * The events of a name and account after that of `row`, by time, or in the order of the text where there is none. `things` are what the other one was done
 * to. One pass over the columns; only records of what is found are read.
 */
export function followingOf(trail: Trail, row: number, name: string, things: readonly string[]): Following {
  const names = trail.dictionary(Column.EventName);
  const lower = name.toLowerCase();
  const wanted = new Set<number>();
  for (let at = 1; at < names.size; at++) if (names.decode(at).toLowerCase() === lower) wanted.add(at);
  let count = 0;
  let same = 0;
  if (wanted.size === 0) return { count, same };
  const account = trail.rows.code(row, Column.Account);
  const time = trail.rows.time(row);
  let first = 0;
  const later: number[] = [];
  trail.rows.forEachBlock((size, flags, codes) => {
    for (let index = 0, at = 0; index < size; index++, at += Column.Count) {
      if (!wanted.has(codes[at + Column.EventName] as number) || ((flags[index] as number) & Flag.Event) === 0) continue;
      if ((codes[at + Column.Account] as number) === account) later.push(first + index);
    }
    first += size;
  });
  for (const other of later) {
    const then = trail.rows.time(other);
    if (!(Number.isNaN(time) || Number.isNaN(then) ? other > row : then > time || (then === time && other > row))) continue;
    count++;
    if (
      count <= MAX_READ &&
      trail.rows.end(other) - trail.rows.start(other) <= MAX_RECORD &&
      namesOne(trail.recordText(other), things)
    )
      same++;
  }
  return { count, same: things.length === 0 ? undefined : same };
}

/** Whether a record holds one of some values, whole. */
function namesOne(text: string, things: readonly string[]): boolean {
  return things.some((thing) => text.includes(`"${thing}"`) || text.includes(`"${thing}\\"`));
}
