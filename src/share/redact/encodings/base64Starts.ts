import { GRAM, ROLLED_BITS, rolled } from '../rolled';
import { bytesOf } from './utf8';

/** The bits of three digits of Base64. */
const DIGITS_BITS = 18;
const DIGITS_MASK = (1 << DIGITS_BITS) - 1;
const isLetter = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a;

/** Where values may start in Base64, whichever of the bits of a digit that is: their first bytes in UTF-8, in any case. Most words are turned away by it. */
export class Base64Starts {
  /** Which three digits may hold the first two bytes of a value. */
  private readonly digits = new Uint8Array(1 << (DIGITS_BITS - 3));
  private readonly known = new Uint8Array(1 << 16);
  private readonly starts = new Uint8Array(1 << (ROLLED_BITS - 3));

  /** Takes a value in, folded. */
  add(value: string): void {
    const bytes = firstBytes(value);
    if (bytes.length < GRAM) return;
    let hash = 0;
    for (const byte of bytes) hash = rolled(hash, byte);
    put(this.starts, hash);
    const [first = 0, second = 0] = bytes;
    if (this.known[(first << 8) | second] === 1) return;
    this.known[(first << 8) | second] = 1;
    for (const a of isLetter(first) ? [first, first & ~0x20] : [first])
      for (const b of isLetter(second) ? [second, second & ~0x20] : [second]) {
        for (let rest = 0; rest < 4; rest++) {
          put(this.digits, (a << 10) | (b << 2) | rest);
          put(this.digits, (rest << 16) | (a << 8) | b);
        }
        for (let rest = 0; rest < 16; rest++) put(this.digits, ((rest << 14) | (a << 6) | (b >> 2)) & DIGITS_MASK);
      }
  }

  /** Whether a value may start in the first of three digits; `digits` is `shifted` over them. */
  mayHold(digits: number): boolean {
    return isPut(this.digits, digits);
  }

  /** Whether a value may start with some bytes, of which those of ASCII are folded; `hash` is `rolled` over GRAM of them. */
  mayStart(hash: number): boolean {
    return isPut(this.starts, hash);
  }
}

/** The last three digits with one more of them. */
export function shifted(before: number, digit: number): number {
  return ((before << 6) | digit) & DIGITS_MASK;
}

function firstBytes(value: string): readonly number[] {
  const bytes: number[] = [];
  for (let at = 0; at < value.length && bytes.length < GRAM;) {
    const code = value.codePointAt(at) ?? 0;
    const count = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    bytes.push(...bytesOf(code, count));
    at += count === 4 ? 2 : 1;
  }
  return bytes.slice(0, GRAM);
}

function put(bits: Uint8Array, at: number): void {
  bits[at >>> 3] = (bits[at >>> 3] as number) | (1 << (at & 7));
}

function isPut(bits: Uint8Array, at: number): boolean {
  return (((bits[at >>> 3] as number) >>> (at & 7)) & 1) === 1;
}
