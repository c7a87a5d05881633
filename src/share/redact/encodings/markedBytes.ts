import { type Bytes } from './bytes';
import { HexCase, hexAt, hexUnit, hexValue } from './hex';
import { isLineEnd } from './unitCodes';
import { type View } from './view';

const PERCENT = 0x25;
const BACKSLASH = 0x5c;
const LETTER_X = 0x78;
const EQUALS = 0x3d;
const ZERO = 0x30;

/** How a byte is marked among units that stand for themselves. */
export interface Mark {
  /** Units in front of its digits; 0 where none is marked there. */
  lead(units: Uint16Array, at: number, end: number): number;
  readonly digits: number;
  readonly base: 8 | 16;
  /** Capitals are usual in its digits. */
  readonly isUpper: boolean;
  /** How many units stand for nothing at a place. */
  nothing(units: Uint16Array, at: number, end: number): number;
}

const NOTHING = (): number => 0;

/** `%41` */
export const PERCENT_MARK: Mark = {
  lead: (units, at) => (units[at] === PERCENT ? 1 : 0),
  digits: 2,
  base: 16,
  isUpper: true,
  nothing: NOTHING,
};

/** `\x41` */
export const BACKSLASH_MARK: Mark = {
  lead: (units, at) => (units[at] === BACKSLASH && units[at + 1] === LETTER_X ? 2 : 0),
  digits: 2,
  base: 16,
  isUpper: false,
  nothing: NOTHING,
};

/** `\101` */
export const OCTAL_MARK: Mark = {
  lead: (units, at) => (units[at] === BACKSLASH ? 1 : 0),
  digits: 3,
  base: 8,
  isUpper: false,
  nothing: NOTHING,
};

/** `=41` of mails, in which `=` at the end of a line stands for nothing. */
export const MAIL_MARK: Mark = {
  lead: (units, at) => (units[at] === EQUALS ? 1 : 0),
  digits: 2,
  base: 16,
  isUpper: true,
  nothing: (units, at, end) => {
    if (units[at] !== EQUALS || at + 1 >= end || !isLineEnd(units[at + 1] as number)) return 0;
    return at + 2 < end && isLineEnd(units[at + 2] as number) ? 3 : 2;
  },
};

/** The value of a byte that is marked at a place; -1 where none is. */
export function markedByte(mark: Mark, units: Uint16Array, at: number, end: number): number {
  const lead = mark.lead(units, at, end);
  if (lead === 0) return -1;
  if (mark.base === 16) return hexAt(units, at + lead, mark.digits, end);
  if (at + lead + mark.digits > end) return -1;
  let value = 0;
  for (let index = 0; index < mark.digits; index++) {
    const digit = (units[at + lead + index] as number) - ZERO;
    if (digit < 0 || digit > 7) return -1;
    value = value * 8 + digit;
  }
  return value > 0xff ? -1 : value;
}

/** A stretch in which some bytes are marked, and other units stand for themselves. */
export class MarkedBytes implements Bytes {
  readonly size: number;
  /** Some byte of it is marked, or something in it stands for nothing. */
  isMarked = false;
  /** Where each place starts below, and whether it is a byte or a unit as it stands. */
  private readonly places: Uint32Array;
  private readonly isByte: Uint8Array;
  private readonly hexCase: HexCase;

  constructor(
    private readonly below: View,
    from: number,
    private readonly to: number,
    private readonly mark: Mark,
  ) {
    this.hexCase = new HexCase(mark.isUpper);
    this.places = new Uint32Array(to - from);
    this.isByte = new Uint8Array(to - from);
    const { units } = below;
    let size = 0;
    for (let at = from; at < to;) {
      const nothing = mark.nothing(units, at, to);
      this.isMarked ||= nothing > 0;
      if (nothing > 0) {
        at += nothing;
        continue;
      }
      const byte = markedByte(mark, units, at, to);
      const lead = mark.lead(units, at, to);
      this.isMarked ||= byte >= 0;
      if (byte >= 0) this.hexCase.see(units, at + lead, mark.digits);
      this.places[size] = at;
      this.isByte[size++] = byte < 0 ? 0 : 1;
      at += byte < 0 ? 1 : lead + mark.digits;
    }
    this.size = size;
  }

  byte(index: number): number {
    const at = this.places[index] as number;
    const lead = this.widthAt(at) - this.mark.digits;
    let value = 0;
    for (let digit = 0; digit < this.mark.digits; digit++)
      value = value * this.mark.base + hexValue(this.below.now(at + lead + digit));
    return value;
  }

  rawUnit(index: number): number {
    return this.isByte[index] === 1 ? -1 : this.below.now(this.places[index] as number);
  }

  setRaw(index: number, unit: number): void {
    this.below.put(this.places[index] as number, unit);
  }

  setByte(index: number, byte: number): void {
    const { mark, below, hexCase } = this;
    const at = this.places[index] as number;
    const from = at + mark.lead(below.units, at, this.to);
    for (let digit = 0; digit < mark.digits; digit++) {
      const left = mark.digits - 1 - digit;
      if (mark.base === 16) below.put(from + digit, hexUnit(byte >> (4 * left), hexCase.isUpper));
      else below.put(from + digit, ZERO + ((byte >> (3 * left)) & 7));
    }
  }

  keepByte(index: number): void {
    const at = this.places[index] as number;
    const width = this.isByte[index] === 1 ? this.widthAt(at) : 1;
    for (let offset = 0; offset < width; offset++) this.below.keep(at + offset);
  }

  isDone(index: number): boolean {
    const at = this.places[index] as number;
    return this.below.isDone(this.isByte[index] === 1 ? at + this.widthAt(at) - 1 : at);
  }

  place(index: number): number {
    return this.below.place(index < this.size ? (this.places[index] as number) : this.to);
  }

  private widthAt(at: number): number {
    return this.mark.lead(this.below.units, at, this.to) + this.mark.digits;
  }
}
