/**
 * The forms in which a time stands in these logs (facts 1.4): `2020-01-09T12:12:14Z`, `2020-12-01T11:54:59.366+0000`,
 * milliseconds since 1970 (UsedTimestamp, the middle of a logon's eventId), seconds since 1970 (SLS `__time__`).
 */
export type TimeForm = 'utc' | 'basic-offset' | 'epoch-ms' | 'epoch-s';

/** A time that was understood. */
export interface ParsedTime {
  /** Milliseconds since 1970 in UTC. */
  readonly ms: number;
  readonly form: TimeForm;
}

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(Z|\+0000)$/;
const EPOCH_MS = /^[1-9]\d{12}$/;
const EPOCH_S = /^[1-9]\d{9}$/;
/** 2100-01-01: ten or thirteen digits beyond it are ids, not times. */
const LATEST = 4_102_444_800_000;

/**
 * Reads a time in one of the four forms, or gives undefined: a date that is in no calendar, an hour 24, another offset or a local
 * time is refused, since ActionTrail writes only UTC (facts 1.4).
 */
export function parseTime(value: string | number): ParsedTime | undefined {
  const text = String(value);
  const match = WRITTEN.exec(text);
  if (match !== null) return written(match);
  const ms = EPOCH_MS.test(text) ? Number(text) : EPOCH_S.test(text) ? Number(text) * 1000 : undefined;
  if (ms === undefined || ms > LATEST) return undefined;
  return { ms, form: text.length === 13 ? 'epoch-ms' : 'epoch-s' };
}

function written(match: RegExpExecArray): ParsedTime | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const fraction = Math.trunc(Number(`0${match[7] ?? ''}`) * 1000 + 1e-6);
  return { ms: date.setUTCHours(hour, minute, second, fraction), form: match[8] === 'Z' ? 'utc' : 'basic-offset' };
}

/** `2020-12-01 11:54:59 UTC`; milliseconds are given only where there are some. Expects a time that parseTime gave. */
export function formatUtc(ms: number): string {
  const text = new Date(ms).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, text.endsWith('.000Z') ? 19 : 23)} UTC`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string | undefined): Intl.DateTimeFormat {
  const key = zone ?? '';
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      ...(zone === undefined ? {} : { timeZone: zone }),
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'longOffset',
    });
    formats.set(key, format);
  }
  return format;
}

function partsOf(ms: number, zone: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    formatOf(zone)
      .formatToParts(ms)
      .map((part) => [part.type, part.value]),
  );
}

/** Whether the platform knows a time zone such as `Asia/Shanghai`: ask before giving a user's setting to formatLocal. */
export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** `2020-12-01 19:54:59` in a time zone, or in the reader's own when none is given. Throws RangeError for an unknown zone. */
export function formatLocal(ms: number, zone?: string): string {
  const parts = partsOf(ms, zone);
  const part = (type: string) => parts.get(type) ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

/** `UTC+8`, `UTC+5:30`, `UTC+0`: how far a time zone is from UTC at that moment. Throws RangeError for an unknown zone. */
export function offsetOf(ms: number, zone?: string): string {
  const name = partsOf(ms, zone).get('timeZoneName') ?? 'GMT';
  return name
    .replace('GMT', 'UTC')
    .replace(/([+-])0(\d)/, '$1$2')
    .replace(/:00$/, '');
}
