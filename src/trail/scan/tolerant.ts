import { STRIDE } from '../limits';
import { Brackets } from './brackets';
import { Char, closingQuote, commentEnd, isSpace, skipSpace, trimEnd } from './chars';
import { RecordStart } from './recordStart';
import { StringEnds } from './stringEnds';
import { type Problem, type SyntaxReason, type Tape, Token } from './tape';
import { endsWord, isMask, isNumberLike, wordKind } from './words';

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

/**
 * Lexes a damaged object onto the tape: it goes on after every mistake, reports each one once at its own place, and stops at the object's end, where the next
 * record starts although this one was not closed, or at the end of the text. Linear in the text's length.
 */
export function lexTolerant(text: string, offset: number, tape: Tape, setting: Setting): Lexed {
  const lexer = new TolerantLexer(text, offset, tape, setting);
  for (;;) {
    const lexed = lexer.run();
    if (lexed !== undefined) return lexed;
  }
}

/** The same in strides, so that others can have their turn in between. */
export class TolerantLexer {
  private at: number;
  private readonly open: Brackets;
  private expect: Expect = Expect.Value;
  /** The end of the last token: where a comma or a value is missing. */
  private lastEnd: number;
  private lastComma = -1;
  /** After a mistake nothing more is reported until a member has been read well: one mistake, one finding. */
  private quiet = false;
  private brokenOff = false;
  /** The bracket that lies too deep while what it opens is left out, and how deep that is open. */
  private deep: { readonly unit: number; readonly token: number; depth: number } | undefined;
  private readonly strings: StringEnds;
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
    this.open = new Brackets(tape);
    this.strings = new StringEnds(text);
    tape.clear();
    if (setting.isFragment) {
      this.push(Char.OpenBrace, offset, offset);
      this.problem('syntax', offset, this.firstTokenEnd(), 'missing-open-brace');
      this.quiet = false;
    }
  }

  /** How far the text has been gone through. */
  get reached(): number {
    return this.at;
  }

  /** Goes on for about `STRIDE` units; undefined where the record goes on behind them. */
  run(): Lexed | undefined {
    const { text, tape } = this;
    for (const pauseAt = this.at + STRIDE; this.at < pauseAt;) {
      if (this.deep !== undefined) {
        this.skipDeep(this.deep, pauseAt);
        continue;
      }
      this.skipSpaceTo(pauseAt);
      if (this.at >= text.length) return this.truncate();
      if (this.at >= pauseAt) return undefined;
      const done = this.step(text.charCodeAt(this.at));
      if (done !== undefined) {
        if (tape.isFull) tape.report({ code: 'syntax', reason: 'too-long', start: this.offset, end: this.offset + 1 });
        return { end: done, reachedEnd: false, truncated: false, brokenOff: this.brokenOff };
      }
    }
    return undefined;
  }

  private skipSpaceTo(end: number): void {
    const { text } = this;
    const last = Math.min(end, text.length);
    while (this.at < last && isSpace(text.charCodeAt(this.at))) this.at++;
  }

  /** One token; gives the record's end once it is reached. */
  private step(unit: number): number | undefined {
    switch (unit) {
      case Char.OpenBrace:
      case Char.OpenBracket:
        return this.bracket(unit);
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

  private bracket(unit: number): number | undefined {
    const isValue = this.expect === Expect.Value || this.expect === Expect.FirstValue;
    if (!isValue && this.open.depth > 0) {
      if (unit === Char.OpenBrace && (this.next.isLike(this.at) || this.next.isOnNextLine(this.at)))
        return this.breakOff(this.at);
      if (this.expect === Expect.Colon) this.problem('syntax', this.lastEnd - 1, this.lastEnd, 'missing-colon');
      else if (this.expect === Expect.Comma) this.problem('syntax', this.lastEnd - 1, this.lastEnd, 'missing-comma');
      else this.problem('syntax', this.at, this.at + 1, 'missing-key');
    } else if (unit === Char.OpenBrace && this.next.startsLine(this.at) && this.isNext()) {
      return this.breakOff(this.at);
    }
    if (this.open.isFull) {
      this.problem('syntax', this.at, this.at + 1, 'too-deep');
      const token = this.tape.add(unit === Char.OpenBrace ? Token.OpenObject : Token.OpenArray, this.at, this.at + 1);
      this.deep = { unit, token, depth: 0 };
      return undefined;
    }
    this.push(unit, this.at, this.at + 1);
    this.lastEnd = ++this.at;
    return undefined;
  }

  /** Leaves out, up to `pauseAt`, what a bracket opens that lies too deep: an empty one stands for it. */
  private skipDeep(deep: NonNullable<TolerantLexer['deep']>, pauseAt: number): void {
    const { text } = this;
    do {
      if (this.at >= pauseAt) return;
      const next = text.charCodeAt(this.at);
      if (next === Char.Quote) {
        this.at = this.strings.read(this.at).end;
        continue;
      }
      if (next === Char.OpenBrace && this.next.startsLine(this.at) && this.next.isLike(this.at)) break;
      if (next === Char.OpenBrace || next === Char.OpenBracket) deep.depth++;
      else if (next === Char.CloseBrace || next === Char.CloseBracket) deep.depth--;
      this.at++;
    } while (deep.depth > 0 && this.at < text.length);
    this.deep = undefined;
    this.lastEnd = this.at;
    this.tape.close(deep.token, deep.unit === Char.OpenBrace ? Token.CloseObject : Token.CloseArray, this.at - 1, this.at);
    this.expect = Expect.Comma;
  }

  /** Whether the record that is read ends before the object here although a value may stand here. */
  private isNext(): boolean {
    return this.next.isLike(this.at) && (this.open.depth === 1 || this.next.isAligned(this.at));
  }

  private close(unit: number): number | undefined {
    const top = this.open.top();
    if (top !== unit - 2) {
      const below = this.open.find(unit - 2);
      if (below < 0) {
        if (unit === Char.CloseBracket && this.setting.inArray && this.open.depth > 0) return this.breakOff(this.at);
        this.problem('syntax', this.at, this.at + 1, 'unexpected');
        this.lastEnd = ++this.at;
        return undefined;
      }
      this.problem('syntax', this.lastEnd - 1, this.lastEnd, 'missing-close');
      while (this.open.depth > below) this.pop(this.lastEnd, this.lastEnd);
    } else if (this.expect === Expect.Key || (this.expect === Expect.Value && top === Char.OpenBracket)) {
      this.problem('trailing-comma', this.lastComma, this.lastComma + 1);
    } else if (this.expect === Expect.Value) this.problem('syntax', this.lastEnd - 1, this.lastEnd, 'missing-value');
    else if (this.expect === Expect.Colon) this.problem('syntax', this.lastEnd - 1, this.lastEnd, 'missing-colon');
    this.lastEnd = ++this.at;
    this.pop(this.at - 1, this.at);
    return this.open.depth === 0 ? this.at : undefined;
  }

  private comma(): void {
    if (this.expect === Expect.Comma) this.quiet = false;
    else if (this.expect === Expect.Value && this.open.top() === Char.OpenBrace)
      this.problem('syntax', this.lastEnd - 1, this.lastEnd, 'missing-value');
    else if (this.expect === Expect.Colon) this.problem('syntax', this.lastEnd - 1, this.lastEnd, 'missing-colon');
    else this.problem('syntax', this.at, this.at + 1, 'extra-comma');
    this.expect = this.open.top() === Char.OpenBrace ? Expect.Key : Expect.Value;
    this.lastComma = this.at;
    this.lastEnd = ++this.at;
  }

  private string(): void {
    const start = this.at;
    const { end, isClosed } = this.strings.read(start);
    if (!isClosed) this.problem('syntax', start, end, 'unterminated-string');
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
    const inObject = this.open.top() === Char.OpenBrace;
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
    } else if (this.expect === Expect.Value && inObject && isKey && this.next.startsLine(start)) {
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

  private word(): void {
    const { text, at } = this;
    let end = at;
    if (text.charCodeAt(at) === Char.Apostrophe) {
      const line = this.strings.newlineFrom(at);
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
      if (isMask(text, at, end)) this.problem('unquoted-mask', at, end);
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
    this.open.push(unit, start, end);
    this.expect = unit === Char.OpenBrace ? Expect.FirstKey : Expect.FirstValue;
  }

  private pop(start: number, end: number): void {
    this.open.pop(start, end);
    this.expect = Expect.Comma;
  }

  /** Ends the record before `end`, where something else starts, and closes what is open. */
  private breakOff(end: number): number {
    const last = this.lastComma >= 0 && this.lastEnd === this.lastComma + 1 ? this.lastComma : this.lastEnd;
    this.problem('syntax', Math.max(this.offset, last - 1), last, 'missing-close');
    this.brokenOff = true;
    while (this.open.depth > 0) this.pop(last, last);
    return Math.min(end, last);
  }

  private truncate(): Lexed {
    const { tape } = this;
    const end = trimEnd(this.text, this.text.length, this.offset);
    if (this.setting.isFragment && this.open.depth === 1 && (this.expect === Expect.Comma || this.expect === Expect.Key)) {
      // Pasted members have no closing brace either: they are whole.
      this.pop(end, end);
      return { end, reachedEnd: true, truncated: false, brokenOff: false };
    }
    const start = Math.max(this.offset, Math.min(this.lastEnd, end) - 1);
    const kept = tape.problems.filter(({ reason, end: to }) => reason !== 'unterminated-string' || to < end);
    tape.problemCount -= tape.problems.length - kept.length;
    tape.problems = kept;
    tape.report({ code: 'truncated', reason: 'end', start, end });
    while (this.open.depth > 0) this.pop(end, end);
    return { end, reachedEnd: true, truncated: true, brokenOff: false };
  }

  private problem(code: Problem['code'], start: number, end: number, reason?: SyntaxReason): void {
    if (this.quiet && code === 'syntax') return;
    if (code === 'syntax') this.quiet = true;
    this.tape.report(reason === undefined ? { code, start, end } : { code, reason, start, end });
  }

  private firstTokenEnd(): number {
    const quote = closingQuote(this.text, this.offset + 1);
    return quote < 0 ? Math.min(this.text.length, this.offset + 1) : quote + 1;
  }
}
