import { Char, closingQuote, commentEnd, isSpace, lineFeedFrom, skipSpace, trimEnd } from './chars';
import { type Context, isArray } from './contexts';
import { emptyObjectsEnd, isEmptyObject, nextEmptyObject } from './envelopes';
import { beginsEnvelope, opensObject } from './envelopes';
import { EventReader } from './event';
import { isList, isWrapper } from './keys';
import { MAX_CONTAINERS } from '../limits';
import { type Dictionaries, Flag, Row } from './row';
import { type KeyWatcher, lexStrict, Stop } from './strict';
import { Tape } from './tape';
import { lexTolerant } from './tolerant';

/**
 * Takes rows as soon as they are read. It is an object, not a function: optimised code that calls a function of its own for each scan is given up with that
 * function.
 */
export interface RowSink {
  /** Takes a row; its offsets are those in the text that was given to `scan`. False stops the scan behind it. */
  take(start: number, end: number, context: Context, row: Row): boolean;
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
}

/**
 * Finds the records of a log in one pass, whatever its shape: one object, an array, JSON Lines, objects one after another, responses and Log Service
 * records, mixed and damaged. It reads a window of the log at a time and keeps nothing but its place.
 */
export class Scanner implements KeyWatcher {
  private readonly tape = new Tape();
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
  /** No string ends before this offset: quotes there are not looked at again. */
  private noStringBefore = 0;
  /** The first line end from the last record's start on; looked for once, however many records stand on a line. */
  private newline = -1;
  /** The offset of the member of the first level that may hold a response. */
  private wrapper = -1;
  private envelope = false;

  /** `isByteText`: the log is given as byte text; the dictionaries are of that kind too. */
  constructor(dictionaries: Dictionaries, isByteText = false) {
    this.reader = new EventReader(dictionaries, isByteText);
  }

  /**
   * Scans `text`, which stands at `base` in the log, from `at` on. `isFinal` says that the log ends where the text ends; where it does not, a record at the end of the text is left for the next
   * call.
   */
  scan(text: string, base: number, at: number, context: Context, isFinal: boolean, sink: RowSink): Place {
    this.text = text;
    this.reader.begin();
    this.base = base;
    this.noStringBefore = 0;
    this.newline = -1;
    this.at = this.safe = at;
    this.context = this.safeContext = context;
    this.final = isFinal;
    for (;;) {
      this.skipGap();
      if (this.at >= text.length) return this.place(!isFinal, false);
      const outcome = this.step(sink);
      if (outcome === 'more') return this.place(true, false);
      if (outcome === 'stop') return this.place(false, true);
    }
  }

  private place(needsMore: boolean, stopped: boolean): Place {
    this.text = '';
    return needsMore
      ? { at: this.safe, context: this.safeContext, needsMore, stopped }
      : { at: this.at, context: this.context, needsMore, stopped };
  }

  private step(sink: RowSink): 'go' | 'more' | 'stop' {
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

  /** White space, commas and comments between records. */
  private skipGap(): void {
    const { text } = this;
    for (;;) {
      const unit = text.charCodeAt(this.at);
      if (isSpace(unit) || unit === Char.Comma) this.at++;
      else if (unit === Char.Slash) {
        const end = commentEnd(text, this.at);
        if (end < 0) return;
        this.at = end;
      } else return;
    }
  }

  /** A string between records: a member of an envelope, or of an event whose opening brace is missing, or junk. */
  private name(sink: RowSink): 'go' | 'more' | 'stop' {
    const { text, at } = this;
    const close = closingQuote(text, at + 1);
    if (close < 0 && !this.final) return 'more';
    const colon = close < 0 ? text.length : skipSpace(text, close + 1);
    if (colon >= text.length && !this.final) return 'more';
    if (text.charCodeAt(colon) !== Char.Colon) return this.junk(sink);
    if (!this.context.endsWith('o')) return this.record(at, true, sink);
    const value = skipSpace(text, colon + 1);
    if (value >= text.length) return this.final ? this.finish() : 'more';
    return this.envelopeMember(text.slice(at + 1, close), value);
  }

  private finish(): 'go' {
    this.at = this.text.length;
    return 'go';
  }

  private envelopeMember(name: string, value: number): 'go' | 'more' {
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
      let end: number = lexStrict(text, value, this.tape);
      if (end < 0) {
        if (end === Stop.End && !this.final) return 'more';
        const lexed = lexTolerant(text, value, this.tape, { inArray: false, isFragment: false });
        if (lexed.reachedEnd && !this.final) return 'more';
        ({ end } = lexed);
      }
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

  private record(at: number, isFragment: boolean, sink: RowSink): 'go' | 'more' | 'stop' {
    const { text, tape, row } = this;
    if (!isFragment) {
      if (isEmptyObject(text, at)) return this.empty(at, sink);
      const behind = this.reader.readAhead(text, at, row);
      if (behind >= 0) return this.emit(at, behind, sink);
    }
    this.wrapper = -1;
    this.envelope = false;
    let end: number = isFragment ? Stop.NotJson : lexStrict(text, at, tape, this);
    if (this.envelope && this.context.length < MAX_CONTAINERS) {
      this.context += 'o';
      this.at = at + 1;
      return 'go';
    }
    let truncated = false;
    let brokenOff = false;
    if (end < 0) {
      if (end === Stop.End && !this.final) return 'more';
      if (!isFragment && this.context.length < MAX_CONTAINERS && beginsEnvelope(text, at)) {
        this.context += 'o';
        this.at = at + 1;
        return 'go';
      }
      const lexed = lexTolerant(text, at, tape, { inArray: isArray(this.context), isFragment });
      if (lexed.reachedEnd && !this.final) return 'more';
      ({ end, truncated, brokenOff } = lexed);
    }
    this.reader.read(text, tape, row);
    if (isFragment && (row.flags & Flag.Event) !== 0) row.flags |= Flag.Fragment;
    if (tape.problemCount > 0) row.flags |= Flag.Damaged;
    if (truncated) row.flags |= Flag.Truncated;
    if (brokenOff) row.flags |= Flag.BrokenOff;
    return this.emit(at, Math.max(end, at + 1), sink);
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
  private junk(sink: RowSink): 'go' | 'more' | 'stop' {
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
      }
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

/** Junk of this length is passed on although it may go on in more text. */
const LONG_JUNK = 1 << 16;
