/** A span of time in ms since 1970: from its start up to, without, its end. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A span of time in bins of equal width, in ms. */
export interface Scale {
  readonly start: number;
  readonly width: number;
  readonly count: number;
}

/** More bins than this are narrower than what can be told apart, or clicked. */
export const MAX_BINS = 240;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Widths that people count in; longer ones are days by 1, 2, 5, 10, 20, 50 … */
const WIDTHS = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
];

/** The next width of days that is at least `least`. */
function days(least: number): number {
  for (let unit = DAY; ; unit *= 10) for (const factor of [1, 2, 5]) if (unit * factor >= least) return unit * factor;
}

/** How far local time is ahead of UTC at a moment, in ms. */
export function aheadOfUtc(ms: number): number {
  return -new Date(ms).getTimezoneOffset() * MINUTE || 0;
}

/**
 * The bins for a span: as many as there may be, of a width that people count in, starting where local time has a round value. `ahead` is how far local time
 * is ahead of UTC; where summer time starts or ends within the span, days begin an hour off from there on.
 */
export function scaleOf({ from, to }: Range, ahead = aheadOfUtc(from)): Scale {
  const startFor = (width: number): number => Math.floor((from + ahead) / width) * width - ahead;
  const countFor = (width: number): number => Math.max(1, Math.ceil((to - startFor(width)) / width));
  let width = WIDTHS.find((one) => countFor(one) <= MAX_BINS);
  if (width === undefined) {
    width = days((to - from) / MAX_BINS);
    while (countFor(width) > MAX_BINS) width = days(width + 1);
  }
  return { start: startFor(width), width, count: countFor(width) };
}

/** The bin that holds a moment, which may lie outside: then it is -1 or less, or `count` or more. */
export function binOf({ start, width }: Scale, ms: number): number {
  return Math.floor((ms - start) / width);
}

/** The span of the bins from `first` up to and with `last`. */
export function rangeOf({ start, width }: Scale, first: number, last: number): Range {
  return { from: start + first * width, to: start + (last + 1) * width };
}

/** The whole span of a scale. */
export function wholeOf(scale: Scale): Range {
  return rangeOf(scale, 0, scale.count - 1);
}
