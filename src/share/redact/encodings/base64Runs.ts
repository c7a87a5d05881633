import { foldUnit } from '../fold';
import { type Needles } from '../needles';
import { GRAM, rolled } from '../rolled';
import { Base64Bytes, SEXTETS } from './base64Bytes';
import { shifted } from './base64Starts';
import { type ByteReader, isUtf8, wideTexts } from './byteTexts';
import { SHORTEST_RUN } from './signs';
import { Utf8View } from './utf8View';
import { type View } from './view';

/** Digits of a group, which is three bytes. */
const GROUP = 4;
/** Digits of four units of UTF-16. */
const SHORTEST_WIDE = 11;
const LETTER_A = 0x41;
const SLASH = 0x2f;

type Take = (inner: View) => void;

/**
 * Calls back with each text that a run of Base64 digits stands for, wherever its first group starts; with `needles`, also where a value may start in what
 * is no text as a whole.
 */
export function base64Runs(view: View, needles: Needles | undefined, take: Take): void {
  const { units, length } = view;
  let from = -1;
  for (let at = 0; at <= length; at++) {
    const unit = at < length ? (units[at] as number) : 0;
    if (unit < 128 && (SEXTETS[unit] as number) >= 0) {
      if (from < 0) from = at;
      continue;
    }
    if (from >= 0 && at - from >= SHORTEST_RUN) look(view, from, at, needles, take);
    from = -1;
  }
}

function look(view: View, from: number, to: number, needles: Needles | undefined, take: Take): void {
  const { units } = view;
  const wideNeedles = needles !== undefined && hasZeros(units, from, to) ? needles : undefined;
  const guesses = needles === undefined ? 0 : startsOf(units, from, to, needles);
  // What stands before the text may be digits as well: a word of any length, or a path.
  const slash = lastSlash(units, from, to);
  for (let phase = 0; phase <= GROUP; phase++) {
    const start = phase < GROUP ? from + phase : slash + 1;
    if ((phase === GROUP && slash < from + GROUP) || to - start < SHORTEST_RUN) continue;
    // Where a group starts behind other digits, text may be there by chance.
    const isSure = phase === 0 || phase === GROUP;
    const make = (): Base64Bytes => new Base64Bytes(view, start, to);
    if (isUtf8(DIGITS.of(units, start, to))) take(new Utf8View(make(), !isSure));
    else if (phase < GROUP && (guesses & (1 << phase)) !== 0) take(new Utf8View(make(), true));
    if (to - start >= SHORTEST_WIDE)
      wideTexts(DIGITS.of(units, start, to), wideNeedles, needles === undefined, isSure, make, take);
  }
}

/** Reads the bytes of digits without taking them along. */
class Digits implements ByteReader {
  size = 0;
  private units: Uint16Array = new Uint16Array();
  private from = 0;

  of(units: Uint16Array, from: number, to: number): this {
    this.units = units;
    this.from = from;
    this.size = ((to - from) * 6) >> 3;
    return this;
  }

  byte(index: number): number {
    const group = Math.floor(index / 3);
    const phase = index - group * 3;
    const at = this.from + group * 4 + phase;
    const first = SEXTETS[this.units[at] as number] as number;
    const second = SEXTETS[this.units[at + 1] as number] as number;
    return (
      (phase === 0 ? (first << 2) | (second >> 4) : phase === 1 ? (first << 4) | (second >> 2) : (first << 6) | second) & 0xff
    );
  }
}

const DIGITS = new Digits();

/** Where groups may start in whose bytes a value may start, as bits. */
function startsOf(units: Uint16Array, from: number, to: number, needles: Needles): number {
  let starts = 0;
  let digits = 0;
  for (let at = from; at < to; at++) {
    digits = shifted(digits, SEXTETS[units[at] as number] as number);
    if (at < from + 2 || !needles.bytes.mayHold(digits)) continue;
    for (let offset = 0; offset < 3; offset++) {
      const phase = (at - 2 - offset - from + GROUP) % GROUP;
      if ((starts & (1 << phase)) === 0 && mayStart(units, at - 2, offset, to, needles)) starts |= 1 << phase;
    }
  }
  return starts;
}

/** Whether a value may start in the digit at `at`, which is the one with number `offset` of its group. */
function mayStart(units: Uint16Array, at: number, offset: number, to: number, needles: Needles): boolean {
  if (at + Math.ceil((offset * 2 + GRAM * 8) / 6) > to) return false;
  let hash = 0;
  let held = (SEXTETS[units[at] as number] as number) & (0x3f >> (offset * 2));
  let bits = 6 - offset * 2;
  for (let next = at + 1, count = 0; count < GRAM; next++) {
    held = (held << 6) | (SEXTETS[units[next] as number] as number);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    hash = rolled(hash, foldUnit(held >> bits));
    held &= (1 << bits) - 1;
    count++;
  }
  return needles.bytes.mayStart(hash);
}

/** Whether zeros come again after four units of UTF-16, as those of Latin letters do. */
function hasZeros(units: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at + 8 < to; at++)
    if (units[at] === LETTER_A && units[at + 8] === LETTER_A && (units[at + 3] === LETTER_A || units[at + 5] === LETTER_A))
      return true;
  return false;
}

/** The last `/` that enough digits stand behind; -1 where there is none. */
function lastSlash(units: Uint16Array, from: number, to: number): number {
  for (let at = to - SHORTEST_RUN - 1; at >= from; at--) if (units[at] === SLASH) return at;
  return -1;
}
