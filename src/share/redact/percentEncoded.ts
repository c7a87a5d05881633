import { BytesView } from './bytes';
import { HexCase, hexAt, hexUnit } from './hex';
import { type View } from './view';

const PERCENT = 0x25;

/** What percent-encoded text stands for. */
export class PercentView extends BytesView {
  readonly isGuess: boolean;
  protected readonly size: number;
  /** Where each place starts below, and its byte; -1 where it is a unit as it stands. */
  private readonly places: Uint32Array;
  private readonly bytes: Int16Array;
  private readonly hexCase = new HexCase(true);

  constructor(below: View, from: number, to: number) {
    super(below, to - from);
    this.isGuess = below.isGuess;
    this.places = new Uint32Array(to - from);
    this.bytes = new Int16Array(to - from);
    let size = 0;
    for (let at = from; at < to; size++) {
      const byte = below.units[at] === PERCENT ? hexAt(below.units, at + 1, 2, to) : -1;
      if (byte >= 0) this.hexCase.see(below.units, at + 1, 2);
      this.places[size] = at;
      this.bytes[size] = byte;
      at += byte < 0 ? 1 : 3;
    }
    this.size = size;
    this.decode(size);
  }

  protected byte(index: number): number {
    return this.bytes[index] as number;
  }

  protected rawUnit(index: number): number {
    return (this.bytes[index] as number) < 0 ? (this.below.units[this.places[index] as number] as number) : -1;
  }

  protected setRaw(index: number, unit: number): void {
    this.below.put(this.places[index] as number, unit);
  }

  protected setByte(index: number, byte: number): void {
    const at = this.places[index] as number;
    const { isUpper } = this.hexCase;
    this.bytes[index] = byte;
    this.below.put(at + 1, hexUnit(byte >> 4, isUpper));
    this.below.put(at + 2, hexUnit(byte, isUpper));
  }

  protected keepByte(index: number): void {
    const at = this.places[index] as number;
    for (let offset = 0; offset < ((this.bytes[index] as number) < 0 ? 1 : 3); offset++) this.below.keep(at + offset);
  }

  protected isDone(index: number): boolean {
    const at = this.places[index] as number;
    return this.below.done[(this.bytes[index] as number) < 0 ? at : at + 1] === 1;
  }
}
