import { timeAt } from '../trail/scan/clock';

/** A stretch of time in ms since 1970: from `start` up to `end`, which is not in it. */
export interface Moments {
  readonly start: number;
  readonly end: number;
}

const WRITTEN =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,3})\d*)?)?)?)?)?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?$/i;

/**
 * The time that is written as `2020-12`, `2020-12-01`, `2020-12-01T12`, `2020-12-01 12:00`, `2020-12-01T12:00:00.500`: the year, month, day, hour … of it.
 * Without `Z` or an offset it is the reader's local time, as the tree shows times. Undefined for what is no time.
 */
export function momentsOf(text: string): Moments | undefined {
  const match = WRITTEN.exec(text.trim());
  if (match === null) return undefined;
  const [, year = '', month, day, hour, minute, second, fraction, zone] = match;
  const parts = [year, month ?? '01', day ?? '01', hour ?? '00', minute ?? '00', second ?? '00'].map(Number);
  const [y = 0, m = 1, d = 1, h = 0, min = 0, s = 0] = parts;
  if (m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate() || h > 24 || min > 59 || s > 59) return undefined;
  if (h === 24 && min + s > 0) return undefined;
  const ms = Number((fraction ?? '').padEnd(3, '0'));
  const offset = zone === undefined ? undefined : offsetOf(zone);
  const moment = (...[years, months, days, hours, minutes, seconds]: readonly number[]): number =>
    offset === undefined
      ? new Date(years ?? 0, (months ?? 1) - 1, days, hours, minutes, seconds, ms).getTime()
      : Date.UTC(years ?? 0, (months ?? 1) - 1, days, hours, minutes, seconds, ms) - offset;
  const start = moment(y, m, d, h, min, s);
  if (fraction !== undefined) return { start, end: start + 10 ** (3 - fraction.length) };
  if (second !== undefined) return { start, end: start + 1_000 };
  if (minute !== undefined) return { start, end: start + 60_000 };
  if (hour !== undefined) return { start, end: start + 3_600_000 };
  if (day !== undefined) return { start, end: moment(y, m, d + 1, 0, 0, 0) };
  return { start, end: month === undefined ? moment(y + 1, 1, 1, 0, 0, 0) : moment(y, m + 1, 1, 0, 0, 0) };
}

/** The same for a value of the language, which may also be `FROM..TO`: from the start of the one up to the end of the other. */
export function momentRange(text: string): Moments | undefined {
  const [from = '', to, ...more] = text.split('..');
  if (to === undefined) return momentsOf(from);
  const start = momentsOf(from);
  const end = momentsOf(to);
  return start === undefined || end === undefined || more.length > 0 ? undefined : { start: start.start, end: end.end };
}

/** The hours of the day of a value: `9`, `9..17`, `22..5` (over midnight); the last one is in it. Undefined for what is none. */
export function hoursOf(text: string): { readonly from: number; readonly to: number } | undefined {
  const match = /^(\d{1,2})(?:\.\.(\d{1,2}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  return from > 23 || to > 23 ? undefined : { from, to };
}

/** A time as filters write it: in UTC, so that it means the same for every reader. */
export function writeMoment(ms: number): string {
  const text = new Date(ms).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, 19)}Z` : text;
}

function offsetOf(zone: string): number {
  if (/^(?:Z|UTC)$/i.test(zone)) return 0;
  // The clock reads offsets behind a time.
  const probe = `1970-01-01T00:00:00${zone}`;
  return -timeAt(probe, 0, probe.length);
}
