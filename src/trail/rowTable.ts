/** Rows by the hash of their id: one array, no object a row. */
export class RowTable {
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(rows: number) {
    let size = 64;
    while (size < rows * 1.5) size *= 2;
    this.slots = new Int32Array(size);
    this.mask = size - 1;
  }

  /** The rows of this hash that were added and that `isOne` takes; equal hashes are only candidates. */
  *candidates(hash: number, isOne: (row: number) => boolean): Generator<number> {
    for (let slot = this.slotOf(hash); this.slots[slot] !== 0; slot = (slot + 1) & this.mask) {
      const row = (this.slots[slot] as number) - 1;
      if (isOne(row)) yield row;
    }
  }

  /** The first row of this hash that `isOne` takes; -1 where there is none. No more than `limit` rows are asked for. */
  find(hash: number, isOne: (row: number) => boolean, limit: number): number {
    let asked = 0;
    for (let slot = this.slotOf(hash); this.slots[slot] !== 0 && asked < limit; slot = (slot + 1) & this.mask, asked++) {
      const row = (this.slots[slot] as number) - 1;
      if (isOne(row)) return row;
    }
    return -1;
  }

  add(hash: number, row: number): void {
    let slot = this.slotOf(hash);
    while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
    this.slots[slot] = row + 1;
  }

  private slotOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & this.mask;
  }
}
