import { type ByteWindow } from './byteWindow';
import { Char, isSpace } from './chars';
import { Key } from './keys';
import { Behind, type Lead, type Leads, startsScalar } from './leads';
import { MAX_LEAD, MAX_LEAD_VALUES } from '../limits';
import { scalarEnd } from './strict';

/**
 * Reads a record along the leads of those before it. What it accepts is a sound object, and its values are those that the lexer would find; whatever it does
 * not know it leaves to the lexer.
 */
export class LeadReader {
  /** How many values the record has. */
  count = 0;
  /** The lead before each value, and the last one behind them all. */
  readonly leads: Lead[] = [];
  /** Where the values start and end in the text: strings without their quotes. */
  readonly starts = new Int32Array(MAX_LEAD_VALUES);
  readonly ends = new Int32Array(MAX_LEAD_VALUES);
  /** Whether a string may hold escapes or control characters, by its number: 0 where it certainly does not. */
  readonly odd = new Uint8Array(MAX_LEAD_VALUES);
  /** The number of the value that is a string with an event in it that `inner` has read; -1 where there is none. */
  holder = -1;
  /** Whether the last record was left to the lexer because a lead of it is not known. */
  isUnknown = false;
  private readonly isEscaped: boolean;
  /** By how much offsets in the text are behind those in the window: characters of several bytes make it less. */
  private shift = 0;
  /** Whether a backslash or a control character was seen in the last string: not 0. */
  private seen = 0;

  constructor(
    private readonly known: Leads,
    /** Holds a stretch of the text that is read, or nothing yet. */
    readonly window: ByteWindow,
    readonly inner?: LeadReader,
  ) {
    ({ isEscaped: this.isEscaped } = known);
  }

  /** The offset behind the record at `offset`; -1 where it has to be lexed. */
  read(text: string, offset: number): number {
    const { window } = this;
    let at = window.byteAt(offset);
    if (at >= 0) {
      const end = this.readBytes(text, at, offset - at);
      if (end >= 0 || this.isUnknown || window.isWhole(text, offset)) return this.behind(end);
    }
    // The record may reach beyond the window.
    window.load(text, offset);
    at = 0;
    return this.behind(this.readBytes(text, at, offset));
  }

  private behind(end: number): number {
    if (end < 0) return -1;
    this.window.know(end + this.shift, end);
    return end + this.shift;
  }

  /** Reads the record whose first byte is that at `from`; gives the byte behind it, or -1. */
  private readBytes(text: string, from: number, shift: number): number {
    const { leads, starts, ends, odd, inner, isEscaped, window } = this;
    const { bytes, length } = window;
    this.shift = shift;
    this.holder = -1;
    this.isUnknown = false;
    let lead = this.known.start;
    let at = from;
    for (let count = 0; count < MAX_LEAD_VALUES; count++) {
      const next = this.next(text, at, lead);
      if (next === undefined) return -1;
      lead = leads[count] = next;
      at += lead.length;
      this.shift -= lead.surplus;
      if (lead.behind === Behind.End) {
        this.count = count;
        return at;
      }
      starts[count] = at + this.shift;
      let end = -1;
      if (lead.behind === Behind.Scalar) {
        const behind = scalarEnd(text, at + this.shift, bytes[at] as number);
        end = behind - this.shift;
        if (behind < 0 || end >= length) return -1;
        ends[count] = behind;
        at = end;
        continue;
      }
      if (isEscaped) {
        end = this.escapedEnd(at);
        if (end < 0 || (lead.key !== Key.None && this.seen !== 0)) return -1;
        odd[count] = this.seen === 0 ? 0 : 1;
        ends[count] = end + this.shift;
        at = end + 2;
        continue;
      }
      if (lead.key === Key.Event && inner !== undefined && this.holder < 0) {
        end = inner.readBytes(text, at, this.shift);
        if (end >= 0 && bytes[end] === Char.Quote) {
          this.holder = count;
          this.shift = inner.shift;
        } else end = -1;
      }
      if (end < 0) end = this.stringEnd(at);
      if (end >= length) return -1;
      odd[count] = this.seen === 0 ? 0 : 1;
      ends[count] = end + this.shift;
      at = end + 1;
    }
    return -1;
  }

  /** The known lead that stands at a place of the window behind another one and its value. */
  private next(text: string, at: number, before: Lead): Lead | undefined {
    const { followers } = before;
    const { bytes, length } = this.window;
    for (let number = 0; number < followers.length; number++) {
      const lead = followers[number] as Lead;
      if (!lead.standsAt(this.window, at)) continue;
      const end = at + lead.length;
      if (lead.behind === Behind.Scalar && !startsScalar(bytes[end] as number)) continue;
      if (end > length) return undefined;
      if (number > 0) before.follow(lead);
      return lead;
    }
    if (at >= length) return undefined;
    const found = this.find(text, at + this.shift, before);
    if (found === undefined || at + found.length > length) {
      this.isUnknown = found === undefined && (at + MAX_LEAD < length || this.window.isLast(text));
      return undefined;
    }
    before.follow(found);
    return found;
  }

  /** The known lead that stands at an offset, behind a value in the holder of `before`. It reads as far as the lead goes and looks that up. */
  private find(text: string, from: number, before: Lead): Lead | undefined {
    const { isEscaped } = this;
    const quote = isEscaped ? 2 : 1;
    const limit = from + MAX_LEAD;
    let { depth } = before.holder;
    let at = from;
    for (;;) {
      if (at > limit) return undefined;
      const unit = text.charCodeAt(at);
      if (unit === (isEscaped ? Char.Backslash : Char.Quote)) {
        if (isEscaped && text.charCodeAt(at + 1) !== Char.Quote) return undefined;
        at += quote;
        const close = text.indexOf('"', at);
        if (close < 0 || close > limit || text.charCodeAt(close + 1) !== Char.Colon) break;
        at = close + 2;
      } else if (unit === Char.OpenBrace || unit === Char.OpenBracket) {
        depth++;
        at++;
      } else if (unit === Char.CloseBrace || unit === Char.CloseBracket) {
        at++;
        if (--depth === 0) break;
      } else if (unit === Char.Comma || isSpace(unit)) at++;
      else if (startsScalar(unit)) break;
      else return undefined;
    }
    return before.holder.leads.get(text.slice(from, at));
  }

  /** The byte of the quote that ends the string whose content starts at `from`: of the one behind the window where there is none. */
  private stringEnd(from: number): number {
    const { bytes, view } = this.window;
    this.seen = 0;
    let at = from;
    for (;;) {
      const word = view.getInt32(at, true);
      const quotes = zeros(word ^ QUOTES);
      const high = word & HIGHS;
      const seen = zeros(word ^ BACKSLASHES) | controls(word);
      if ((quotes | high) === 0) {
        this.seen |= seen;
        at += 4;
        continue;
      }
      if (high === 0) {
        this.seen |= seen & ((quotes & -quotes) - 1);
        at += lowest(quotes);
      } else if ((bytes[at] as number) >= 0x80) {
        at += this.wide(bytes[at] as number);
        continue;
      } else if (bytes[at] !== Char.Quote) {
        if (bytes[at] === Char.Backslash || (bytes[at] as number) < Char.Space) this.seen = 1;
        at++;
        continue;
      }
      if (bytes[at - 1] !== Char.Backslash || !isEscapedAt(bytes, at, from)) return at;
      at++;
    }
  }

  /** The byte of the backslash of the escaped quote (`\"`) that ends a string inside of a string; -1 where that cannot be told without decoding. */
  private escapedEnd(from: number): number {
    const { bytes, view, length } = this.window;
    this.seen = 0;
    let at = from;
    for (;;) {
      const word = view.getInt32(at, true);
      const found = zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES);
      const high = word & HIGHS;
      if ((found | high) === 0) {
        this.seen |= controls(word);
        at += 4;
        continue;
      }
      if (high === 0) {
        this.seen |= controls(word) & ((found & -found) - 1);
        at += lowest(found);
      }
      const byte = bytes[at] as number;
      if (byte >= 0x80) at += this.wide(byte);
      else if (byte !== Char.Quote && byte !== Char.Backslash) {
        if (byte < Char.Space) this.seen = 1;
        at++;
      } else {
        // A quote that is not escaped ends the string outside; one stands behind the window, too.
        if (byte === Char.Quote || at + 1 >= length) return -1;
        const next = bytes[at + 1];
        if (next === Char.Quote) return at;
        // `\u0022` may stand for a quote, `\n` must not stand in a string.
        if (next !== Char.Backslash) return -1;
        this.seen = 1;
        const third = bytes[at + 2];
        if (third === Char.Quote) return -1;
        if (third !== Char.Backslash) at += 2;
        else if (bytes[at + 3] === Char.Quote || bytes[at + 3] === Char.Backslash) at += 4;
        else return -1;
      }
    }
  }

  /** How many bytes the character has that starts with this one; takes them into account. */
  private wide(first: number): number {
    const size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    this.shift -= size < 4 ? size - 1 : 2;
    return size;
  }
}

/** Four bytes at once (see `zeros`). */
const ONES = 0x01010101;
const HIGHS = 0x80808080 | 0;
const QUOTES = ONES * Char.Quote;
const BACKSLASHES = ONES * Char.Backslash;
const SPACES = ONES * Char.Space;

/** Marks the bytes of a word that are zero: the lowest mark is always right, those above it may be wrong. */
function zeros(word: number): number {
  return (word - ONES) & ~word & HIGHS;
}

/** Marks the bytes of a word of ASCII that are control characters, as `zeros` does. */
function controls(word: number): number {
  return (word - SPACES) & ~word & HIGHS;
}

/** The number of the lowest byte that is marked. */
function lowest(marks: number): number {
  return (31 - Math.clz32(marks & -marks)) >> 3;
}

/** Whether the byte at `at` is escaped: an odd number of backslashes stands before it, down to `from`. */
function isEscapedAt(bytes: Uint8Array, at: number, from: number): boolean {
  let before = at;
  while (before > from && bytes[before - 1] === Char.Backslash) before--;
  return ((at - before) & 1) === 1;
}
