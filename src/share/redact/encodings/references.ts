import { type UnitCode } from './codedView';
import { hexValue } from './hex';
import { textOf, type View } from './view';

const AMPERSAND = 0x26;
const HASH = 0x23;
const SEMICOLON = 0x3b;
const LETTER_X = 0x78;
const ZERO = 0x30;
const SMALL_D = 0x64;
const SMALL_Z = 0x7a;
/** Digits of a reference. */
const MOST = 8;

/** Those of signs that secrets hold; letters have none of their own. */
const NAMED: ReadonlyMap<string, number> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    shy: '\u00ad',
    num: '#',
    excl: '!',
    dollar: '$',
    percnt: '%',
    lpar: '(',
    rpar: ')',
    ast: '*',
    plus: '+',
    comma: ',',
    period: '.',
    sol: '/',
    colon: ':',
    semi: ';',
    equals: '=',
    quest: '?',
    commat: '@',
    lsqb: '[',
    lbrack: '[',
    bsol: '\\',
    rsqb: ']',
    rbrack: ']',
    Hat: '^',
    lowbar: '_',
    grave: '`',
    lcub: '{',
    lbrace: '{',
    verbar: '|',
    vert: '|',
    rcub: '}',
    rbrace: '}',
    hyphen: '\u2010',
    Tab: '\t',
    NewLine: '\n',
    AMP: '&',
    LT: '<',
    GT: '>',
    QUOT: '"',
    zwj: '\u200d',
    zwnj: '\u200c',
  }).map(([name, sign]) => [name, sign.charCodeAt(0)] as const),
);
const LONGEST_NAME = 8;

/** References of HTML and XML: `&#65;`, `&#x41;`, `&amp;`; browsers take the numbers without their semicolon as well. */
export class References implements UnitCode {
  width = 1;

  read(units: Uint16Array, at: number, end: number): number {
    if (units[at] !== AMPERSAND) return -1;
    if (units[at + 1] !== HASH) return this.named(units, at, end);
    const isHex = ((units[at + 2] as number) | 0x20) === LETTER_X;
    const from = at + (isHex ? 3 : 2);
    let code = 0;
    let next = from;
    for (; next < end && next < from + MOST; next++) {
      const digit = hexValue(units[next] as number);
      if (digit < 0 || (!isHex && digit > 9)) break;
      code = code * (isHex ? 16 : 10) + digit;
    }
    if (next === from || code > 0xffff) return -1;
    this.width = next - at + (next < end && units[next] === SEMICOLON ? 1 : 0);
    return code;
  }

  /** The new number in the place of the old one: with zeros in front, or without the semicolon, where its length is another. */
  write(below: View, start: number, width: number, unit: number): void {
    if (below.units[start + 1] !== HASH) return;
    const isHex = ((below.units[start + 2] as number) | 0x20) === LETTER_X;
    const from = start + (isHex ? 3 : 2);
    const end = start + width;
    const hasSemicolon = below.units[end - 1] === SEMICOLON;
    const number = unit.toString(isHex ? 16 : 10);
    const next = end < below.units.length ? (below.units[end] as number) : 0;
    const isDigitNext = hexValue(next) >= 0 && (isHex || next <= 0x39);
    let to = hasSemicolon || number.length + 1 === end - from ? end - 1 : end;
    if (number.length > to - from && to === end - 1 && !isDigitNext) to = end;
    if (number.length > to - from && unit >= SMALL_D && unit <= SMALL_Z) {
      // The same letter as a capital has a number of two digits.
      this.write(below, start, width, unit & ~0x20);
      return;
    }
    // What does not fit is at least gone.
    const fitting = number.length > to - from ? '9'.repeat(to - from) : number;
    const written = fitting.padStart(to - from, '0') + (to < end ? ';' : '');
    for (let index = 0; index < written.length; index++) below.put(from + index, written.charCodeAt(index));
  }

  private named(units: Uint16Array, at: number, end: number): number {
    let next = at + 1;
    while (next < end && next <= at + LONGEST_NAME && isLetter(units[next] as number)) next++;
    if (next >= end || units[next] !== SEMICOLON) return -1;
    const sign = NAMED.get(textOf(units, at + 1, next));
    this.width = next + 1 - at;
    return sign ?? -1;
  }
}

function isLetter(unit: number): boolean {
  const small = unit | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (unit >= ZERO && unit <= ZERO + 9);
}
