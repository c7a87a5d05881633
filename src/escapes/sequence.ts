/** One escape sequence of a JSON string, read without allocating: this runs on every backslash of a log. */

const BACKSPACE = 0x08;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const FORM_FEED = 0x0c;
const RETURN = 0x0d;

/** Length in UTF-16 units of the escape whose backslash is at `at`: 2, or 6 for `\uXXXX`; 0 when JSON has no such escape. */
export function sequenceLength(text: string, at: number): 0 | 2 | 6 {
  switch (text.charCodeAt(at + 1)) {
    case 0x22: // "
    case 0x2f: // /
    case 0x5c: // \
    case 0x62: // b
    case 0x66: // f
    case 0x6e: // n
    case 0x72: // r
    case 0x74: // t
      return 2;
    case 0x75: // u
      return hex(text, at + 2) < 0 ? 0 : 6;
    default:
      return 0;
  }
}

/** The UTF-16 unit that the escape at `at` stands for; the escape must be one that {@link sequenceLength} measured. */
export function sequenceUnit(text: string, at: number): number {
  const unit = text.charCodeAt(at + 1);
  switch (unit) {
    case 0x62:
      return BACKSPACE;
    case 0x66:
      return FORM_FEED;
    case 0x6e:
      return LINE_FEED;
    case 0x72:
      return RETURN;
    case 0x74:
      return TAB;
    case 0x75:
      return hex(text, at + 2);
    default:
      return unit;
  }
}

/** Four hexadecimal digits as a number, -1 when they are none. */
function hex(text: string, from: number): number {
  let unit = 0;
  for (let at = from; at < from + 4; at++) {
    const digit = hexDigit(text.charCodeAt(at));
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

function hexDigit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
