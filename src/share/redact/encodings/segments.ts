import { type View } from './view';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;

const ESCAPE_LETTERS = Uint8Array.from({ length: 128 }, (_, unit) =>
  '"\'\\/bfnrtu'.includes(String.fromCharCode(unit)) ? 1 : 0,
);

/** Calls back for each stretch between quotes that are not escaped, if something in it is. */
export function escapedSegments(view: View, take: (from: number, to: number) => void): void {
  const { units, length } = view;
  let from = 0;
  let isEscaped = false;
  for (let at = 0; at <= length; at++) {
    const unit = at < length ? (units[at] as number) : QUOTE;
    if (unit === QUOTE) {
      if (isEscaped) take(from, at);
      from = at + 1;
      isEscaped = false;
    } else if (unit === BACKSLASH) {
      isEscaped ||= at + 1 < length && isEscapeLetter(units[at + 1] as number);
      // What is escaped does not end the stretch.
      at++;
    }
  }
}

/** `"'\/bfnrtu` */
export function isEscapeLetter(unit: number): boolean {
  return unit < 128 && ESCAPE_LETTERS[unit] === 1;
}

/** Whether a unit of a JSON text belongs to an escape: the letter of one, or a digit of `\u0041`. */
export function isInEscape({ units }: View, at: number): boolean {
  for (let back = 1; back <= 5 && back <= at; back++) {
    if (units[at - back] !== BACKSLASH) continue;
    let first = at - back;
    while (first > 0 && units[first - 1] === BACKSLASH) first--;
    if ((at - back - first) % 2 === 1) return false;
    return back === 1 ? isEscapeLetter(units[at] as number) : units[at - back + 1] === LETTER_U;
  }
  return false;
}
