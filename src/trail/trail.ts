import { Appender } from './appender';
import { Contexts } from './scan/contexts';
import { Dictionary } from './scan/dictionary';
import { EDIT_WINDOW, SCAN_WINDOW, STRIDE } from './limits';
import type { Column } from './scan/row';
import { createDictionaries, type Dictionaries, Flag, type Row } from './scan/row';
import { Rows } from './rows';
import { type Paused, Scanner } from './scan/scanner';
import { type TextSource } from './source';
import { TextWindow } from './textWindow';

/** One change of the text: `[start, oldEnd)` of the text before all changes was replaced by `length` units. */
export interface Edit {
  readonly start: number;
  readonly oldEnd: number;
  readonly length: number;
}

/** Rows that an edit replaces: those from `from` up to `to` by `fresh`. */
export interface Replacement<Note> {
  readonly from: number;
  readonly to: number;
  readonly fresh: Rows<Note>;
}

/** How long an edit is followed at once, ms. */
const RESCAN = 8;

const isEvent = (flags: number): boolean => (flags & Flag.Event) !== 0;

/**
 * A log: its records in the order of the text with their key columns. It holds no text: whoever needs that of a record reads it from the source. `Note`
 * is what a reader attaches to a row, kept until the row changes.
 */
export class Trail<Note = unknown> {
  readonly rows = new Rows<Note>();
  readonly contexts = new Contexts();
  /** What events were done to: no column, but read and kept with the rows when it is asked for (`resources.ts`). */
  readonly resources = new Dictionary();
  /** Counts up with every change: whatever was computed from an older version is stale. */
  version = 0;
  private readonly dictionaries: Dictionaries;
  private readonly scanner: Scanner;
  private readonly appender = new Appender(this.rows, this.contexts);
  private readonly window: TextWindow;
  private at = 0;
  private context = '';
  private done = false;
  /** Where the last step stopped within a long record or gap. */
  private paused: Paused | undefined;

  /** With `like` its codes are those of another trail's values, and what that has learned of how events are written is used. `window` is for tests. */
  constructor(
    private source: TextSource,
    like?: Trail,
    window = SCAN_WINDOW,
  ) {
    this.window = new TextWindow(window);
    this.dictionaries = like?.dictionaries ?? createDictionaries();
    this.scanner = like?.scanner ?? new Scanner(this.dictionaries);
  }

  /** The whole of a text, scanned at once. */
  static of(text: TextSource): Trail {
    const trail = new Trail(text);
    while (!trail.advance(Infinity));
    return trail;
  }

  /** Whether the whole text has been scanned. */
  get isComplete(): boolean {
    return this.done;
  }

  /** How far the text has been scanned, in UTF-16 units. */
  get scanned(): number {
    return this.done ? this.source.length : this.at;
  }

  /** How far the text has been gone through, also within a long record or gap that is not over yet. */
  get reached(): number {
    return this.done || this.paused === undefined ? this.scanned : this.paused.reached;
  }

  get text(): TextSource {
    return this.source;
  }

  dictionary(column: Column): Dictionary {
    return this.dictionaries[column] as Dictionary;
  }

  /** The value of a column; empty where the event does not have it. */
  value(row: number, column: Column): string {
    return this.dictionary(column).decode(this.rows.code(row, column));
  }

  isEvent(row: number): boolean {
    return isEvent(this.rows.flags(row));
  }

  /** How many rows are events. */
  get events(): number {
    let events = 0;
    for (let row = 0; row < this.rows.size; row++) if (isEvent(this.rows.flags(row))) events++;
    return events;
  }

  /** The row that holds `offset` or ends there; -1 where there is none. */
  rowAt(offset: number): number {
    const row = this.rows.firstEndingAfter(offset - 1);
    return row < this.rows.size && this.rows.start(row) <= offset ? row : -1;
  }

  /** The text of a row. */
  recordText(row: number): string {
    return this.source.read(this.rows.start(row), this.rows.end(row));
  }

  /** Where the gap before a row starts: the text between it and the row before. */
  gapStart(row: number): number {
    return row === 0 ? 0 : this.rows.end(row - 1);
  }

  /**
   * Scans on until `deadline` (of performance.now, ms) has passed; true when the end has been reached. Each call gets on, also one that comes too late:
   * whoever calls often enough comes to the end.
   */
  advance(deadline: number): boolean {
    if (this.done) return true;
    const { appender, window } = this;
    appender.deadline = deadline;
    do {
      if (!window.fill(this.source, this.at)) continue;
      const { start, text, isLast } = window;
      appender.base = start;
      const place = this.scanner.scan(text, start, this.at - start, this.context, isLast, appender, this.paused);
      this.paused = place.paused;
      this.at = start + place.at;
      this.context = place.context;
      this.done = isLast && !place.stopped;
      if (this.done) window.clear();
      else if (!place.stopped) window.advance(this.at);
    } while (!this.done && performance.now() < deadline);
    this.version++;
    return this.done;
  }

  /**
   * Takes a row that was scanned elsewhere, behind all others; its codes are those of this trail's dictionaries. It is read with the others once `taken`
   * has been called.
   */
  take(start: number, end: number, context: string, row: Row): void {
    this.appender.put(start, end, context, row);
    this.at = end;
    this.context = context;
  }

  /** The rows that were taken are all up to `at`, of a text of which `source` now gives more; `isComplete` says that no more will come for now. */
  taken(source: TextSource, at: number, isComplete: boolean): void {
    this.source = source;
    this.at = at;
    this.done = isComplete;
    this.version++;
  }

  /** Forgets the rows from `from` on: what they stand for has changed. */
  dropFrom(from: number): void {
    if (from < this.rows.size) this.rows.splice(from, this.rows.size, new Rows<Note>(), 0);
    this.version++;
  }

  /**
   * Follows an edit: scans again from the record before the first change until the scan is in step with what was known, and shifts the rest.
   * `source` gives the text behind the edits, which are in the order of the text and do not overlap. `replacing` is called before rows are replaced, once
   * for each stretch of the text that was scanned again; the row behind it loses its note as well. Where that takes long, the rows from there on are
   * forgotten, and `advance` reads them.
   */
  update(source: TextSource, edits: readonly Edit[], replacing?: (replacement: Replacement<Note>) => void): void {
    this.source = source;
    this.paused = undefined;
    this.version++;
    let shift = 0;
    for (let next = 0; next < edits.length;) {
      const { start, oldEnd, length } = edits[next] as Edit;
      const at = start + shift;
      // What lies behind the scan is not known yet; it is read when the scan gets there.
      if (!this.done && at > this.at) return;
      const edit = { start: at, oldEnd: oldEnd + shift, newEnd: at + length };
      const { absorbed, delta } = this.rescan(edit, edits, next + 1, shift, replacing);
      shift += delta;
      next += absorbed;
    }
  }

  private rescan(
    first: { start: number; oldEnd: number; newEnd: number },
    edits: readonly Edit[],
    following: number,
    shift: number,
    replacing: ((replacement: Replacement<Note>) => void) | undefined,
  ): { absorbed: number; delta: number } {
    const { rows } = this;
    let from = Math.max(0, rows.firstEndingAfter(first.start - 1) - 1);
    if (from > 0 && from < rows.size && !this.isEvent(from - 1)) from--;
    let base = from === 0 ? 0 : rows.end(from - 1);
    let context = from === 0 ? '' : this.contexts.name(rows.context(from - 1));
    const fresh = new Rows<Note>();
    const appender = new Appender(fresh, this.contexts);
    const scannedTo = this.at;
    let delta = first.newEnd - first.oldEnd;
    let { newEnd } = first;
    let absorbed = 1;
    let old = from;
    let inStep = false;
    let beyond = false;
    let isLate = false;
    const deadline = performance.now() + RESCAN;
    const isDue = (): boolean => (isLate ||= performance.now() >= deadline);
    const absorb = (offset: number): void => {
      for (let next = following - 1 + absorbed; next < edits.length; next = following - 1 + absorbed) {
        const edit = edits[next] as Edit;
        // The delta so far counts from this edit's own first change; `shift` is that of the edits before it.
        const start = edit.start + shift + delta;
        if (start > offset) return;
        newEnd = start + edit.length;
        delta += edit.length - (edit.oldEnd - edit.start);
        absorbed++;
      }
    };
    // Skipped stretches are one row, although brackets may stand between them: the context of a row is that of its start.
    let behind = { at: base, context };
    let window = EDIT_WINDOW;
    let taken = 0;
    for (let finished = false; !finished;) {
      const end = Math.min(this.source.length, base + window);
      const isFinal = end === this.source.length;
      const windowBase = base;
      const place = this.scanner.scan(this.source.read(base, end), base, 0, context, isFinal, {
        isDue,
        take: (start, rowEnd, rowContext, row) => {
          const absolute = windowBase + start;
          absorb(absolute);
          while (old < rows.size && rows.start(old) < absolute - delta) old++;
          if (
            absolute >= newEnd &&
            old < rows.size &&
            this.isSame(old, absolute - delta, windowBase + rowEnd - delta, rowContext, row)
          ) {
            inStep = true;
            return false;
          }
          if (!this.done && absolute - delta >= scannedTo) {
            beyond = true;
            return false;
          }
          appender.put(absolute, windowBase + rowEnd, rowContext, row);
          behind = { at: windowBase + rowEnd, context: rowContext };
          return absolute < newEnd + STRIDE || (++taken & 63) !== 0 || !isDue();
        },
      });
      finished = inStep || beyond || isLate || (isFinal && !place.stopped);
      if (!finished && base > newEnd + STRIDE) finished = isDue();
      window = place.needsMore && place.at === 0 ? window * 4 : Math.min(SCAN_WINDOW, window * 2);
      if (!finished || !inStep) {
        base += place.at;
        ({ context } = place);
      }
    }
    if (!inStep) {
      old = rows.size;
      absorb(Infinity);
    }
    replacing?.({ from, to: old, fresh });
    // The gap before the row in step may have changed although the row has not.
    if (inStep) rows.setNote(old, undefined);
    rows.splice(from, old, fresh, delta);
    if (isLate) {
      this.done = false;
      absorbed = edits.length;
    }
    if (inStep) this.at += this.done ? 0 : delta;
    else if (!this.done) ({ at: this.at, context: this.context } = behind);
    return { absorbed, delta };
  }

  /** Whether the row that was just read is the known one: then all behind it is as it was. */
  private isSame(old: number, start: number, end: number, context: string, row: Row): boolean {
    const { rows } = this;
    return (
      rows.start(old) === start &&
      rows.end(old) === end &&
      isEvent(row.flags) &&
      rows.flags(old) === row.flags &&
      rows.context(old) === this.contexts.number(context)
    );
  }
}
