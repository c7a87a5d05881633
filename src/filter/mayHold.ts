import { type TextSource } from '../trail/source';
import { type Trail } from '../trail/trail';
import { type RowTest } from './rowTest';

/** What stands in every level of escapes as it is, unless it is written as an escape itself. */
const UNESCAPED = /^[\w.:-]+$/;
/**
 * In lower case: escapes of such characters, of the backslash, and of what becomes a letter in lower case; that letter in UTF-8; and escapes that JSON
 * does not have.
 */
const HIDES =
  /\\u(?:00(?:2[de]|3[0-9a]|[46][1-9a-f]|[57][0-9a]|5[cf])|212a|0130)|\u00e2\u0084\u00aa|\u00e4\u00b0|\\[^"\\/bfnrtu]/g;
/** Text that is looked through at once: its first stretch, and the longest; offsets of the log. */
const FIRST = 4_096;
const MOST = 131_072;
const NOWHERE = Infinity;

/**
 * Which rows may hold a text, in any case of letters and behind escapes: a row of which this is false does not. The log is looked through in long stretches,
 * as bytes where it can be, so that rows without the text need not be read one by one. Undefined where escapes could write the text in many ways.
 */
export function mayHold(trail: Trail, text: string): RowTest | undefined {
  const piece = text.toLowerCase();
  if (!UNESCAPED.test(piece)) return undefined;
  const { rows } = trail;
  const window = new Window(trail);
  const plain = new Cursor((from) => window.lower.indexOf(piece, from));
  const hidden = new Cursor((from) => {
    HIDES.lastIndex = from;
    return HIDES.exec(window.lower)?.index ?? -1;
  });
  return (row) => {
    const start = rows.start(row);
    const end = rows.end(row);
    if (end - start > MOST) return true;
    if (window.moveTo(start, end)) {
      plain.forget();
      hidden.forget();
    }
    if (window.isShifted) return true;
    return Math.min(plain.next(start - window.start), hidden.next(start - window.start)) < end - window.start;
  };
}

/** A stretch of a log in lower case; it becomes longer as long as it is moved on. */
class Window {
  lower = '';
  start = 0;
  /** Places in it are not those of the log. */
  isShifted = false;
  private end = -1;
  private length = FIRST;
  private version = -1;
  private source: TextSource | undefined;

  constructor(private readonly trail: Trail) {}

  /** Makes it hold the text between two offsets; true where it holds another text than before. */
  moveTo(start: number, end: number): boolean {
    const { trail } = this;
    const { text: source, version } = trail;
    const isSame = this.version === version && this.source === source;
    if (isSame && this.start <= start && end <= this.end) return false;
    const isNext = isSame && start >= this.start && start - this.end < MOST;
    this.length = isNext ? Math.min(this.length * 2, MOST) : FIRST;
    // What lies in several files is read by record.
    const to = source.files === undefined ? Math.min(source.length, Math.max(end, start + this.length)) : end;
    const text = source.readBytes?.(start, to) ?? source.read(start, to);
    this.lower = text.toLowerCase();
    this.isShifted = this.lower.length !== to - start;
    this.start = start;
    this.end = to;
    this.version = version;
    this.source = source;
    return true;
  }
}

/** The next place of something in a window, looked for once. */
class Cursor {
  private from = 0;
  private found = -1;

  /** `find` gives the first place from an offset on, -1 where there is none. */
  constructor(private readonly find: (from: number) => number) {}

  forget(): void {
    this.found = -1;
  }

  next(from: number): number {
    if (this.from <= from && from <= this.found) return this.found;
    this.from = from;
    const found = this.find(from);
    return (this.found = found < 0 ? NOWHERE : found);
  }
}
