import { Char, closingQuote, skipSpace } from './chars';
import { isFirstKey, LONGEST_KEY } from './keys';

/** Finds where the next record starts although the one at `record` was not closed: there a scan gets in step again. */
export class RecordStart {
  /** Where the first key of the record stands, and where its first line ends: looked for once, since they may be far. */
  private key: readonly [start: number, end: number] | undefined;
  private line: number | undefined;

  constructor(
    private readonly text: string,
    private readonly record: number,
  ) {}

  /** Whether the object at `brace` looks like a record: its first key is one that only records have, or the same as that of the record before. */
  isLike(brace: number): boolean {
    const { text } = this;
    const [start, end] = firstKey(text, brace);
    if (end < 0) return false;
    if (isFirstKey(text, start, end)) return true;
    this.key ??= firstKey(text, this.record);
    const [own, ownEnd] = this.key;
    return ownEnd - own === end - start && text.startsWith(text.slice(own, ownEnd), start);
  }

  /** Whether the first key of the object at `brace` is indented as that of the record is: objects inside of a record are indented further. */
  isAligned(brace: number): boolean {
    const before = this.text.slice(brace + 1, skipSpace(this.text, brace + 1));
    return before.includes('\n') && this.text.startsWith(`${before}"`, this.record + 1);
  }

  /** Whether nothing but white space stands before `from` on its line, which is not the one on which the record starts. */
  startsLine(from: number): boolean {
    const { text, record } = this;
    let at = from - 1;
    while (at >= record && (text.charCodeAt(at) === Char.Space || text.charCodeAt(at) === Char.Tab)) at--;
    return at >= record && text.charCodeAt(at) === Char.LineFeed;
  }

  /** Whether the object at `brace` starts the line behind the one on which the record starts: JSON Lines. */
  isOnNextLine(brace: number): boolean {
    if (this.text.charCodeAt(brace - 1) !== Char.LineFeed) return false;
    this.line ??= this.text.indexOf('\n', this.record);
    return this.line === brace - 1;
  }
}

/** The offsets of an object's first key, without its quotes; -1 for both where there is none, or one that is too long to be a field's. */
function firstKey(text: string, brace: number): readonly [start: number, end: number] {
  const quote = skipSpace(text, brace + 1);
  if (text.charCodeAt(quote) !== Char.Quote) return NONE;
  const close = closingQuote(text, quote + 1);
  if (close < 0 || close - quote > LONGEST_KEY + 1 || text.charCodeAt(skipSpace(text, close + 1)) !== Char.Colon) return NONE;
  return [quote + 1, close];
}

const NONE = [-1, -1] as const;
