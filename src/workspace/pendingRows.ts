/** A stretch of rows that have to be looked at, kept in step with edits: behind an edit only what it has touched is pending. */
export class PendingRows {
  private from = 0;
  private to = Infinity;

  /** Lets all rows be pending. */
  all(): void {
    this.from = 0;
    this.to = Infinity;
  }

  /** The rows from `from` up to `to` were replaced by `count` others, and the row behind them may have changed too. */
  replaced(from: number, to: number, count: number): void {
    const moved = (row: number): number => (row <= from ? row : row >= to ? row + count - (to - from) : from);
    const isNone = this.from >= this.to;
    const before = { from: moved(this.from), to: this.to >= to ? moved(this.to) : Math.max(moved(this.to), from + count) };
    this.from = isNone ? from : Math.min(before.from, from);
    this.to = isNone ? from + count + 1 : Math.max(before.to, from + count + 1);
  }

  /** The next pending row of `size` rows, which is then no longer pending; -1 where there is none. */
  next(size: number): number {
    if (this.from < Math.min(this.to, size)) return this.from++;
    this.to = this.from;
    return -1;
  }
}
