import { Flag, type Row } from '../trail/scan/row';
import { type RowSink } from '../trail/scan/scanner';
import { type Packer } from './parts';

/** The rows of one object while it is scanned: events are packed; of all it is kept what tells what the object is. */
export class ObjectRows implements RowSink {
  /** Until when the scan may go on (of performance.now, ms). */
  deadline = Infinity;
  private readonly all: number[] = [];
  private readonly contexts: number[] = [];

  constructor(private readonly packer: Packer) {}

  get size(): number {
    return this.all.length;
  }

  flags(row: number): number {
    return this.all[row] ?? 0;
  }

  context(row: number): number {
    return this.contexts[row] ?? 0;
  }

  take(start: number, end: number, context: string, row: Row): boolean {
    const { all, packer } = this;
    const isEvent = (row.flags & Flag.Event) !== 0;
    // Stretches that were skipped one after another are one row.
    if (isEvent || all.length === 0 || ((all.at(-1) ?? 0) & Flag.Event) !== 0) {
      all.push(row.flags);
      this.contexts.push(packer.contexts.number(context));
    }
    if (isEvent) packer.add(start, end, context, row);
    return (all.length & 63) !== 0 || this.deadline === Infinity || performance.now() < this.deadline;
  }

  isDue(): boolean {
    return this.deadline < Infinity && performance.now() >= this.deadline;
  }
}
