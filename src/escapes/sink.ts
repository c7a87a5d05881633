import { widthOf } from './layout';

/** How much is written at most. */
export interface Limits {
  /** UTF-16 units. */
  readonly maxLength: number;
  readonly maxLines: number;
}

/** Collects text up to a limit, and knows its length and column. */
export class Sink {
  /** True once a limit was reached: what follows is dropped. */
  public cut = false;
  /** UTF-16 units so far. */
  public length = 0;
  private readonly parts: string[] = [];
  private lines = 1;

  /** @param column where the first character will stand */
  public constructor(
    public column: number,
    private readonly limits: Limits,
  ) {}

  public get text(): string {
    return this.parts.join('');
  }

  public emit(text: string): void {
    if (this.cut) return;
    const room = this.limits.maxLength - this.length;
    this.cut = text.length > room;
    const written = this.cut ? wholeCharacters(text, room) : text;
    this.parts.push(written);
    this.length += written.length;
    this.column += written.length;
  }

  public line(eol: string, margin: string): void {
    this.cut ||= this.lines >= this.limits.maxLines;
    this.lines++;
    this.emit(eol + margin);
    this.column = widthOf(margin);
  }
}

/** The first `length` units, one less where that would halve a surrogate pair. */
function wholeCharacters(text: string, length: number): string {
  const end = (text.codePointAt(length - 1) ?? 0) > 0xffff ? length - 1 : length;
  return text.slice(0, Math.max(0, end));
}
