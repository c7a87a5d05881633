import { BytesView } from './bytes';
import { type View } from './view';

const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const URL_SAFE = `${STANDARD.slice(0, 62)}-_`;

/** The value of each digit of both alphabets; -1 for other units of ASCII. */
export const SEXTETS = Int8Array.from({ length: 128 }, (_, unit) => {
  const digit = String.fromCharCode(unit);
  return STANDARD.includes(digit) ? STANDARD.indexOf(digit) : URL_SAFE.indexOf(digit);
});

/** What a run of Base64 digits stands for. Bits at its end that belong to no byte stay as they are. */
export class Base64View extends BytesView {
  protected readonly size: number;
  private readonly sextets: Uint8Array;
  private readonly alphabet: string;

  constructor(
    below: View,
    private readonly from: number,
    to: number,
    readonly isGuess: boolean,
  ) {
    super(below, to - from);
    this.sextets = new Uint8Array(to - from);
    let isStandard = false;
    let isUrlSafe = false;
    for (let at = from; at < to; at++) {
      const unit = below.units[at] as number;
      isStandard ||= unit === 0x2b || unit === 0x2f;
      isUrlSafe ||= unit === 0x2d || unit === 0x5f;
      this.sextets[at - from] = SEXTETS[unit] as number;
    }
    // Without a digit that tells, padding does: `=`, or `%3D` in a URL.
    const next = to < below.length ? (below.units[to] as number) : 0;
    isUrlSafe ||= !isStandard && (to - from) % 4 !== 0 && next !== 0x3d && next !== 0x25;
    this.alphabet = isUrlSafe ? URL_SAFE : STANDARD;
    this.size = ((to - from) * 6) >> 3;
    this.decode(this.size);
  }

  protected byte(index: number): number {
    const at = Math.floor((index * 4) / 3);
    const [a, b] = [this.sextets[at] as number, this.sextets[at + 1] as number];
    const phase = index % 3;
    return (phase === 0 ? (a << 2) | (b >> 4) : phase === 1 ? (a << 4) | (b >> 2) : (a << 6) | b) & 0xff;
  }

  protected setByte(index: number, byte: number): void {
    const at = Math.floor((index * 4) / 3);
    const [a, b] = [this.sextets[at] as number, this.sextets[at + 1] as number];
    const phase = index % 3;
    if (phase === 0) this.setSextets(at, byte >> 2, (b & 0x0f) | ((byte & 3) << 4));
    else if (phase === 1) this.setSextets(at, (a & 0x30) | (byte >> 4), (b & 0x03) | ((byte & 15) << 2));
    else this.setSextets(at, (a & 0x3c) | (byte >> 6), byte & 0x3f);
  }

  protected keepByte(index: number): void {
    const at = Math.floor((index * 4) / 3);
    this.below.keep(this.from + at);
    this.below.keep(this.from + at + 1);
  }

  protected isDone(index: number): boolean {
    return this.below.done[this.from + Math.floor((index * 4) / 3)] === 1;
  }

  protected rawUnit(): number {
    return -1;
  }

  protected setRaw(): void {
    throw new RangeError('every place of Base64 is a byte');
  }

  private setSextets(at: number, first: number, second: number): void {
    this.sextets[at] = first;
    this.sextets[at + 1] = second;
    this.below.put(this.from + at, this.alphabet.charCodeAt(first));
    this.below.put(this.from + at + 1, this.alphabet.charCodeAt(second));
  }
}
