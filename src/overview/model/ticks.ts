import { formatLocal } from '../../knowledge/times';
import { DAY, type Range, type Scale, wholeOf } from './scale';

/** A place on the axis of time; `date` is there where a day starts, and at the first place. */
export interface Tick {
  readonly at: number;
  readonly text: string;
  readonly date: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * 1_000),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000].map((days) => days * DAY),
];

/** At most `most` places at round local times. `zone` is the reader's own where none is given. */
export function ticksOf(scale: Scale, most: number, zone?: string): readonly Tick[] {
  const { from, to } = wholeOf(scale);
  const step = STEPS.find((one) => (to - from) / one <= most) ?? (to - from) / most;
  // The scale starts at a round local time, and so does the first multiple of the step that local days are counted in.
  const ahead = localOffset(from, zone);
  const ticks: Tick[] = [];
  const year = formatLocal(from, zone).slice(0, 4) !== formatLocal(to - 1, zone).slice(0, 4);
  let day = '';
  for (let at = Math.ceil((from + ahead) / step) * step - ahead; at < to; at += step) {
    const local = formatLocal(at, zone);
    const date = year ? local.slice(0, 10) : local.slice(5, 10);
    const time = local.slice(11, step < MINUTE ? 19 : 16);
    if (step >= DAY) ticks.push({ at, text: date, date: '' });
    else ticks.push({ at, text: time, date: date === day ? '' : date });
    day = date;
  }
  return ticks;
}

/** How far local time is ahead of UTC, in ms. */
function localOffset(ms: number, zone?: string): number {
  const local = formatLocal(ms, zone);
  return Date.parse(`${local.replace(' ', 'T')}Z`) - Math.floor(ms / 1_000) * 1_000;
}

/** `2026-03-02 09:15 – 09:30` in local time: the day once where both ends are of one, seconds only where they matter. */
export function spanText({ from, to }: Range, zone?: string): string {
  const cut = from % MINUTE === 0 && to % MINUTE === 0 ? 16 : 19;
  const start = formatLocal(from, zone).slice(0, cut);
  const end = formatLocal(to, zone).slice(0, cut);
  return `${start} – ${start.slice(0, 10) === end.slice(0, 10) ? end.slice(11) : end}`;
}
