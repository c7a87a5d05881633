import { Char, closingQuote, commentEnd, isSpace } from '../trail/scan/chars';
import { type Context, isArray } from '../trail/scan/contexts';
import { type Problem } from '../trail/scan/tape';
import { MAX_PER_ROW } from './limits';

/** How a gap lies between records. */
export interface GapEnds {
  /** The context behind the record before; undefined at the start of the log. */
  readonly before: Context | undefined;
  /** The context of the record that follows; undefined at the end of the log. */
  readonly after: Context | undefined;
  /** The gap goes on behind the text that is given. */
  readonly isCut?: boolean;
}

/**
 * What is wrong between two records: comments, commas too many or missing, brackets that close nothing or are not closed. Offsets are those of `text`,
 * the gap alone. The members of an envelope around the records are passed over.
 */
export function checkGap(text: string, { before, after, isCut = false }: GapEnds): readonly Problem[] {
  if (before !== undefined && before === after && isPlain(text, isArray(before))) return NONE;
  const checker = new GapChecker(text, before);
  checker.run();
  if (isCut && !checker.isStopped) checker.report('long-gap', text.length - 1, text.length);
  if (!isCut && !checker.isStopped) checker.finish(after);
  return checker.problems;
}

const NONE: readonly Problem[] = [];

/** White space with one comma in an array, white space alone elsewhere: what nearly every gap is. */
function isPlain(text: string, inArray: boolean): boolean {
  let commas = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === Char.Comma) commas++;
    else if (!isSpace(unit)) return false;
  }
  return commas === (inArray ? 1 : 0);
}

class GapChecker {
  readonly problems: Problem[] = [];
  /** There were too many mistakes to read the gap to its end. */
  isStopped = false;
  private at = 0;
  /** What is open, as in the scanner's contexts; `x` is an object or array of an envelope that holds no records. */
  private context: string;
  /** The comma that the next element or the end of the array decides upon. */
  private comma = -1;
  /** Whether an element stands before the comma in the array that is open. */
  private hasElement: boolean;

  constructor(
    private readonly text: string,
    before: Context | undefined,
  ) {
    this.context = before ?? '';
    this.hasElement = before !== undefined;
  }

  run(): void {
    const { text } = this;
    while (this.at < text.length && this.problems.length < MAX_PER_ROW - 1) {
      const unit = text.charCodeAt(this.at);
      if (!this.skipComment(unit)) this.step(unit);
    }
    if (this.at >= text.length) return;
    this.report('too-many', this.at, this.at + 1);
    this.isStopped = true;
  }

  /** What the end of the gap shows: the record that follows, or the end of the log. */
  finish(after: Context | undefined): void {
    if (after === undefined) this.end();
    else if (isArray(this.context) && this.hasElement && this.comma < 0) this.report('missing-comma', -1, 0);
  }

  private step(unit: number): void {
    const { at } = this;
    switch (unit) {
      case Char.OpenBracket:
      case Char.OpenBrace:
        this.context += unit === Char.OpenBracket ? 'a' : 'o';
        this.hasElement = false;
        this.comma = -1;
        break;
      case Char.CloseBracket:
      case Char.CloseBrace:
        this.close(unit === Char.CloseBracket);
        break;
      case Char.Comma:
        this.takeComma();
        break;
      case Char.Quote: {
        const close = closingQuote(this.text, at + 1);
        this.at = close < 0 ? this.text.length : close + 1;
        this.takeValue();
        return;
      }
      default:
        if (!isSpace(unit)) this.takeValue();
    }
    this.at++;
  }

  private takeValue(): void {
    this.hasElement = true;
    this.comma = -1;
  }

  private takeComma(): void {
    if (this.context.endsWith('o')) return;
    if (this.context === '' || !this.hasElement || this.comma >= 0) this.report('extra-comma', this.at, this.at + 1);
    else this.comma = this.at;
  }

  private close(isBracket: boolean): void {
    const { at } = this;
    if (this.comma >= 0) this.problems.push({ code: 'trailing-comma', start: this.comma, end: this.comma + 1 });
    this.comma = -1;
    if (this.context !== '' && isArray(this.context) === isBracket) {
      this.context = this.context.slice(0, -1);
      this.hasElement = true;
    } else this.report('unexpected', at, at + 1);
  }

  private end(): void {
    const end = this.text.length;
    if (this.context !== '')
      this.problems.push({
        code: 'truncated',
        reason: 'missing-close',
        start: Math.max(0, this.lastText(end) - 1),
        end: this.lastText(end),
      });
    else if (this.comma >= 0) this.problems.push({ code: 'trailing-comma', start: this.comma, end: this.comma + 1 });
  }

  private lastText(from: number): number {
    let at = from;
    while (at > 0 && isSpace(this.text.charCodeAt(at - 1))) at--;
    return at;
  }

  private skipComment(unit: number): boolean {
    if (unit !== Char.Slash) return false;
    const end = commentEnd(this.text, this.at);
    if (end < 0) return false;
    this.problems.push({ code: 'comment', start: this.at, end });
    this.at = end;
    return true;
  }

  report(reason: 'missing-comma' | 'extra-comma' | 'unexpected' | 'too-many' | 'long-gap', start: number, end: number): void {
    this.problems.push({ code: 'syntax', reason, start, end });
  }
}
