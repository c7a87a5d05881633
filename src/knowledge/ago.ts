import type { Bilingual } from './bilingual';

/** The units that a distance in time is told in, largest first. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

const formats = new Map<keyof Bilingual, Intl.RelativeTimeFormat>();

function formatOf(language: keyof Bilingual): Intl.RelativeTimeFormat {
  let format = formats.get(language);
  if (format === undefined) {
    format = new Intl.RelativeTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { numeric: 'always' });
    formats.set(language, format);
  }
  return format;
}

/** `3 days ago` or `3 天前`: how long before (or after) `now` a time lies, in its largest whole unit. */
export function ago(ms: number, now: number, language: keyof Bilingual): string {
  const distance = ms - now;
  const [unit, length] = UNITS.find(([, size]) => Math.abs(distance) >= size) ?? (['second', 1000] as const);
  const whole = Math.trunc(distance / length);
  // Less than a second is "0 seconds ago", never "in 0 seconds".
  const parts = formatOf(language).formatToParts(whole === 0 ? -0 : whole, unit);
  if (language === 'en') return parts.map((part) => part.value).join('');
  return parts
    .map((part) => part.value.trim())
    .filter((value) => value !== '')
    .join(' ');
}
