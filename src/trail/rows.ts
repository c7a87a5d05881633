import { MAX_BLOCK_ROWS, MAX_SPAN } from './limits';
import { Column, type Row } from './scan/row';

/** Some rows one after another with their columns: row `first + i` has its codes from `i * Column.Count`. Valid until rows change. */
export interface RowBlock {
  readonly first: number;
  readonly count: number;
  readonly flags: Uint32Array;
  readonly times: Float64Array;
  readonly codes: Uint32Array;
}

/** Rows are kept in blocks; a row's offsets are relative to its block's base, so that an edit shifts blocks, not rows. */
class Block<Note> {
  count = 0;
  base = 0;
  /** The number of the block's first row. */
  first = 0;
  starts = new Int32Array(16);
  ends = new Int32Array(16);
  flags = new Uint32Array(16);
  contexts = new Uint8Array(16);
  times = new Float64Array(16);
  eventIds = new Uint32Array(16);
  requestIds = new Uint32Array(16);
  codes = new Uint32Array(16 * Column.Count);
  /** Made when the first one is kept: most logs need none. */
  extras: Uint32Array | undefined;
  readonly notes: (Note | undefined)[] = [];

  push(start: number, end: number, context: number, row: Row): void {
    const at = this.count++;
    if (at === this.starts.length) this.grow();
    if (at === 0) this.base = start;
    this.starts[at] = start - this.base;
    this.ends[at] = end - this.base;
    this.flags[at] = row.flags;
    this.contexts[at] = context;
    this.times[at] = row.time;
    this.eventIds[at] = row.eventId;
    this.requestIds[at] = row.requestId;
    this.codes.set(row.codes, at * Column.Count);
    this.notes.push(undefined);
  }

  /** Appends rows of another block as they are, with offsets shifted by `shift`. */
  copy(from: Block<Note>, index: number, shift: number): void {
    const at = this.count++;
    if (at === this.starts.length) this.grow();
    const start = from.base + (from.starts[index] as number) + shift;
    if (at === 0) this.base = start;
    this.starts[at] = start - this.base;
    this.ends[at] = from.base + (from.ends[index] as number) + shift - this.base;
    this.flags[at] = from.flags[index] as number;
    this.contexts[at] = from.contexts[index] as number;
    this.times[at] = from.times[index] as number;
    this.eventIds[at] = from.eventIds[index] as number;
    this.requestIds[at] = from.requestIds[index] as number;
    this.codes.set(from.codes.subarray(index * Column.Count, (index + 1) * Column.Count), at * Column.Count);
    this.notes.push(from.notes[index]);
    const extra = from.extras?.[index] ?? 0;
    if (extra > 0) this.keep(at, extra);
  }

  keep(at: number, extra: number): void {
    this.extras ??= new Uint32Array(this.starts.length);
    this.extras[at] = extra;
  }

  private grow(): void {
    const size = Math.min(this.starts.length * 4, MAX_BLOCK_ROWS);
    const enlarge = <T extends Int32Array | Uint32Array | Uint8Array | Float64Array>(old: T, larger: T): T => {
      larger.set(old);
      return larger;
    };
    this.starts = enlarge(this.starts, new Int32Array(size));
    this.ends = enlarge(this.ends, new Int32Array(size));
    this.flags = enlarge(this.flags, new Uint32Array(size));
    this.contexts = enlarge(this.contexts, new Uint8Array(size));
    this.times = enlarge(this.times, new Float64Array(size));
    this.eventIds = enlarge(this.eventIds, new Uint32Array(size));
    this.requestIds = enlarge(this.requestIds, new Uint32Array(size));
    this.codes = enlarge(this.codes, new Uint32Array(size * Column.Count));
    if (this.extras !== undefined) this.extras = enlarge(this.extras, new Uint32Array(size));
  }
}

/**
 * The rows of a trail in the order of the text: events, and stretches that were skipped. Each may carry a note (what the checks found in it), which
 * stays with it until it is scanned again.
 */
export class Rows<Note> {
  private readonly blocks: Block<Note>[] = [];
  private total = 0;
  /** The block of the last look-up: readers go through rows in order. */
  private recent = new Block<Note>();
  private capacity = MAX_BLOCK_ROWS;

  get size(): number {
    return this.total;
  }

  push(start: number, end: number, context: number, row: Row): void {
    let block = this.blocks.at(-1);
    if (block === undefined || block.count === MAX_BLOCK_ROWS || start - block.base > MAX_SPAN) {
      block = new Block<Note>();
      block.first = this.total;
      this.blocks.push(block);
    }
    block.push(start, end, context, row);
    this.total++;
  }

  /** Lets the last row end at `end`. */
  extendLast(end: number): void {
    const block = this.blocks.at(-1);
    if (block !== undefined) block.ends[block.count - 1] = end - block.base;
  }

  start(row: number): number {
    const block = this.block(row);
    return block.base + (block.starts[row - block.first] as number);
  }

  end(row: number): number {
    const block = this.block(row);
    return block.base + (block.ends[row - block.first] as number);
  }

  flags(row: number): number {
    const block = this.block(row);
    return block.flags[row - block.first] as number;
  }

  context(row: number): number {
    const block = this.block(row);
    return block.contexts[row - block.first] as number;
  }

  time(row: number): number {
    const block = this.block(row);
    return block.times[row - block.first] as number;
  }

  eventId(row: number): number {
    const block = this.block(row);
    return block.eventIds[row - block.first] as number;
  }

  requestId(row: number): number {
    const block = this.block(row);
    return block.requestIds[row - block.first] as number;
  }

  code(row: number, column: Column): number {
    const block = this.block(row);
    return block.codes[(row - block.first) * Column.Count + column] as number;
  }

  note(row: number): Note | undefined {
    const block = this.block(row);
    return block.notes[row - block.first];
  }

  setNote(row: number, note: Note | undefined): void {
    const block = this.block(row);
    block.notes[row - block.first] = note;
  }

  /** The number that a reader keeps with a row until it is scanned again; 0 where there is none. */
  extra(row: number): number {
    const block = this.block(row);
    return block.extras?.[row - block.first] ?? 0;
  }

  setExtra(row: number, extra: number): void {
    const block = this.block(row);
    block.keep(row - block.first, extra);
  }

  /** The block that a row is in: who reads all rows pays no call for each of their values. Ask again after others had their turn. */
  blockOf(row: number): RowBlock {
    return this.block(row);
  }

  /** Gives the flags and codes of all rows block by block: a count over a million rows pays no call a row. Row `i` of a block has its codes from `i * Column.Count`. */
  forEachBlock(visit: (count: number, flags: Uint32Array, codes: Uint32Array) => void): void {
    for (const { count, flags, codes } of this.blocks) visit(count, flags, codes);
  }

  /** The first row that ends behind `offset`; the number of rows where there is none. */
  firstEndingAfter(offset: number): number {
    return this.search((block, index) => block.base + (block.ends[index] as number) > offset);
  }

  /** The first row that starts at `offset` or behind it. */
  firstStartingFrom(offset: number): number {
    return this.search((block, index) => block.base + (block.starts[index] as number) >= offset);
  }

  /** Replaces the rows from `from` up to `to` by those of `others`, and shifts all behind them by `shift` without touching each. */
  splice(from: number, to: number, others: Rows<Note>, shift: number): void {
    const firstBlock = this.blockIndex(from);
    const lastBlock = to < this.total ? this.blockIndex(to) : this.blocks.length - 1;
    const merged = new Rows<Note>();
    merged.capacity = this.balanced(from, to, firstBlock, lastBlock, others.size);
    const head = this.blocks[firstBlock];
    if (head !== undefined)
      for (let index = 0; index < Math.min(head.count, from - head.first); index++) merged.append(head, index, 0);
    for (const block of others.blocks) for (let index = 0; index < block.count; index++) merged.append(block, index, 0);
    const tail = this.blocks[lastBlock];
    if (tail !== undefined)
      for (let index = Math.max(0, to - tail.first); index < tail.count; index++) merged.append(tail, index, shift);
    for (let at = lastBlock + 1; at < this.blocks.length; at++) (this.blocks[at] as Block<Note>).base += shift;
    this.blocks.splice(firstBlock, lastBlock - firstBlock + 1, ...merged.blocks);
    this.renumber();
  }

  /** How many rows each block gets, so that blocks that must be split are split evenly. */
  private balanced(from: number, to: number, firstBlock: number, lastBlock: number, added: number): number {
    const head = this.blocks[firstBlock];
    const tail = this.blocks[lastBlock];
    if (head === undefined || tail === undefined) return MAX_BLOCK_ROWS;
    const rows = from - head.first + added + tail.first + tail.count - to;
    return Math.ceil(rows / Math.max(1, Math.ceil(rows / MAX_BLOCK_ROWS)));
  }

  private append(from: Block<Note>, index: number, shift: number): void {
    let block = this.blocks.at(-1);
    if (block === undefined || block.count >= this.capacity) {
      block = new Block<Note>();
      block.first = this.total;
      this.blocks.push(block);
    }
    block.copy(from, index, shift);
    this.total++;
  }

  private renumber(): void {
    let first = 0;
    for (const block of this.blocks) {
      block.first = first;
      first += block.count;
    }
    this.total = first;
    this.recent = new Block<Note>();
  }

  private search(holds: (block: Block<Note>, index: number) => boolean): number {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const block = this.blocks[middle] as Block<Note>;
      if (holds(block, block.count - 1)) high = middle;
      else low = middle + 1;
    }
    const block = this.blocks[low];
    if (block === undefined) return this.total;
    let from = 0;
    let to = block.count;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (holds(block, middle)) to = middle;
      else from = middle + 1;
    }
    return block.first + from;
  }

  private block(row: number): Block<Note> {
    const { recent } = this;
    if (row >= recent.first && row < recent.first + recent.count) return recent;
    if (row < 0 || row >= this.total) throw new RangeError(`row ${row} of ${this.total}`);
    return (this.recent = this.blocks[this.blockIndex(row)] as Block<Note>);
  }

  private blockIndex(row: number): number {
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.blocks[middle] as Block<Note>).first <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
