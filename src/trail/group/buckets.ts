/** More siblings than this are put into buckets: a tree with more of them is slow to draw and to read. */
export const MAX_SIBLINGS = 500;
/** No more buckets of a span of time than this, if it can be: where they are too large, they are divided again. */
const FEW = 100;

/** The units that events are put into buckets by, in local time. */
export const UNITS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;
export type Unit = (typeof UNITS)[number];

/** Siblings from `from` up to `to`: of one span of time that starts at `start`, without a time, or just a stretch of the list. */
export interface Bucket {
  readonly from: number;
  readonly to: number;
  readonly unit: Unit | 'timeless' | 'stretch';
  readonly start: number;
}

/**
 * Divides a list that is sorted by time (NaN last) where it is too long; undefined where it is not. `within` is the unit of the bucket that the list
 * itself is.
 */
export function bucketsOf(length: number, time: (index: number) => number, within?: Bucket['unit']): Bucket[] | undefined {
  if (length <= MAX_SIBLINGS) return undefined;
  if (within === 'timeless' || within === 'stretch') return stretches(length);
  const timed = firstIndex(length, (index) => Number.isNaN(time(index)));
  const rest: Bucket[] = timed < length ? [{ from: timed, to: length, unit: 'timeless', start: NaN }] : [];
  let fallback: Bucket[] | undefined;
  for (const unit of UNITS.slice(within === undefined ? 0 : UNITS.indexOf(within) + 1)) {
    const spans = spansOf(timed, time, unit);
    if (spans === undefined) break;
    const buckets = [...spans, ...rest];
    if (buckets.length < 2) continue;
    if (buckets.length <= FEW && spans.every(({ from, to }) => to - from <= MAX_SIBLINGS)) return buckets;
    if (fallback === undefined || buckets.length <= FEW) fallback = buckets;
  }
  return fallback ?? stretches(length);
}

/** Divides a list into stretches of equal length, few enough to be siblings. */
export function stretches(length: number): Bucket[] {
  let size = MAX_SIBLINGS;
  while (Math.ceil(length / size) > MAX_SIBLINGS) size *= MAX_SIBLINGS;
  return Array.from({ length: Math.ceil(length / size) }, (_, index) => ({
    from: index * size,
    to: Math.min(length, (index + 1) * size),
    unit: 'stretch',
    start: NaN,
  }));
}

/** The buckets of one unit; undefined where there are too many. */
function spansOf(length: number, time: (index: number) => number, unit: Unit): Bucket[] | undefined {
  const spans: Bucket[] = [];
  for (let from = 0; from < length;) {
    if (spans.length === MAX_SIBLINGS) return undefined;
    const { start, end } = spanAt(time(from), unit);
    const to = firstIndex(length, (index) => time(index) >= end, from + 1);
    spans.push({ from, to, unit, start });
    from = to;
  }
  return spans;
}

/** The span of a unit that holds a moment. */
function spanAt(ms: number, unit: Unit): { start: number; end: number } {
  const date = new Date(ms);
  const year = date.getFullYear();
  const month = date.getMonth();
  if (unit === 'year') return { start: +new Date(year, 0), end: +new Date(year + 1, 0) };
  if (unit === 'month') return { start: +new Date(year, month), end: +new Date(year, month + 1) };
  if (unit === 'day') return { start: +new Date(year, month, date.getDate()), end: +new Date(year, month, date.getDate() + 1) };
  // Hours are counted in ms, not by the clock: where summer time ends, one of them comes twice.
  const second = ms - date.getMilliseconds();
  if (unit === 'second') return { start: second, end: second + 1_000 };
  const minute = second - date.getSeconds() * 1_000;
  if (unit === 'minute') return { start: minute, end: minute + 60_000 };
  const hour = minute - date.getMinutes() * 60_000;
  return { start: hour, end: hour + 3_600_000 };
}

/** The first index from which on a condition holds. */
function firstIndex(length: number, holds: (index: number) => boolean, from = 0): number {
  let low = from;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
