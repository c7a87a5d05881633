const MS_A_DAY = 86_400_000;

function digits(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Days since 1970-01-01 of a date of the Gregorian calendar. */
function days(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/**
 * The time written at `start` as `2020-12-01T11:54:59`, with or without a fraction, `Z` or `+0000`, in ms since 1970 UTC; NaN where it is none.
 * It makes no object: it runs once an event. Whether the text is a time in all its parts is a check's matter.
 */
export function timeAt(text: string, start: number, end: number): number {
  if (end - start < 19) return NaN;
  const date = days(digits(text, start, 4), digits(text, start + 5, 2), digits(text, start + 8, 2)) * MS_A_DAY;
  const time =
    digits(text, start + 11, 2) * 3_600_000 + digits(text, start + 14, 2) * 60_000 + digits(text, start + 17, 2) * 1000;
  let at = start + 19;
  let fraction = 0;
  if (at < end && text.charCodeAt(at) === 0x2e) {
    let scale = 100;
    for (at++; at < end; at++) {
      const digit = text.charCodeAt(at) - 0x30;
      if (!(digit >= 0 && digit <= 9)) break;
      fraction += digit * scale;
      scale /= 10;
    }
  }
  return date + time + Math.floor(fraction) - offsetAt(text, at, end);
}

/** The offset from UTC written at `at` (`+0800`, `+08:00`), in ms. */
function offsetAt(text: string, at: number, end: number): number {
  const sign = text.charCodeAt(at);
  if (at + 5 > end || (sign !== 0x2b && sign !== 0x2d)) return 0;
  const minutes = digits(text, at + 1, 2) * 60 + digits(text, text.charCodeAt(at + 3) === 0x3a ? at + 4 : at + 3, 2);
  return (sign === 0x2b ? minutes : -minutes) * 60_000;
}
