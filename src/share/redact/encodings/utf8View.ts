import { type Bytes } from './bytes';
import { bytesOf, codePointAt, sequenceBytes } from './utf8';
import { type View } from './view';

/** Shown for a byte that is no part of a character: no value holds it. */
const NO_CHARACTER = 0xfffd;

/** Text in UTF-8 whose bytes stand in another text in some encoding. */
export class Utf8View implements View {
  readonly units: Uint16Array;
  length = 0;
  /** Where the bytes of a unit start; both halves of a pair start at the same. */
  private readonly starts: Uint32Array;

  constructor(
    private readonly bytes: Bytes,
    readonly isGuess: boolean,
  ) {
    const { size } = bytes;
    this.units = new Uint16Array(size);
    this.starts = new Uint32Array(size);
    for (let at = 0; at < size;) {
      const raw = bytes.rawUnit(at);
      const code = raw >= 0 ? raw : codePointAt((index) => (bytes.rawUnit(index) >= 0 ? 0 : bytes.byte(index)), at, size);
      const count = raw >= 0 || code < 0 ? 1 : sequenceBytes(bytes.byte(at));
      if (code > 0xffff) {
        this.push(0xd800 + ((code - 0x10000) >> 10), at);
        this.push(0xdc00 + ((code - 0x10000) & 0x3ff), at);
      } else this.push(code < 0 ? NO_CHARACTER : code, at);
      at += count;
    }
  }

  put(at: number, unit: number): void {
    const { bytes } = this;
    this.units[at] = unit;
    const start = this.starts[at] as number;
    if (bytes.rawUnit(start) >= 0) {
      bytes.setRaw(start, unit);
      return;
    }
    const first = at > 0 && this.starts[at - 1] === start ? at - 1 : at;
    const second = this.starts[first + 1] === start && first + 1 < this.length ? (this.units[first + 1] as number) : -1;
    const code = second < 0 ? unit : 0x10000 + (((this.units[first] as number) & 0x3ff) << 10) + (second & 0x3ff);
    bytesOf(code, sequenceBytes(bytes.byte(start))).forEach((byte, index) => {
      bytes.setByte(start + index, byte);
    });
  }

  keep(at: number): void {
    const start = this.starts[at] as number;
    const next = at + 1 < this.length ? (this.starts[at + 1] as number) : this.bytes.size;
    for (let byte = start; byte < Math.max(next, start + 1); byte++) this.bytes.keepByte(byte);
  }

  now(at: number): number {
    const { bytes } = this;
    const start = this.starts[at] as number;
    const raw = bytes.rawUnit(start);
    if (raw >= 0) return raw;
    const code = codePointAt((index) => (bytes.rawUnit(index) >= 0 ? 0 : bytes.byte(index)), start, bytes.size);
    if (code <= 0xffff) return code < 0 ? NO_CHARACTER : code;
    return at > 0 && this.starts[at - 1] === start ? 0xdc00 + ((code - 0x10000) & 0x3ff) : 0xd800 + ((code - 0x10000) >> 10);
  }

  isDone(at: number): boolean {
    return this.bytes.isDone(this.starts[at] as number);
  }

  place(at: number): number {
    return this.bytes.place(at < this.length ? (this.starts[at] as number) : this.bytes.size);
  }

  private push(unit: number, start: number): void {
    this.units[this.length] = unit;
    this.starts[this.length++] = start;
  }
}
