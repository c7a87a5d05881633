import { type Column, Flag } from '../trail/scan/row';
import { finish, STEP, type Steps } from '../trail/steps';
import { type Trail } from '../trail/trail';

/** The events in which a value of a column is seen for the first time in the log, by their times; among equal times by their order. */
export class FirstSeen {
  /** The first row of each value by its code. */
  private firsts = new Int32Array();
  private counted = 0;
  private version = -1;

  constructor(
    private readonly trail: Trail,
    private readonly column: Column,
  ) {}

  /** Whether a row is the first with its value. Where the rows have changed since they were counted, it counts them at once. */
  has(row: number): boolean {
    if (this.version !== this.trail.version) finish(this.count());
    const code = this.trail.rows.code(row, this.column);
    return code !== 0 && this.firsts[code] === row;
  }

  /** Counts the rows in steps. */
  *count(): Steps<void> {
    const { trail, column } = this;
    const { rows, version } = trail;
    if (this.version === version) return;
    const { size } = trail.dictionary(column);
    // While a log is read, rows are only added.
    if (trail.isComplete || this.counted > rows.size) {
      this.firsts = new Int32Array(size).fill(-1);
      this.counted = 0;
    } else if (this.firsts.length < size) {
      const larger = new Int32Array(size * 2).fill(-1);
      larger.set(this.firsts);
      this.firsts = larger;
    }
    for (let row = this.counted; row < rows.size; row = this.counted) {
      this.counted++;
      this.look(row);
      if (this.counted % STEP !== 0) continue;
      yield;
      if (trail.version !== version) return;
    }
    this.version = version;
  }

  private look(row: number): void {
    const { rows } = this.trail;
    if ((rows.flags(row) & Flag.Event) === 0) return;
    const code = rows.code(row, this.column);
    const known = this.firsts[code] as number;
    if (known < 0 || isBefore(rows.time(row), rows.time(known))) this.firsts[code] = row;
  }
}

/** An event without a time is before none. */
function isBefore(a: number, b: number): boolean {
  return a < b || (Number.isNaN(b) && !Number.isNaN(a));
}
