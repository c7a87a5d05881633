import { type UnitCode } from './codedView';
import { HexCase, hexAt, hexUnit, hexValue } from './hex';
import { type View } from './view';

const BACKSLASH = 0x5c;
const QUOTES: ReadonlySet<number> = new Set([0x22, 0x27]);
const LETTER_U = 0x75;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const PERCENT = 0x25;
const PLUS = 0x2b;
const SPACE = 0x20;

const SIMPLE: ReadonlyMap<number, number> = new Map(
  Object.entries({ '"': '"', "'": "'", '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }).map(
    ([letter, meaning]) => [letter.charCodeAt(0), meaning.charCodeAt(0)] as const,
  ),
);

function putHex(below: View, start: number, count: number, unit: number, isUpper: boolean): void {
  for (let index = 0; index < count; index++) below.put(start + index, hexUnit(unit >> (4 * (count - 1 - index)), isUpper));
}

/** One level of the escapes of JSON and of its relatives: `\n`, `\u0041`, `\u{41}`. Escapes that none of them knows stay. */
export class Escapes implements UnitCode {
  width = 1;
  private readonly hexCase = new HexCase(false);

  read(units: Uint16Array, at: number, end: number): number {
    if (units[at] !== BACKSLASH || at + 1 >= end) return -1;
    const next = units[at + 1] as number;
    const simple = SIMPLE.get(next);
    if (simple !== undefined) {
      this.width = 2;
      return simple;
    }
    if (next !== LETTER_U) return -1;
    const code = hexAt(units, at + 2, 4, end);
    if (code >= 0) {
      this.width = 6;
      this.hexCase.see(units, at + 2, 4);
      return code;
    }
    return this.braced(units, at, end);
  }

  write(below: View, start: number, width: number, unit: number): void {
    // Those of two units stand for signs, which stand-ins keep.
    if (width === 6 && below.units[start + 2] !== OPEN_BRACE) putHex(below, start + 2, 4, unit, this.hexCase.isUpper);
    else if (width > 2) putHex(below, start + 3, width - 4, unit, this.hexCase.isUpper);
  }

  private braced(units: Uint16Array, at: number, end: number): number {
    if (units[at + 2] !== OPEN_BRACE) return -1;
    let close = at + 3;
    let code = 0;
    for (; close < end && close < at + 9 && units[close] !== CLOSE_BRACE; close++) {
      const digit = hexValue(units[close] as number);
      if (digit < 0) return -1;
      code = code * 16 + digit;
    }
    if (close === at + 3 || close >= end || units[close] !== CLOSE_BRACE || code > 0xffff) return -1;
    this.width = close + 1 - at;
    this.hexCase.see(units, at + 3, close - at - 3);
    return code;
  }
}

/** `%u0041`, as old scripts write it. */
export class PercentUnits implements UnitCode {
  readonly width = 6;
  private readonly hexCase = new HexCase(true);

  read(units: Uint16Array, at: number, end: number): number {
    if (units[at] !== PERCENT || units[at + 1] !== LETTER_U) return -1;
    const code = hexAt(units, at + 2, 4, end);
    if (code >= 0) this.hexCase.see(units, at + 2, 4);
    return code;
  }

  write(below: View, start: number, _width: number, unit: number): void {
    putHex(below, start + 2, 4, unit, this.hexCase.isUpper);
  }
}

/** A blank as forms send it: `+`. */
export class Pluses implements UnitCode {
  readonly width = 1;

  read(units: Uint16Array, at: number): number {
    return units[at] === PLUS ? SPACE : -1;
  }

  write(below: View, start: number, _width: number, unit: number): void {
    below.put(start, unit === SPACE ? PLUS : unit);
  }
}

/** The wide forms of ASCII, as Chinese input methods write them. */
export class FullWidth implements UnitCode {
  readonly width = 1;

  read(units: Uint16Array, at: number): number {
    const unit = units[at] as number;
    if (unit === IDEOGRAPHIC_SPACE) return SPACE;
    return unit >= FULL_WIDTH && unit < FULL_WIDTH + ASCII_SIGNS ? unit - FULL_WIDTH + EXCLAMATION : -1;
  }

  write(below: View, start: number, _width: number, unit: number): void {
    const isSign = unit >= EXCLAMATION && unit < EXCLAMATION + ASCII_SIGNS;
    below.put(start, unit === SPACE ? IDEOGRAPHIC_SPACE : isSign ? unit - EXCLAMATION + FULL_WIDTH : unit);
  }
}

const FULL_WIDTH = 0xff01;
const ASCII_SIGNS = 94;
const EXCLAMATION = 0x21;
const IDEOGRAPHIC_SPACE = 0x3000;

/** Two quotes for one, as cells of tables and texts of SQL have them. */
export class DoubledQuotes implements UnitCode {
  readonly width = 2;

  read(units: Uint16Array, at: number, end: number): number {
    const unit = units[at] as number;
    return QUOTES.has(unit) && at + 1 < end && units[at + 1] === unit ? unit : -1;
  }

  write(below: View, start: number, _width: number, unit: number): void {
    below.put(start, unit);
    below.put(start + 1, unit);
  }
}

/** Units that nothing is seen of, in front of another one: soft hyphens, zero-width characters, marks of direction; with `lines`, line ends and what indents the next line. */
export class Interrupted implements UnitCode {
  width = 1;

  constructor(private readonly lines: boolean) {}

  read(units: Uint16Array, at: number, end: number): number {
    let next = at;
    while (next < end && this.isNothing(units, next)) next++;
    if (next === at || next >= end) return -1;
    this.width = next + 1 - at;
    return units[next] as number;
  }

  write(below: View, start: number, width: number, unit: number): void {
    below.put(start + width - 1, unit);
  }

  private isNothing(units: Uint16Array, at: number): boolean {
    const unit = units[at] as number;
    if (isUnseen(unit)) return true;
    if (!this.lines) return false;
    if (isLineEnd(unit)) return true;
    // What indents a line, or the blank of a folded header.
    if (unit !== SPACE && unit !== 0x09) return false;
    let before = at;
    while (before > 0 && (units[before - 1] === SPACE || units[before - 1] === 0x09)) before--;
    return before > 0 && at - before < MAX_INDENT && isLineEnd(units[before - 1] as number);
  }
}

const MAX_INDENT = 64;

export function isLineEnd(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

/** Whether a unit is one that nothing is seen of. */
export function isUnseen(unit: number): boolean {
  if (unit < 0xad) return false;
  return (
    unit === 0xad ||
    unit === 0x034f ||
    unit === 0x061c ||
    unit === 0x180e ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x206f) ||
    (unit >= 0xfe00 && unit <= 0xfe0f) ||
    unit === 0xfeff
  );
}
