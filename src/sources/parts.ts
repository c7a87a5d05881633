import { Contexts } from '../trail/scan/contexts';
import { Column, type Row } from '../trail/scan/row';

/** Rows in columns that can be handed from one thread to another. */
export interface PackedRows {
  readonly count: number;
  readonly starts: Float64Array<ArrayBuffer>;
  readonly ends: Float64Array<ArrayBuffer>;
  readonly flags: Uint32Array<ArrayBuffer>;
  readonly contexts: Uint8Array<ArrayBuffer>;
  readonly times: Float64Array<ArrayBuffer>;
  readonly eventIds: Uint32Array<ArrayBuffer>;
  readonly requestIds: Uint32Array<ArrayBuffer>;
  readonly codes: Uint32Array<ArrayBuffer>;
}

/** The next rows of a log that is being scanned. */
export interface Part {
  readonly rows: PackedRows;
  /** The values that each column's dictionary has gained since the part before. */
  readonly values: readonly (readonly string[])[];
  /** The contexts that rows have, by number. */
  readonly contexts: readonly string[];
  /** The first of its scan: the numbers of values begin anew. */
  readonly isFirst: boolean;
  /** How far the text has been scanned, and inside of what. */
  readonly at: number;
  readonly context: string;
  /** The end of the text, or a limit, has been reached. */
  readonly isLast: boolean;
  /** The limit because of which the rest was not scanned. */
  readonly limit?: 'events' | 'size';
}

/** Collects rows until they are handed over. */
export class Packer {
  readonly contexts = new Contexts();
  private readonly names: string[] = [''];
  private count = 0;
  private starts = new Float64Array(0);
  private ends = new Float64Array(0);
  private flags = new Uint32Array(0);
  private numbers = new Uint8Array(0);
  private times = new Float64Array(0);
  private eventIds = new Uint32Array(0);
  private requestIds = new Uint32Array(0);
  private codes = new Uint32Array(0);

  constructor(private most: number) {
    this.clear();
  }

  get size(): number {
    return this.count;
  }

  /** How many rows there is room for. */
  get capacity(): number {
    return this.most;
  }

  get contextNames(): readonly string[] {
    return this.names;
  }

  get isFull(): boolean {
    return this.count >= this.capacity;
  }

  /** The flags of the last row; undefined where there is none. */
  get lastFlags(): number | undefined {
    return this.flags[this.count - 1];
  }

  /** Adds a row; where there is no room left it makes some. */
  add(start: number, end: number, context: string, row: Row): void {
    if (this.isFull) this.grow();
    const at = this.count++;
    const number = this.contexts.number(context);
    if (number >= this.names.length) this.names.push(context);
    this.starts[at] = start;
    this.ends[at] = end;
    this.flags[at] = row.flags;
    this.numbers[at] = number;
    this.times[at] = row.time;
    this.eventIds[at] = row.eventId;
    this.requestIds[at] = row.requestId;
    this.codes.set(row.codes, at * Column.Count);
  }

  extendLast(end: number): void {
    this.ends[this.count - 1] = end;
  }

  /** Forgets the rows from `count` on. */
  dropFrom(count: number): void {
    this.count = count;
  }

  /** The rows, which are then forgotten here. */
  pack(): PackedRows {
    const { count } = this;
    const isAll = count === this.capacity;
    const rows: PackedRows = {
      count,
      starts: isAll ? this.starts : this.starts.slice(0, count),
      ends: isAll ? this.ends : this.ends.slice(0, count),
      flags: isAll ? this.flags : this.flags.slice(0, count),
      contexts: isAll ? this.numbers : this.numbers.slice(0, count),
      times: isAll ? this.times : this.times.slice(0, count),
      eventIds: isAll ? this.eventIds : this.eventIds.slice(0, count),
      requestIds: isAll ? this.requestIds : this.requestIds.slice(0, count),
      codes: isAll ? this.codes : this.codes.slice(0, count * Column.Count),
    };
    if (isAll) this.clear();
    this.count = 0;
    return rows;
  }

  private grow(): void {
    const { starts, ends, flags, numbers, times, eventIds, requestIds, codes } = this;
    this.most *= 2;
    this.clear();
    this.starts.set(starts);
    this.ends.set(ends);
    this.flags.set(flags);
    this.numbers.set(numbers);
    this.times.set(times);
    this.eventIds.set(eventIds);
    this.requestIds.set(requestIds);
    this.codes.set(codes);
  }

  private clear(): void {
    const { capacity } = this;
    this.starts = new Float64Array(capacity);
    this.ends = new Float64Array(capacity);
    this.flags = new Uint32Array(capacity);
    this.numbers = new Uint8Array(capacity);
    this.times = new Float64Array(capacity);
    this.eventIds = new Uint32Array(capacity);
    this.requestIds = new Uint32Array(capacity);
    this.codes = new Uint32Array(capacity * Column.Count);
  }
}

/** What can be handed over without a copy. */
export function buffersOf(rows: PackedRows): ArrayBuffer[] {
  const { starts, ends, flags, contexts, times, eventIds, requestIds, codes } = rows;
  return [starts, ends, flags, contexts, times, eventIds, requestIds, codes].map(({ buffer }) => buffer);
}
