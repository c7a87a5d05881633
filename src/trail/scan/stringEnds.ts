import { closingQuote, isSpace, skipSpace } from './chars';

/** Structure at the end of a string that was not closed belongs to what follows it. */
const STRUCTURAL_TAIL = /[\s,:{}[\]]+$/;
const MAX_TAIL = 64;

/** Finds where the strings of a damaged record end. Asked for growing offsets, it searches each stretch of the text once. */
export class StringEnds {
  private newline = -2;
  private quote = -2;

  constructor(private readonly text: string) {}

  /** The next line feed from `from` on; -1 where there is none. */
  newlineFrom(from: number): number {
    if (this.newline !== -1 && this.newline < from) this.newline = this.text.indexOf('\n', from);
    return this.newline;
  }

  /** The offset behind the string whose opening quote is at `at`; one that is not closed ends before what is clearly not its own. */
  read(at: number): { readonly end: number; readonly isClosed: boolean } {
    const { text } = this;
    const line = this.newlineFrom(at);
    const limit = line < 0 ? text.length : line;
    const quote = this.quoteFrom(at + 1);
    if (quote >= 0 && quote < limit) {
      if (this.endsString(quote, limit)) return { end: quote + 1, isClosed: true };
      // The closing quote may be the opening one of the next string: `"abc,"next": 1`.
      const tail = this.tailBefore(quote, at);
      if (tail === 0 || tail === Math.min(quote - at - 1, MAX_TAIL)) return { end: quote + 1, isClosed: true };
      return { end: quote - tail, isClosed: false };
    }
    if (line < 0 && quote < 0) return { end: text.length, isClosed: true };
    const tail = this.tailBefore(limit, at);
    return { end: Math.max(tail === MAX_TAIL ? limit : limit - tail, at + 1), isClosed: false };
  }

  private quoteFrom(from: number): number {
    if (this.quote !== -1 && this.quote < from) this.quote = closingQuote(this.text, from);
    return this.quote;
  }

  /** Whether what follows a quote may follow a string. */
  private endsString(quote: number, limit: number): boolean {
    const next = skipSpace(this.text, quote + 1);
    return (
      next >= this.text.length || next > limit || ',:]}/'.includes(this.text.charAt(next)) || isSpace(this.text.charCodeAt(next))
    );
  }

  /** How many units of structure stand before `end`, behind the quote at `at`. */
  private tailBefore(end: number, at: number): number {
    return STRUCTURAL_TAIL.exec(this.text.slice(Math.max(at + 1, end - MAX_TAIL), end))?.[0].length ?? 0;
  }
}
