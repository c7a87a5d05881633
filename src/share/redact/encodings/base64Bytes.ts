import { PureBytes, type Bytes } from './bytes';
import { type View } from './view';

const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const URL_SAFE = `${STANDARD.slice(0, 62)}-_`;

/** The value of each digit of both alphabets; -1 for other units of ASCII. */
export const SEXTETS = Int8Array.from({ length: 128 }, (_, unit) => {
  const digit = String.fromCharCode(unit);
  return STANDARD.includes(digit) ? STANDARD.indexOf(digit) : URL_SAFE.indexOf(digit);
});

/** The bytes of a run of Base64 digits. Bits at its end that belong to no byte stay as they are. */
export class Base64Bytes extends PureBytes implements Bytes {
  readonly size: number;
  private readonly alphabet: string;

  constructor(
    private readonly below: View,
    private readonly from: number,
    to: number,
  ) {
    super();
    let isStandard = false;
    let isUrlSafe = false;
    for (let at = from; at < to; at++) {
      const unit = below.units[at] as number;
      isStandard ||= unit === 0x2b || unit === 0x2f;
      isUrlSafe ||= unit === 0x2d || unit === 0x5f;
    }
    // Without a digit that tells, padding does: `=`, or `%3D` in a URL.
    const next = to < below.length ? (below.units[to] as number) : 0;
    isUrlSafe ||= !isStandard && (to - from) % 4 !== 0 && next !== 0x3d && next !== 0x25;
    this.alphabet = isUrlSafe ? URL_SAFE : STANDARD;
    this.size = ((to - from) * 6) >> 3;
  }

  byte(index: number): number {
    const at = Math.floor((index * 4) / 3);
    const [a, b] = [this.sextet(at), this.sextet(at + 1)];
    const phase = index % 3;
    return (phase === 0 ? (a << 2) | (b >> 4) : phase === 1 ? (a << 4) | (b >> 2) : (a << 6) | b) & 0xff;
  }

  setByte(index: number, byte: number): void {
    const at = Math.floor((index * 4) / 3);
    const [a, b] = [this.sextet(at), this.sextet(at + 1)];
    const phase = index % 3;
    if (phase === 0) this.setSextets(at, byte >> 2, (b & 0x0f) | ((byte & 3) << 4));
    else if (phase === 1) this.setSextets(at, (a & 0x30) | (byte >> 4), (b & 0x03) | ((byte & 15) << 2));
    else this.setSextets(at, (a & 0x3c) | (byte >> 6), byte & 0x3f);
  }

  keepByte(index: number): void {
    const at = Math.floor((index * 4) / 3);
    this.below.keep(this.from + at);
    this.below.keep(this.from + at + 1);
  }

  isDone(index: number): boolean {
    // One of its digits may belong to a byte beside that was replaced.
    const at = this.from + Math.floor((index * 4) / 3);
    return this.below.isDone(at) && this.below.isDone(at + 1);
  }

  place(index: number): number {
    return this.below.place(this.from + Math.floor((index * 4) / 3));
  }

  /** As it is now: a digit belongs to two bytes. */
  private sextet(at: number): number {
    return SEXTETS[this.below.now(this.from + at)] as number;
  }

  private setSextets(at: number, first: number, second: number): void {
    this.below.put(this.from + at, this.alphabet.charCodeAt(first));
    this.below.put(this.from + at + 1, this.alphabet.charCodeAt(second));
  }
}
