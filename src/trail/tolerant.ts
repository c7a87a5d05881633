import { Char, closingQuote, isSpace, skipSpace } from './chars';
import { MAX_DEPTH } from './limits';
import { RecordStart } from './recordStart';
import { numberEnd } from './strict';
import { type Problem, type SyntaxReason, type Tape, Token } from './tape';

/** Where and why the tolerant lexer stopped. */
export interface Lexed {
  /** The offset behind the record. */
  readonly end: number;
  /** The text ended before the record did, or where more of it may follow. */
  readonly reachedEnd: boolean;
  /** The text ended inside the record. */
  readonly truncated: boolean;
  /** The record was not closed: it ends where the next one starts. */
  readonly brokenOff: boolean;
}

/** How the record that is lexed lies in the log. */
export interface Setting {
  /** Behind an array's `[`: a stray `]` ends the record. */
  readonly inArray: boolean;
  /** The members stand without their opening brace. */
  readonly isFragment: boolean;
}

const enum Expect {
  Value,
  FirstKey,
  Key,
  Colon,
  Comma,
  FirstValue,
}

const MASK = /^[\w.@:-]*(?:\*{2,}|[xX]{3,}|XX)[\w.*@:-]*$/;
const STRUCTURAL_TAIL = /[\s,:{}[\]]+$/;

/**
 * Lexes a damaged object onto the tape: it goes on after every mistake, reports each one once at its own place, and stops at the object's end, where the next
 * record starts although this one was not closed, or at the end of the text. Linear in the text's length.
 */
export function lexTolerant(text: string, offset: number, tape: Tape, setting: Setting): Lexed {
  return new TolerantLexer(text, offset, tape, setting).run();
}

class TolerantLexer {
  private at: number;
  private depth = 0;
  private readonly kinds = new Uint8Array(MAX_DEPTH + 1);
  private readonly opened = new Int32Array(MAX_DEPTH + 1);
  private expect: Expect = Expect.Value;
  /** The end of the last token: where a comma or a value is missing. */
  private lastEnd: number;
  private lastComma = -1;
  /** After a mistake nothing more is reported until a member has been read well: one mistake, one finding. */
  private quiet = false;
  private brokenOff = false;
  private newline = -2;
  private quote = -2;
  private readonly next: RecordStart;

  constructor(
    private readonly text: string,
    private readonly offset: number,
    private readonly tape: Tape,
    private readonly setting: Setting,
  ) {
    this.at = offset;
    this.lastEnd = offset;
    this.next = new RecordStart(text, offset);
  }

  run(): Lexed {
    const { text, tape } = this;
    tape.clear();
    if (this.setting.isFragment) {
      this.push(Char.OpenBrace, this.offset, this.offset);
      this.problem('syntax', this.offset, this.firstTokenEnd(), 'missing-open-brace');
      this.quiet = false;
    }
    for (;;) {
      this.at = skipSpace(text, this.at);
      if (this.at >= text.length) return this.truncate();
      const done = this.step(text.charCodeAt(this.at));
      if (done !== undefined) {
        if (tape.isFull) tape.report({ code: 'syntax', reason: 'too-long', start: this.offset, end: this.offset + 1 });
        return { end: done, reachedEnd: false, truncated: false, brokenOff: this.brokenOff };
      }
    }
  }

  /** One token; gives the record's end once it is reached. */
  private step(unit: number): number | undefined {
    switch (unit) {
      case Char.OpenBrace:
      case Char.OpenBracket:
        return this.open(unit);
      case Char.CloseBrace:
      case Char.CloseBracket:
        return this.close(unit);
      case Char.Comma:
        this.comma();
        return undefined;
      case Char.Colon:
        if (this.expect === Expect.Colon) this.expect = Expect.Value;
        else this.problem('syntax', this.at, this.at + 1, 'unexpected');
        this.lastEnd = ++this.at;
        return undefined;
      case Char.Quote:
        this.string();
        return undefined;
      case Char.Slash:
        if (this.comment()) return undefined;
        break;
    }
    this.word();
    return undefined;
  }

  private open(unit: number): number | undefined {
    const isValue = this.expect === Expect.Value || this.expect === Expect.FirstValue;
    if (!isValue && this.depth > 0) {
      if (unit === Char.OpenBrace && (this.next.isLike(this.at) || this.next.isOnNextLine(this.at)))
        return this.breakOff(this.at);
      if (this.expect === Expect.Colon) this.problem('syntax', this.lastEnd - 1, this.lastEnd, 'missing-colon');
      else if (this.expect === Expect.Comma) this.problem('syntax', this.lastEnd - 1, this.lastEnd, 'missing-comma');
      else this.problem('syntax', this.at, this.at + 1, 'missing-key');
    } else if (unit === Char.OpenBrace && this.startsLine() && this.isNext()) {
      return this.breakOff(this.at);
    }
    this.push(unit, this.at, this.at + 1);
    this.lastEnd = ++this.at;
    return undefined;
  }

  /** Whether the record that is read ends before the object here although a value may stand here. */
  private isNext(): boolean {
    return this.next.isLike(this.at) && (this.depth === 1 || this.next.isAligned(this.at));
  }

  private close(unit: number): number | undefined {
    const top = this.top();
    if (top !== unit - 2) {
      const below = this.find(unit - 2);
      if (below < 0) {
        if (unit === Char.CloseBracket && this.setting.inArray && this.depth > 0) return this.breakOff(this.at);
        this.problem('syntax', this.at, this.at + 1, 'unexpected');
        this.lastEnd = ++this.at;
        return undefined;
      }
      this.problem('syntax', this.lastEnd - 1, this.lastEnd, 'missing-close');
      while (this.depth > below) this.pop(this.lastEnd, this.lastEnd);
    } else if (this.expect === Expect.Key || (this.expect === Expect.Value && top === Char.OpenBracket)) {
      this.problem('trailing-comma', this.lastComma, this.lastComma + 1);
    } else if (this.expect === Expect.Value) this.problem('syntax', this.lastEnd - 1, this.lastEnd, 'missing-value');
    else if (this.expect === Expect.Colon) this.problem('syntax', this.lastEnd - 1, this.lastEnd, 'missing-colon');
    this.lastEnd = ++this.at;
    this.pop(this.at - 1, this.at);
    return this.depth === 0 ? this.at : undefined;
  }

  private comma(): void {
    if (this.expect === Expect.Comma) this.quiet = false;
    else if (this.expect === Expect.Value && this.top() === Char.OpenBrace)
      this.problem('syntax', this.lastEnd - 1, this.lastEnd, 'missing-value');
    else if (this.expect === Expect.Colon) this.problem('syntax', this.lastEnd - 1, this.lastEnd, 'missing-colon');
    else this.problem('syntax', this.at, this.at + 1, 'extra-comma');
    this.expect = this.top() === Char.OpenBrace ? Expect.Key : Expect.Value;
    this.lastComma = this.at;
    this.lastEnd = ++this.at;
  }

  private string(): void {
    const start = this.at;
    const end = this.stringEnd();
    const followedByColon = this.text.charCodeAt(skipSpace(this.text, end)) === Char.Colon;
    this.at = end;
    this.scalar(start, end, Token.String, followedByColon);
  }

  /** A key or a value that has just been read, put where it fits best. */
  private scalar(
    start: number,
    end: number,
    kind: Token.String | Token.Number | Token.Literal | Token.Word,
    isKey: boolean,
  ): void {
    const inObject = this.top() === Char.OpenBrace;
    if (this.expect === Expect.Comma) {
      if (inObject && !isKey) {
        // Not a member: text that should not be there.
        this.problem('syntax', start, end, 'unexpected');
        this.lastEnd = end;
        return;
      }
      this.problem('syntax', this.lastEnd - 1, this.lastEnd, 'missing-comma');
      this.expect = inObject ? Expect.Key : Expect.Value;
    } else if (this.expect === Expect.Colon) {
      this.problem('syntax', this.lastEnd - 1, this.lastEnd, isKey ? 'missing-value' : 'missing-colon');
      this.expect = isKey ? Expect.Key : Expect.Value;
    } else if (this.expect === Expect.Value && inObject && isKey && this.startsLine(start)) {
      this.problem('syntax', this.lastEnd - 1, this.lastEnd, 'missing-value');
      this.expect = Expect.Key;
    }
    if (this.expect === Expect.Key || this.expect === Expect.FirstKey) {
      if (kind !== Token.String) this.problem('syntax', start, end, isKey ? 'unquoted' : 'unexpected');
      if (kind === Token.String || isKey) {
        this.tape.add(Token.Key, start, end);
        this.expect = Expect.Colon;
      }
    } else {
      this.tape.add(kind, start, end);
      this.expect = Expect.Comma;
    }
    this.lastEnd = end;
  }

  /** The offset behind the string at `at`; a string that is not closed ends before what is clearly not its own. */
  private stringEnd(): number {
    const { text, at } = this;
    const line = this.nextNewline(at);
    const limit = line < 0 ? text.length : line;
    const quote = this.nextQuote(at + 1);
    if (quote >= 0 && quote < limit) {
      const next = skipSpace(text, quote + 1);
      const unit = text.charCodeAt(next);
      const isFollowed = next >= text.length || next > limit || ',:]}/'.includes(text.charAt(next)) || isSpace(unit);
      if (isFollowed) return quote + 1;
      // The closing quote may be the opening one of the next string: `"abc,"next": 1`.
      const content = text.slice(Math.max(at + 1, quote - 64), quote);
      const tail = STRUCTURAL_TAIL.exec(content);
      if (tail === null || tail[0].length === content.length) return quote + 1;
      const end = quote - tail[0].length;
      this.problem('syntax', at, end, 'unterminated-string');
      return end;
    }
    if (line < 0) {
      if (quote < 0) return text.length;
    }
    const content = text.slice(Math.max(at + 1, limit - 64), limit);
    const tail = STRUCTURAL_TAIL.exec(content);
    const end = tail === null || (tail[0].length === content.length && content.length === 64) ? limit : limit - tail[0].length;
    this.problem('syntax', at, Math.max(end, at + 1), 'unterminated-string');
    return Math.max(end, at + 1);
  }

  private word(): void {
    const { text, at } = this;
    let end = at;
    if (text.charCodeAt(at) === Char.Apostrophe) {
      const line = this.nextNewline(at);
      const close = text.indexOf("'", at + 1);
      if (close > 0 && (line < 0 || close < line)) end = close + 1;
    }
    while (end < text.length && !endsWord(text, end)) end++;
    if (end === at) end++;
    this.at = end;
    const isKey = text.charCodeAt(skipSpace(text, end)) === Char.Colon;
    const isValue = this.expect === Expect.Value || this.expect === Expect.FirstValue;
    const kind = wordKind(text, at, end);
    if (isValue && kind === Token.Word) {
      if (end - at < 256 && MASK.test(text.slice(at, end))) this.problem('unquoted-mask', at, end);
      else this.problem('syntax', at, end, isNumberLike(text.charCodeAt(at)) ? 'bad-number' : 'unquoted');
    }
    this.scalar(at, end, kind, isKey);
  }

  /** Skips a comment, reporting it; false where the slash starts none. */
  private comment(): boolean {
    const end = commentEnd(this.text, this.at);
    if (end < 0) return false;
    const isOpen =
      this.text.charCodeAt(this.at + 1) === Char.Star && !(end - this.at >= 4 && this.text.startsWith('*/', end - 2));
    if (isOpen) this.problem('syntax', this.at, end, 'unterminated-comment');
    else this.tape.report({ code: 'comment', start: this.at, end });
    this.at = end;
    return true;
  }

  private push(unit: number, start: number, end: number): void {
    if (this.depth >= MAX_DEPTH) {
      if (this.depth === MAX_DEPTH) this.problem('syntax', start, end, 'too-deep');
      this.depth++;
    } else {
      this.kinds[++this.depth] = unit;
      this.opened[this.depth] = this.tape.add(unit === Char.OpenBrace ? Token.OpenObject : Token.OpenArray, start, end);
    }
    this.expect = unit === Char.OpenBrace ? Expect.FirstKey : Expect.FirstValue;
  }

  private pop(start: number, end: number): void {
    if (this.depth <= MAX_DEPTH) {
      const isObject = this.kinds[this.depth] === Char.OpenBrace;
      this.tape.close(this.opened[this.depth] as number, isObject ? Token.CloseObject : Token.CloseArray, start, end);
    }
    this.depth--;
    this.expect = Expect.Comma;
  }

  private top(): number {
    // What lies deeper than the limit is taken for an object: it is skipped in any case.
    return this.depth > MAX_DEPTH ? Char.OpenBrace : (this.kinds[this.depth] as number);
  }

  /** The depth of the innermost open bracket of this kind; -1 where there is none. */
  private find(kind: number): number {
    if (this.depth > MAX_DEPTH) return -1;
    for (let depth = this.depth; depth > 0; depth--) if (this.kinds[depth] === kind) return depth;
    return -1;
  }

  /** Ends the record before `end`, where something else starts, and closes what is open. */
  private breakOff(end: number): number {
    const last = this.lastComma >= 0 && this.lastEnd === this.lastComma + 1 ? this.lastComma : this.lastEnd;
    this.problem('syntax', Math.max(this.offset, last - 1), last, 'missing-close');
    this.brokenOff = true;
    while (this.depth > 0) this.pop(last, last);
    return Math.min(end, last);
  }

  private truncate(): Lexed {
    const { tape } = this;
    const end = trimEnd(this.text, this.text.length, this.offset);
    if (this.setting.isFragment && this.depth === 1 && (this.expect === Expect.Comma || this.expect === Expect.Key)) {
      // Pasted members have no closing brace either: they are whole.
      this.pop(end, end);
      return { end, reachedEnd: true, truncated: false, brokenOff: false };
    }
    const start = Math.max(this.offset, Math.min(this.lastEnd, end) - 1);
    const kept = tape.problems.filter(({ reason, end: to }) => reason !== 'unterminated-string' || to < end);
    tape.problemCount -= tape.problems.length - kept.length;
    tape.problems = kept;
    tape.report({ code: 'truncated', reason: 'end', start, end });
    while (this.depth > 0) this.pop(end, end);
    return { end, reachedEnd: true, truncated: true, brokenOff: false };
  }

  private problem(code: Problem['code'], start: number, end: number, reason?: SyntaxReason): void {
    if (this.quiet && code === 'syntax') return;
    if (code === 'syntax') this.quiet = true;
    this.tape.report(reason === undefined ? { code, start, end } : { code, reason, start, end });
  }

  private startsLine(from = this.at): boolean {
    let at = from - 1;
    while (at >= this.offset && (this.text.charCodeAt(at) === Char.Space || this.text.charCodeAt(at) === Char.Tab)) at--;
    return at >= this.offset && this.text.charCodeAt(at) === Char.LineFeed;
  }

  private firstTokenEnd(): number {
    const quote = closingQuote(this.text, this.offset + 1);
    return quote < 0 ? Math.min(this.text.length, this.offset + 1) : quote + 1;
  }

  /** The next line feed from `from` on; asked for growing offsets, it searches each stretch once. */
  private nextNewline(from: number): number {
    if (this.newline !== -1 && this.newline < from) this.newline = this.text.indexOf('\n', from);
    return this.newline;
  }

  private nextQuote(from: number): number {
    if (this.quote !== -1 && this.quote < from) this.quote = closingQuote(this.text, from);
    return this.quote;
  }
}

function endsWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === Char.Slash) return commentEnd(text, at) >= 0;
  return isSpace(unit) || ',:{}[]"'.includes(text.charAt(at));
}

function wordKind(text: string, start: number, end: number): Token.Number | Token.Literal | Token.Word {
  if (numberEnd(text, start) === end) return Token.Number;
  const length = end - start;
  if (length > 5) return Token.Word;
  const word = text.slice(start, end);
  return word === 'true' || word === 'false' || word === 'null' ? Token.Literal : Token.Word;
}

function isNumberLike(unit: number): boolean {
  return unit === Char.Minus || (unit >= Char.Zero && unit <= Char.Nine);
}

/** The offset behind the comment at `at`, the text's end where it is not closed; -1 where there is no comment. */
export function commentEnd(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (next === Char.Slash) {
    const line = text.indexOf('\n', at);
    if (line < 0) return text.length;
    return text.charCodeAt(line - 1) === Char.CarriageReturn ? line - 1 : line;
  }
  if (next !== Char.Star) return -1;
  const close = text.indexOf('*/', at + 2);
  return close < 0 ? text.length : close + 2;
}

/** The offset behind the last unit before `end` that is not white space; not below `from`. */
export function trimEnd(text: string, end: number, from = 0): number {
  let at = end;
  while (at > from && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
