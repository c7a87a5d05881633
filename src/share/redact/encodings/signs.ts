import { SEXTETS } from './base64Bytes';
import { hexValue } from './hex';
import { isEscapeLetter } from './segments';
import { isLineEnd, isUnseen } from './unitCodes';
import { type View } from './view';

/** What an encoding cannot do without, as bits. */
export const enum Sign {
  Escape = 1,
  ByteEscape = 2,
  Octal = 4,
  Percent = 8,
  PercentUnit = 16,
  Plus = 32,
  Reference = 64,
  FullWidth = 128,
  Unseen = 256,
  LineEnd = 512,
  Doubled = 1024,
  Equals = 2048,
  Hex = 4096,
  Base64 = 8192,
}

/** Fewer digits hold no value that is long enough. */
export const SHORTEST_RUN = 8;

const SPECIAL = Uint8Array.from({ length: 128 }, (_, unit) => ('\\%+&=\'"\n\r'.includes(String.fromCharCode(unit)) ? 1 : 0));
const DIGITS = Uint8Array.from({ length: 128 }, (_, unit) =>
  (SEXTETS[unit] as number) >= 0 ? (hexValue(unit) >= 0 ? 3 : 1) : 0,
);

/** The signs in a view: which encodings something in it may be written in. */
export function signsOf({ units, length }: View): number {
  let signs = 0;
  let digits = 0;
  let hexDigits = 0;
  for (let at = 0; at < length; at++) {
    const unit = units[at] as number;
    if (unit >= 128) {
      digits = hexDigits = 0;
      if (unit >= 0xff01 && unit <= 0xff5e) signs |= Sign.FullWidth;
      else if (isUnseen(unit)) signs |= Sign.Unseen;
      continue;
    }
    const digit = DIGITS[unit] as number;
    if (digit === 0) digits = hexDigits = 0;
    else {
      if (++digits === SHORTEST_RUN) signs |= Sign.Base64;
      hexDigits = digit === 3 ? hexDigits + 1 : 0;
      // Pairs of digits may be apart.
      if (hexDigits === 2 && (at + 1 === length || isApart(units, at + 1, length))) signs |= Sign.Hex;
      if (hexDigits === SHORTEST_RUN) signs |= Sign.Hex;
    }
    if (SPECIAL[unit] === 1) signs |= special(unit, units, at, length);
  }
  return signs;
}

/** Whether two more digits follow behind a sign. */
function isApart(units: Uint16Array, at: number, length: number): boolean {
  return (
    hexValue(units[at] as number) < 0 &&
    ((at + 2 < length && hexValue(units[at + 1] as number) >= 0 && hexValue(units[at + 2] as number) >= 0) ||
      (at + 4 < length && units[at + 1] === 0x30) ||
      (at + 5 < length && units[at + 2] === 0x30))
  );
}

function special(unit: number, units: Uint16Array, at: number, length: number): number {
  const next = at + 1 < length ? (units[at + 1] as number) : 0;
  if (isLineEnd(unit)) return Sign.LineEnd;
  switch (unit) {
    case 0x5c:
      return (
        (isEscapeLetter(next) ? Sign.Escape : 0) |
        (next === 0x78 ? Sign.ByteEscape : 0) |
        (next >= 0x30 && next <= 0x37 ? Sign.Octal : 0)
      );
    case 0x25:
      return (hexValue(next) >= 0 ? Sign.Percent : 0) | (next === 0x75 ? Sign.PercentUnit : 0);
    case 0x2b:
      return Sign.Plus;
    case 0x26:
      return Sign.Reference;
    case 0x3d:
      return hexValue(next) >= 0 || isLineEnd(next) ? Sign.Equals : 0;
    default:
      return next === unit ? Sign.Doubled : 0;
  }
}
