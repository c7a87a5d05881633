import { type Contexts } from './scan/contexts';
import { MAX_SPAN } from './limits';
import { Flag, type Row } from './scan/row';
import { type Rows } from './rows';
import { type RowSink } from './scan/scanner';

const isEvent = (flags: number): boolean => (flags & Flag.Event) !== 0;

/** Adds rows behind others, and stops the scan that they come from when its time is over. */
export class Appender<Note> implements RowSink {
  /** Where the text that is scanned stands in the log. */
  base = 0;
  /** Until when the scan may go on (of performance.now, ms). */
  deadline = Infinity;
  private sinceClock = 0;

  constructor(
    private readonly rows: Rows<Note>,
    private readonly contexts: Contexts,
  ) {}

  take(start: number, end: number, context: string, row: Row): boolean {
    this.put(this.base + start, this.base + end, context, row);
    return (++this.sinceClock & 63) !== 0 || this.deadline === Infinity || performance.now() < this.deadline;
  }

  isDue(): boolean {
    return this.deadline < Infinity && performance.now() >= this.deadline;
  }

  /** Adds a row; stretches that were skipped one after another become one row. */
  put(start: number, end: number, context: string, row: Row): void {
    const { rows } = this;
    const last = rows.size - 1;
    if (!isEvent(row.flags) && last >= 0 && !isEvent(rows.flags(last)) && end - rows.start(last) <= MAX_SPAN) {
      rows.extendLast(end);
      return;
    }
    rows.push(start, end, this.contexts.number(context), row);
  }
}
