import { PureBytes, type Bytes } from './bytes';
import { HexCase, hexUnit, hexValue } from './hex';
import { type View } from './view';

/** The bytes of hexadecimal digits, `stride` units from one byte to the next. */
export class HexBytes extends PureBytes implements Bytes {
  private readonly hexCase = new HexCase(false);

  constructor(
    private readonly below: View,
    private readonly from: number,
    readonly size: number,
    private readonly stride: number,
  ) {
    super();
    for (let index = 0; index < size; index++) this.hexCase.see(below.units, from + index * stride, 2);
  }

  byte(index: number): number {
    const at = this.from + index * this.stride;
    return hexValue(this.below.now(at)) * 16 + hexValue(this.below.now(at + 1));
  }

  setByte(index: number, byte: number): void {
    const at = this.from + index * this.stride;
    const { isUpper } = this.hexCase;
    this.below.put(at, hexUnit(byte >> 4, isUpper));
    this.below.put(at + 1, hexUnit(byte, isUpper));
  }

  keepByte(index: number): void {
    this.below.keep(this.from + index * this.stride);
    this.below.keep(this.from + index * this.stride + 1);
  }

  isDone(index: number): boolean {
    return this.below.isDone(this.from + index * this.stride);
  }

  place(index: number): number {
    return this.below.place(Math.min(this.from + index * this.stride, this.below.length));
  }
}
