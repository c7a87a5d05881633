import { Char, closingQuote, commentEnd, isSpace, lineFeedFrom, skipSpace, trimEnd } from './chars';
import { type Context, isArray } from './contexts';
import { emptyObjectsEnd, isEmptyObject, nextEmptyObject } from './envelopes';
import { beginsEnvelope, opensObject } from './envelopes';
import { EventReader } from './event';
import { isList, isWrapper } from './keys';
import { MAX_CONTAINERS, STRIDE } from '../limits';
import { type Dictionaries, Flag, Row } from './row';
import { type KeyWatcher, lexStrict, Stop, StrictPlace } from './strict';
import { Tape } from './tape';
import { TolerantLexer } from './tolerant';

/**
 * Takes rows as soon as they are read. It is an object, not a function: optimised code that calls a function of its own for each scan is given up with that
 * function.
 */
export interface RowSink {
  /** Takes a row; its offsets are those in the text that was given to `scan`. False stops the scan behind it. */
  take(start: number, end: number, context: Context, row: Row): boolean;
  /** Asked about every `STRIDE` units within what gives no row yet: true stops the scan there. Without it, it goes on. */
  isDue?(): boolean;
}

/** Where a scan has come to within a record or a gap. Whoever has changed the text forgets it, and goes on from `Place.at`. */
export interface Paused {
  /** The offset of the record, or that behind what was read of the gap, in the log. */
  readonly at: number;
  /** How far the log has been gone through. */
  readonly reached: number;
  readonly context: Context;
  /** What is being lexed, and the text that it stands in. */
  readonly lexing: (Lexing & { readonly text: string }) | undefined;
}

/** An object or list that is being lexed. */
interface Lexing {
  readonly at: number;
  readonly tape: Tape;
  /** Undefined where the strict lexer is done with it. */
  readonly strict: StrictPlace | undefined;
  readonly tolerant: TolerantLexer | undefined;
  readonly wrapper: number;
}

/** Where a scan stands: give it to the next call. */
export interface Place {
  /** The offset behind the last row, or behind what holds no row. */
  readonly at: number;
  readonly context: Context;
  /** The text ended inside of something: go on with more text from `at` on. */
  readonly needsMore: boolean;
  /** The sink stopped the scan. */
  readonly stopped: boolean;
  /** Where the scan stands behind `at`: give it to the next call. */
  readonly paused?: Paused | undefined;
}

/**
 * Finds the records of a log in one pass, whatever its shape: one object, an array, JSON Lines, objects one after another, responses and Log Service
 * records, mixed and damaged. It reads a window of the log at a time and keeps nothing but its place.
 */
export class Scanner implements KeyWatcher {
  private tape = new Tape();
  private strict = new StrictPlace();
  private lexing: Lexing | undefined;
  private readonly row = new Row();
  private readonly reader: EventReader;
  private text = '';
  private at = 0;
  private context: Context = '';
  /** The offset behind the last row: a record that ends in more text starts again from there. */
  private safe = 0;
  private safeContext: Context = '';
  private final = true;
  /** Whether the log has text before the window. */
  private base = 0;
  /** Whether a comment reaches to the end of the text: more of it may follow. */
  private endsInComment = false;
  /** No string ends before this offset: quotes there are not looked at again. */
  private noStringBefore = 0;
  /** The first line end from the last record's start on; looked for once, however many records stand on a line. */
  private newline = -1;
  /** The offset of the member of the first level that may hold a response. */
  private wrapper = -1;
  private envelope = false;
  /** What the tolerant lexer said of the last record. */
  private truncated = false;
  private brokenOff = false;

  /** `isByteText`: the log is given as byte text; the dictionaries are of that kind too. */
  constructor(dictionaries: Dictionaries, isByteText = false) {
    this.reader = new EventReader(dictionaries, isByteText);
  }

  /**
   * Scans `text`, which stands at `base` in the log, from `at` on. `isFinal` says that the log ends where the text ends; where it does not, a record at the end of the text is left for the next
   * call.
   */
  scan(text: string, base: number, at: number, context: Context, isFinal: boolean, sink: RowSink, paused?: Paused): Place {
    this.text = text;
    this.reader.begin();
    this.base = base;
    this.newline = -1;
    this.safe = at;
    this.safeContext = context;
    this.final = isFinal;
    this.noStringBefore = 0;
    this.endsInComment = false;
    const goesOn = paused !== undefined && (paused.lexing === undefined || paused.lexing.text === text);
    this.at = goesOn ? paused.at - base : at;
    this.context = goesOn ? paused.context : context;
    this.lexing = goesOn ? paused.lexing : undefined;
    let dueAt = this.at + STRIDE;
    for (;;) {
      const isOver = this.lexing !== undefined || this.skipGap();
      if (this.at >= text.length) return isFinal || this.endsInComment ? this.place(!isFinal, false) : this.pause(true);
      if (this.at >= dueAt) {
        dueAt = this.at + STRIDE;
        if (this.at > this.safe && sink.isDue?.() === true) return this.pause();
      }
      if (!isOver) continue;
      const outcome = this.step(sink);
      if (outcome === 'more') return this.place(true, false);
      if (outcome === 'stop') return this.place(false, true);
      if (outcome === 'pause') return this.pause();
    }
  }

  private place(needsMore: boolean, stopped: boolean): Place {
    this.text = '';
    return needsMore
      ? { at: this.safe, context: this.safeContext, needsMore, stopped }
      : { at: this.at, context: this.context, needsMore, stopped };
  }

  /** Keeps where the scan stands: within a record that is being lexed, or a gap, which goes on behind the text where it `needsMore`. */
  private pause(needsMore = false): Place {
    const { text, base, at, context, lexing } = this;
    this.text = '';
    this.lexing = undefined;
    const reached = base + (lexing?.tolerant?.reached ?? lexing?.strict?.at ?? at);
    const paused = { at: base + at, reached, context, lexing: lexing && { ...lexing, text } };
    return { at: this.safe, context: this.safeContext, needsMore, stopped: !needsMore, paused };
  }

  private step(sink: RowSink): Outcome {
    const { text, at } = this;
    switch (text.charCodeAt(at)) {
      case Char.OpenBrace:
        return this.record(at, false, sink);
      case Char.OpenBracket:
        if (this.context.length >= MAX_CONTAINERS) return this.junk(sink);
        this.context += 'a';
        this.at++;
        return 'go';
      case Char.CloseBracket:
        if (isArray(this.context)) this.context = this.context.slice(0, -1);
        this.at++;
        return 'go';
      case Char.CloseBrace:
        if (this.context.endsWith('o')) this.context = this.context.slice(0, -1);
        this.at++;
        return 'go';
      case Char.Quote:
        return this.name(sink);
      default:
        return this.junk(sink);
    }
  }

  /** White space, commas and comments between records; false where they are so many that more of them may follow. */
  private skipGap(): boolean {
    const { text } = this;
    let { at } = this;
    let isOver = false;
    for (const end = at + STRIDE; at < end && !isOver;) {
      const unit = text.charCodeAt(at);
      if (isSpace(unit) || unit === Char.Comma) at++;
      else {
        const behind = unit === Char.Slash ? commentEnd(text, at) : -1;
        isOver = behind < 0;
        if (isOver) break;
        at = behind;
        this.endsInComment = behind >= text.length;
      }
    }
    this.at = at;
    return isOver;
  }

  /** A string between records: a member of an envelope, or of an event whose opening brace is missing, or junk. */
  private name(sink: RowSink): Outcome {
    const { text, at } = this;
    const close = closingQuote(text, at + 1);
    if (close < 0 && !this.final) return 'more';
    const colon = close < 0 ? text.length : skipSpace(text, close + 1);
    if (colon >= text.length && !this.final) return 'more';
    if (text.charCodeAt(colon) !== Char.Colon) return this.junk(sink);
    if (!this.context.endsWith('o')) return this.record(at, true, sink);
    const value = skipSpace(text, colon + 1);
    if (value >= text.length) return this.final ? this.finish() : 'more';
    return this.envelopeMember(text.slice(at + 1, close), value, sink);
  }

  private finish(): 'go' {
    this.at = this.text.length;
    return 'go';
  }

  private envelopeMember(name: string, value: number, sink: RowSink): Outcome {
    const { text } = this;
    const unit = text.charCodeAt(value);
    const mayEnter = this.context.length < MAX_CONTAINERS;
    if (unit === Char.OpenBracket && mayEnter && isList(name)) {
      this.context += name === 'Events' ? 'e' : 'a';
      this.at = value + 1;
    } else if (unit === Char.OpenBrace && mayEnter && isWrapper(name)) {
      this.context += 'o';
      this.at = value + 1;
    } else if (unit === Char.OpenBrace || unit === Char.OpenBracket) {
      const end = this.lex(value, false, false, undefined, sink);
      if (end === Stop.Pause) return 'pause';
      if (end < 0) return 'more';
      this.at = end;
    } else if (unit === Char.Quote) {
      const close = closingQuote(text, value + 1);
      if (close < 0 && !this.final) return 'more';
      this.at = close < 0 ? text.length : close + 1;
    } else {
      let end = value;
      while (end < text.length && !isSpace(text.charCodeAt(end)) && !',{}[]"'.includes(text.charAt(end))) end++;
      this.at = Math.max(end, value + (unit === Char.CloseBrace || unit === Char.CloseBracket ? 0 : 1));
    }
    return 'go';
  }

  /** Stops the strict lexer where the object turns out to be an envelope: a list of events stands in it. */
  stopsAt(start: number, end: number, depth: number, next: number, top: number): boolean {
    const { text } = this;
    const value = skipSpace(text, next);
    const unit = text.charCodeAt(value);
    if (unit === Char.OpenBracket) {
      if (depth > 1 && this.wrapper !== top) return false;
      const isEnvelope = isList(text.slice(start + 1, end - 1)) && opensObject(text, value + 1);
      if (isEnvelope) this.envelope = true;
      return isEnvelope;
    }
    if (depth === 1 && unit === Char.OpenBrace && isWrapper(text.slice(start + 1, end - 1))) this.wrapper = start;
    return false;
  }

  private record(at: number, isFragment: boolean, sink: RowSink): Outcome {
    const { text, row } = this;
    if (!isFragment && this.lexing === undefined) {
      if (isEmptyObject(text, at)) return this.empty(at, sink);
      const behind = this.reader.readAhead(text, at, row);
      if (behind >= 0) return this.emit(at, behind, sink);
    }
    const end = this.lex(at, isFragment, isArray(this.context), this, sink);
    if (end === Stop.Pause) return 'pause';
    if (this.envelope) {
      this.context += 'o';
      this.at = at + 1;
      return 'go';
    }
    if (end < 0) return 'more';
    const { tape } = this;
    this.reader.read(text, tape, row);
    if (isFragment && (row.flags & Flag.Event) !== 0) row.flags |= Flag.Fragment;
    if (tape.problemCount > 0) row.flags |= Flag.Damaged;
    if (this.truncated) row.flags |= Flag.Truncated;
    if (this.brokenOff) row.flags |= Flag.BrokenOff;
    return this.emit(at, Math.max(end, at + 1), sink);
  }

  /**
   * Lexes the object or list at an offset onto the tape: strictly, and where it is not plain JSON tolerantly. Gives the offset behind it; `Pause` where the sink
   * wants to stop, and `End` where more text is needed or it is an envelope.
   */
  private lex(at: number, isFragment: boolean, inArray: boolean, watcher: this | undefined, sink: RowSink): number {
    const { text } = this;
    const before = this.lexing?.at === at ? this.lexing : undefined;
    this.lexing = undefined;
    if (before !== undefined) this.tape = before.tape;
    this.wrapper = before?.wrapper ?? -1;
    this.envelope = this.truncated = this.brokenOff = false;
    let tolerant = before?.tolerant;
    if (tolerant === undefined) {
      const strict = before?.strict ?? this.strict;
      let end: number = isFragment ? Stop.NotJson : Stop.Pause;
      while (end === Stop.Pause) {
        end = lexStrict(text, at, this.tape, watcher, strict);
        if (end === Stop.Pause && sink.isDue?.() === true) return this.pauseIn({ at, strict, tolerant });
      }
      this.envelope &&= this.context.length < MAX_CONTAINERS;
      if (end >= 0 || this.envelope || (end === Stop.End && !this.final)) return end;
      this.envelope = watcher !== undefined && !isFragment && this.context.length < MAX_CONTAINERS && beginsEnvelope(text, at);
      if (this.envelope) return Stop.End;
      tolerant = new TolerantLexer(text, at, this.tape, { inArray, isFragment });
    }
    for (;;) {
      const lexed = tolerant.run();
      if (lexed === undefined) {
        if (sink.isDue?.() === true) return this.pauseIn({ at, strict: undefined, tolerant });
        continue;
      }
      if (lexed.reachedEnd && !this.final) return Stop.End;
      ({ truncated: this.truncated, brokenOff: this.brokenOff } = lexed);
      return lexed.end;
    }
  }

  /** Keeps what has been lexed so far for whoever goes on; another log may be scanned in between. */
  private pauseIn(lexing: Pick<Lexing, 'at' | 'strict' | 'tolerant'>): Stop.Pause {
    this.lexing = { ...lexing, tape: this.tape, wrapper: this.wrapper };
    this.tape = new Tape();
    this.strict = new StrictPlace();
    return Stop.Pause;
  }

  /** Empty objects: the first as a row, those behind it as another. Sinks make one of all, and a log of nothing else has millions. */
  private empty(at: number, sink: RowSink): 'go' | 'stop' {
    const { text, row, tape } = this;
    row.clear();
    tape.clear();
    if (this.emit(at, at + 2, sink) === 'stop') return 'stop';
    const next = nextEmptyObject(text, at + 2);
    return next < 0 ? 'go' : this.emit(next, emptyObjectsEnd(text, next), sink);
  }

  /** Text that is no record, up to where something starts that may be one. */
  private junk(sink: RowSink): Outcome {
    const { text } = this;
    let end = this.at + 1;
    if (text.charCodeAt(this.at) === Char.Quote) end = this.lineString(this.at);
    for (; end < text.length; end++) {
      const unit = text.charCodeAt(end);
      if (unit === Char.OpenBrace) break;
      if (unit === Char.OpenBracket && this.context.length < MAX_CONTAINERS) break;
      if (unit === Char.CloseBracket && isArray(this.context)) break;
      if (unit === Char.CloseBrace && this.context.endsWith('o')) break;
      if (unit === Char.Quote) {
        const behind = this.lineString(end);
        if (text.charCodeAt(skipSpace(text, behind)) === Char.Colon) break;
        end = behind - 1;
      } else if (end - this.at >= STRIDE && isLetter(unit)) break;
    }
    // Also where neither a line end nor another quote stands behind a quote: more text tells whether it starts a string.
    if (Math.max(end, this.noStringBefore) >= text.length && !this.final && text.length - this.at < LONG_JUNK) return 'more';
    this.row.clear();
    this.tape.clear();
    const start = this.at;
    // White space behind it belongs to the gap: a line end in there tells that the next record has a line of its own.
    return this.emit(start, Math.max(start + 1, trimEnd(text, end, start)), sink);
  }

  /** The offset behind the string at `quote`, or behind the quote alone where the line ends before the string does. */
  private lineString(quote: number): number {
    const { text } = this;
    if (quote < this.noStringBefore) return quote + 1;
    let at = quote + 1;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === Char.Quote) return at + 1;
      if (unit === Char.LineFeed) break;
      if (unit === Char.Backslash) at++;
    }
    // Whether it ends is in the text that is still to come.
    if (at >= text.length && !this.final && text.length - this.at < LONG_JUNK) return text.length;
    this.noStringBefore = at;
    return quote + 1;
  }

  private emit(start: number, end: number, sink: RowSink): 'go' | 'stop' {
    const { text, row, context } = this;
    if (context === '') {
      if (this.newline < start) this.newline = lineFeedFrom(text, start);
      if (this.newline < end) row.flags |= Flag.MultiLine;
      if (this.base + this.safe > 0 && !text.slice(this.safe, start).includes('\n')) row.flags |= Flag.SameLine;
    }
    this.at = this.safe = end;
    this.safeContext = context;
    return sink.take(start, end, context, row) ? 'go' : 'stop';
  }
}

/** What a step has come to. */
type Outcome = 'go' | 'more' | 'stop' | 'pause';

/** Whether junk may be cut before a unit: there nothing else would begin. */
function isLetter(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a);
}

/** Junk of this length is passed on although it may go on in more text. */
const LONG_JUNK = 1 << 16;
