import { parseTime } from './times';

/** Why a text is no time: it is empty, has no such form, names a day or hour that is none, or needs an event's time that is not there. */
export type MomentProblem = 'empty' | 'unknown-form' | 'no-such-time' | 'no-base';

/** A time that somebody has typed. */
export interface Moment {
  /** Milliseconds since 1970 in UTC. */
  readonly ms: number;
  readonly isRelative: boolean;
}

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  毫秒: 1,
  s: 1000,
  秒: 1000,
  m: 60_000,
  min: 60_000,
  分: 60_000,
  分钟: 60_000,
  h: 3_600_000,
  时: 3_600_000,
  小时: 3_600_000,
  d: 86_400_000,
  天: 86_400_000,
  w: 604_800_000,
  周: 604_800_000,
};
const PART = String.raw`(\d+(?:\.\d+)?)\s*(ms|min|[smhdw]|毫秒|秒|分钟|分|小时|时|天|周)`;
const RELATIVE = new RegExp(String.raw`^[+-]\s*(?:${PART}\s*)+$`, 'i');
const DATE = /^(?:(\d{4})[-/年])?(\d{1,2})[-/月](\d{1,2})日?(?=$|[T\s])/i;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?![\d:])/;
const ZONE = /^(?:(Z|UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?|Z|UTC|GMT|local|本地)$/i;

/**
 * Reads a time as people type it: `2026-03-01 10:00:05`, `03-01 10:00`, `10:00`, each local or with `UTC`, `Z`, `+0800` behind it; ms or seconds since
 * 1970; `-15m`, `+1h30m` from `base` (ms since 1970), which also gives the date and the year that are left out.
 */
export function readMoment(typed: string, base: number | undefined): Moment | MomentProblem {
  const text = typed
    .normalize('NFKC')
    .replace(/\u2212/g, '-')
    .trim();
  if (text === '') return 'empty';
  if (/^[+-]/.test(text)) return relative(text, base);
  const epoch = /^\d+$/.test(text) ? parseTime(text) : undefined;
  return epoch === undefined ? absolute(text, base) : { ms: epoch.ms, isRelative: false };
}

function relative(text: string, base: number | undefined): Moment | MomentProblem {
  if (!RELATIVE.test(text)) return 'unknown-form';
  if (base === undefined) return 'no-base';
  let distance = 0;
  for (const [, count, unit = ''] of text.matchAll(new RegExp(PART, 'gi')))
    distance += Number(count) * (UNITS[unit.toLowerCase()] ?? 0);
  return valid(text.startsWith('-') ? base - distance : base + distance, true);
}

function absolute(text: string, base: number | undefined): Moment | MomentProblem {
  const date = DATE.exec(text);
  const behindDate = text.slice(date?.[0].length ?? 0).replace(/^(?:T|\s+)/i, '');
  const time = TIME.exec(behindDate);
  const zone = behindDate.slice(time?.[0].length ?? 0).trim();
  const minutes = minutesOf(zone);
  if ((date === null && time === null) || minutes === undefined) return 'unknown-form';
  if (base === undefined && date?.[1] === undefined) return 'no-base';
  // What was left out is that of the event, in the zone in which the rest is said.
  const known = dayOf(base ?? 0, minutes);
  const [year = known.year, month = known.month, day = known.day] = numbers(date?.slice(1, 4));
  const [hour = 0, minute = 0, second = 0] = numbers(time?.slice(1, 4));
  const fraction = Math.trunc(Number(`0.${time?.[4] ?? '0'}`) * 1000 + 1e-6);
  const check = new Date(Date.UTC(year, month - 1, day));
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59)
    return 'no-such-time';
  return valid(
    minutes === 'local'
      ? new Date(year, month - 1, day, hour, minute, second, fraction).getTime()
      : Date.UTC(year, month - 1, day, hour, minute, second, fraction) - minutes * 60_000,
    false,
  );
}

function numbers(parts: readonly (string | undefined)[] | undefined): readonly (number | undefined)[] {
  return parts?.map((part) => (part === undefined ? undefined : Number(part))) ?? [];
}

/** How far a zone is from UTC, in minutes; undefined for what is none. */
function minutesOf(zone: string): number | 'local' | undefined {
  if (zone === '') return 'local';
  const match = ZONE.exec(zone);
  if (match === null) return undefined;
  if (/^(?:local|本地)$/i.test(zone)) return 'local';
  const [, , sign, hours, minutes] = match;
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
}

function dayOf(ms: number, zone: number | 'local'): { readonly year: number; readonly month: number; readonly day: number } {
  if (zone === 'local') {
    const date = new Date(ms);
    return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
  }
  const date = new Date(ms + zone * 60_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The range of times that a Date holds. */
const LATEST = 8.64e15;

function valid(ms: number, isRelative: boolean): Moment | MomentProblem {
  return Math.abs(ms) <= LATEST ? { ms, isRelative } : 'no-such-time';
}
