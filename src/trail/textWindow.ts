import { type TextSource } from './source';

/**
 * The stretch of a text that a scan has come to. It is kept from one slice of the scan to the next: text is read once, and what is longer than a window
 * is got past however short the slices are.
 */
export class TextWindow {
  /** Where the stretch starts in the log. */
  start = 0;
  text = '';
  private source: TextSource | undefined;
  private end = 0;
  /** Where the stretch is to end. */
  private goal = 0;
  /** What was read behind the stretch, before that is long enough. */
  private pieces: string[] = [];

  /** `size`: how much is read at once, in UTF-16 units. */
  constructor(private readonly size: number) {}

  /** Whether the log ends where the stretch does. */
  get isLast(): boolean {
    return this.end === this.source?.length;
  }

  /** Reads one piece of `source`, where the stretch from `at` on is not at hand yet; true once it can be scanned. */
  fill(source: TextSource, at: number): boolean {
    // Another source is another text: nothing that was read of the one before holds.
    if (source !== this.source || at < this.start || at > this.end) this.open(source, at);
    if (this.end < this.goal) {
      const end = Math.min(this.goal, this.end + this.size);
      this.pieces.push(source.read(this.end, end));
      this.end = end;
    }
    if (this.end < this.goal) return false;
    if (this.pieces.length > 0) {
      // Joined, not added: a scan goes through it unit by unit, and reads one flat text faster.
      this.text = [this.text, ...this.pieces].join('');
      this.pieces = [];
    }
    return true;
  }

  /** The stretch has been scanned up to `at`: goes on from there. What is left of it is followed by as much again, so that a long record is soon whole. */
  advance(at: number): void {
    this.text = this.text.slice(at - this.start);
    this.start = at;
    this.goal = this.goalFrom(at, Math.max(this.size, 2 * (this.end - at)));
  }

  /** Forgets the text. */
  clear(): void {
    this.source = undefined;
    this.text = '';
    this.pieces = [];
  }

  private open(source: TextSource, at: number): void {
    const { whole } = source;
    this.source = source;
    this.text = whole ?? '';
    this.pieces = [];
    this.start = whole === undefined ? at : 0;
    this.end = whole === undefined ? at : whole.length;
    this.goal = whole === undefined ? this.goalFrom(at, this.size) : whole.length;
  }

  private goalFrom(at: number, length: number): number {
    return Math.min(this.source?.length ?? at, at + length);
  }
}
