import { type Bytes } from './bytes';
import { type View } from './view';

/** The unit of two bytes. */
export function unitAt(bytes: Bytes, at: number, isLittle: boolean): number {
  const [first, second] = [bytes.byte(at), bytes.byte(at + 1)];
  return isLittle ? first | (second << 8) : (first << 8) | second;
}

/** Text in UTF-16 whose bytes stand in another text in some encoding, as shells of Windows take it. */
export class Utf16View implements View {
  readonly units: Uint16Array;
  readonly length: number;

  /** `from` is the first byte of a unit. */
  constructor(
    private readonly bytes: Bytes,
    private readonly from: number,
    private readonly isLittle: boolean,
    readonly isGuess: boolean,
  ) {
    this.length = (bytes.size - from) >> 1;
    this.units = new Uint16Array(this.length);
    for (let at = 0; at < this.length; at++) this.units[at] = unitAt(bytes, from + at * 2, isLittle);
  }

  put(at: number, unit: number): void {
    const start = this.from + at * 2;
    this.bytes.setByte(start, this.isLittle ? unit & 0xff : unit >> 8);
    this.bytes.setByte(start + 1, this.isLittle ? unit >> 8 : unit & 0xff);
  }

  keep(at: number): void {
    this.bytes.keepByte(this.from + at * 2);
    this.bytes.keepByte(this.from + at * 2 + 1);
  }

  now(at: number): number {
    return unitAt(this.bytes, this.from + at * 2, this.isLittle);
  }

  isDone(at: number): boolean {
    return this.bytes.isDone(this.from + at * 2) || this.bytes.isDone(this.from + at * 2 + 1);
  }

  place(at: number): number {
    return this.bytes.place(this.from + at * 2);
  }
}
