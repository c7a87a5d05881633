import { bytesOf, codePointAt, sequenceBytes } from './utf8';
import { type View } from './view';

/** Shown for a byte that is no part of a character: no value holds it. */
const NO_CHARACTER = 0xfffd;

/** Text in UTF-8 whose bytes stand in another text in some encoding; how a byte is written there is what the encodings differ in. */
export abstract class BytesView implements View {
  readonly units: Uint16Array;
  readonly done: Uint8Array;
  length = 0;
  abstract readonly isGuess: boolean;
  /** Where the bytes of a unit start; both halves of a pair start at the same. */
  private readonly starts: Uint32Array;

  protected constructor(
    protected readonly below: View,
    size: number,
  ) {
    this.units = new Uint16Array(size);
    this.done = new Uint8Array(size);
    this.starts = new Uint32Array(size);
  }

  /** Makes units of `size` bytes. */
  protected decode(size: number): void {
    for (let at = 0; at < size;) {
      const raw = this.rawUnit(at);
      const code = raw >= 0 ? raw : codePointAt((index) => (this.rawUnit(index) >= 0 ? 0 : this.byte(index)), at, size);
      const count = raw >= 0 || code < 0 ? 1 : sequenceBytes(this.byte(at));
      if (code > 0xffff) {
        this.push(0xd800 + ((code - 0x10000) >> 10), at);
        this.push(0xdc00 + ((code - 0x10000) & 0x3ff), at);
      } else this.push(code < 0 ? NO_CHARACTER : code, at);
      at += count;
    }
  }

  put(at: number, unit: number): void {
    this.units[at] = unit;
    this.done[at] = 1;
    const start = this.starts[at] as number;
    if (this.rawUnit(start) >= 0) {
      this.setRaw(start, unit);
      return;
    }
    const first = at > 0 && this.starts[at - 1] === start ? at - 1 : at;
    const second = this.starts[first + 1] === start && first + 1 < this.length ? (this.units[first + 1] as number) : -1;
    const code = second < 0 ? unit : 0x10000 + (((this.units[first] as number) & 0x3ff) << 10) + (second & 0x3ff);
    bytesOf(code, sequenceBytes(this.byte(start))).forEach((byte, index) => {
      this.setByte(start + index, byte);
    });
  }

  keep(at: number): void {
    this.done[at] = 1;
    const next = at + 1 < this.length ? (this.starts[at + 1] as number) : this.size;
    for (let byte = this.starts[at] as number; byte < Math.max(next, (this.starts[at] as number) + 1); byte++)
      this.keepByte(byte);
  }

  protected abstract readonly size: number;
  protected abstract byte(index: number): number;
  protected abstract setByte(index: number, byte: number): void;
  protected abstract keepByte(index: number): void;
  protected abstract isDone(index: number): boolean;
  /** The unit where a place holds one as it is, not as a byte; -1 otherwise. */
  protected abstract rawUnit(index: number): number;
  protected abstract setRaw(index: number, unit: number): void;

  private push(unit: number, start: number): void {
    this.units[this.length] = unit;
    this.starts[this.length] = start;
    this.done[this.length++] = this.isDone(start) ? 1 : 0;
  }
}
