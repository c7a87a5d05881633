import { hexValue } from './hex';
import { type View } from './view';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const PERCENT = 0x25;

const ESCAPE_LETTERS = Uint8Array.from({ length: 128 }, (_, unit) => ('"\\/bfnrtu'.includes(String.fromCharCode(unit)) ? 1 : 0));

/** What the text between two quotes is written in. */
export type Encoding = 'escaped' | 'percent';

/** Calls back for each stretch between quotes that are not escaped, if something in it is escaped or percent-encoded. */
export function encodedSegments(view: View, take: (encoding: Encoding, from: number, to: number) => void): void {
  const { units, length } = view;
  let from = 0;
  let isEscaped = false;
  let isPercent = false;
  for (let at = 0; at <= length; at++) {
    const unit = at < length ? (units[at] as number) : QUOTE;
    if (unit === QUOTE) {
      if (isEscaped) take('escaped', from, at);
      else if (isPercent) take('percent', from, at);
      from = at + 1;
      isEscaped = false;
      isPercent = false;
    } else if (unit === BACKSLASH) {
      isEscaped ||= at + 1 < length && isEscapeLetter(units[at + 1] as number);
      // What is escaped does not end the stretch.
      at++;
    } else if (unit === PERCENT && !isPercent)
      isPercent = at + 2 < length && hexValue(units[at + 1] as number) >= 0 && hexValue(units[at + 2] as number) >= 0;
  }
}

/** `"\/bfnrtu` */
function isEscapeLetter(unit: number): boolean {
  return unit < 128 && ESCAPE_LETTERS[unit] === 1;
}

/** Whether a unit of a JSON text belongs to an escape: the letter of one, or a digit of `\u0041`. */
export function isInEscape({ units }: View, at: number): boolean {
  for (let back = 1; back <= 5 && back <= at; back++) {
    if (units[at - back] !== BACKSLASH) continue;
    let first = at - back;
    while (first > 0 && units[first - 1] === BACKSLASH) first--;
    if ((at - back - first) % 2 === 1) return false;
    return back === 1 ? isEscapeLetter(units[at] as number) : units[at - back + 1] === 0x75;
  }
  return false;
}
