/** Bytes that stand in a text in some encoding. */
export interface Bytes {
  readonly size: number;
  byte(index: number): number;
  setByte(index: number, byte: number): void;
  keepByte(index: number): void;
  isDone(index: number): boolean;
  /** Where a byte stands in the text at the bottom; `index` may be the size. */
  place(index: number): number;
  /** The unit where a place holds one as it is, not as a byte; -1 otherwise. */
  rawUnit(index: number): number;
  setRaw(index: number, unit: number): void;
}

/** What `Bytes` have in common that hold no units as they are. */
export abstract class PureBytes {
  rawUnit(): number {
    return -1;
  }

  setRaw(): void {
    throw new RangeError('every place is a byte');
  }
}
