/** A stretch of time in ms since 1970: from `from` up to `to`, which is not in it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400_000;
/** How far LookupEvents looks back, and how far one of its questions reaches; ms. */
export const REACH = 90 * DAY;
/** A little less than the 30 days that are allowed: clocks differ. An odd number of seconds keeps round times off the seams. */
const WINDOW = 30 * DAY - 37_000;
/** A question that comes late must not look back too far. */
const MARGIN = 60_000;

/** A time as the services write it: to the second, in UTC. */
export function utc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** The part of a span that LookupEvents reaches now; undefined where it reaches none. */
export function reached({ from, to }: Span, now: number): Span | undefined {
  const first = now - REACH + MARGIN;
  const span = { from: Math.max(from, first), to: Math.min(to, Math.max(now, from + 1_000)) };
  return span.from < span.to ? span : undefined;
}

/** A span in windows that one question reaches, the newest first. Each begins on the second on which the one before it ends. */
export function* windowsOf({ from, to }: Span): Generator<Span> {
  const first = Math.floor(from / 1_000) * 1_000;
  for (let end = Math.ceil(to / 1_000) * 1_000; end > first; end -= WINDOW)
    yield { from: Math.max(first, end - WINDOW), to: end };
}

/** The two halves of a span, the newer first; undefined where it is a second or less. */
export function halves({ from, to }: Span): readonly [Span, Span] | undefined {
  const middle = from + Math.floor((to - from) / 2_000) * 1_000;
  return middle <= from
    ? undefined
    : [
        { from: middle, to },
        { from, to: middle },
      ];
}
