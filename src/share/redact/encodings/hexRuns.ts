import { type Needles } from '../needles';
import { type ByteReader, isUtf8, mayHoldUtf8, wideTexts } from './byteTexts';
import { hexValue } from './hex';
import { HexBytes } from './hexBytes';
import { SHORTEST_RUN } from './signs';
import { Utf8View } from './utf8View';
import { textOf, type View } from './view';

/** What stands between pairs: `5a 78`, `5a:78`, `0x5a,0x78`, `0x5a, 0x78`. */
const BETWEEN = [/^[ :,._-]$/, /^[ ,;]0x$/i, /^, 0x$/i] as const;
const FEWEST_PAIRS = 4;

type Take = (inner: View) => void;

/** Calls back with each text that a run of hexadecimal digits stands for, in one piece or in pairs; with `needles`, also where a value may start in it. */
export function hexRuns(view: View, needles: Needles | undefined, take: Take): void {
  const { units, length } = view;
  let from = -1;
  for (let at = 0; at <= length; at++) {
    if (at < length && hexValue(units[at] as number) >= 0) {
      if (from < 0) from = at;
      continue;
    }
    if (from < 0) continue;
    const digits = at - from;
    if (digits >= SHORTEST_RUN)
      for (let phase = 0; phase < 2; phase++) look(view, from + phase, (digits - phase) >> 1, 2, needles, take);
    else if (digits === 2) {
      const run = pairsFrom(units, from, length);
      if (run !== undefined) {
        look(view, from, run.count, run.stride, needles, take);
        at = from + (run.count - 1) * run.stride + 2;
      }
    }
    from = -1;
  }
}

function look(view: View, from: number, size: number, stride: number, needles: Needles | undefined, take: Take): void {
  const reader = PAIRS.of(view.units, from, size, stride);
  const make = (): HexBytes => new HexBytes(view, from, size, stride);
  const isText = isUtf8(reader);
  if (isText || (needles !== undefined && mayHoldUtf8(reader, needles))) take(new Utf8View(make(), !isText));
  wideTexts(PAIRS.of(view.units, from, size, stride), needles, needles === undefined, true, make, take);
}

/** Reads the bytes of digits without taking them along. */
class Pairs implements ByteReader {
  size = 0;
  private units: Uint16Array = new Uint16Array();
  private from = 0;
  private stride = 2;

  of(units: Uint16Array, from: number, size: number, stride: number): this {
    this.units = units;
    this.from = from;
    this.size = size;
    this.stride = stride;
    return this;
  }

  byte(index: number): number {
    const at = this.from + index * this.stride;
    return hexValue(this.units[at] as number) * 16 + hexValue(this.units[at + 1] as number);
  }
}

const PAIRS = new Pairs();

interface Run {
  readonly count: number;
  readonly stride: number;
}

/** The pairs that start with the one at `from`, all with the same signs between. */
function pairsFrom(units: Uint16Array, from: number, length: number): Run | undefined {
  for (const between of BETWEEN) {
    const stride = between === BETWEEN[0] ? 3 : between === BETWEEN[1] ? 5 : 6;
    if (!between.test(textOf(units, from + 2, Math.min(from + stride, length)))) continue;
    let count = 1;
    for (let at = from + stride; at + 2 <= length && isPair(units, at, length) && isSame(units, from, at, stride); at += stride)
      count++;
    if (count >= FEWEST_PAIRS) return { count, stride };
  }
  return undefined;
}

function isPair(units: Uint16Array, at: number, length: number): boolean {
  return (
    hexValue(units[at] as number) >= 0 &&
    hexValue(units[at + 1] as number) >= 0 &&
    (at + 2 >= length || hexValue(units[at + 2] as number) < 0)
  );
}

/** Whether the signs before a pair are those before the second one. */
function isSame(units: Uint16Array, from: number, at: number, stride: number): boolean {
  for (let back = 1; back <= stride - 2; back++) if (units[at - back] !== units[from + stride - back]) return false;
  return true;
}
