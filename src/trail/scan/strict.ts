import { Char, isEscaped } from './chars';
import { MAX_DEPTH, MAX_TOKENS, STRIDE } from '../limits';
import { TAPE_WIDTH, type Tape, Token } from './tape';

/** What stopped the strict lexer: it is not JSON, the text ended before the object did, or it has come far enough for now. */
export const enum Stop {
  NotJson = -1,
  End = -2,
  Pause = -3,
}

/** Where the strict lexer stands in a long object, so that it can go on from there. */
export class StrictPlace {
  /** The offset to go on from; -1 where nothing has been begun. */
  at = -1;
  cell = 0;
  depth = 0;
  top = 0;
  expect = 0;
  isObject: Uint8Array = new Uint8Array();
  opened: Int32Array = new Int32Array();
}

/** Is asked at keys of the upper levels that may hold a list of events (by their length, quotes included). */
export interface KeyWatcher {
  /** True stops the lexer, which then answers `NotJson`. `top` is the offset of the key of the first level that the key lies below. */
  stopsAt(start: number, end: number, depth: number, next: number, top: number): boolean;
}

const WATCHED_DEPTH = 2;
const SHORTEST_WATCHED = 6;
const LONGEST_WATCHED = 10;
const isObject = new Uint8Array(MAX_DEPTH + 2);
const opened = new Int32Array(MAX_DEPTH + 2);

/**
 * Lexes the JSON object or array at `offset` onto the tape and gives the offset behind it. It jumps through strings with indexOf and does not look into
 * them: what they hold is checked later. Anything that is not plain JSON stops it, and the tolerant lexer takes over.
 * It writes the tape's cells itself, since it is where a scan spends its time. With a `place` it answers `Pause` about every `STRIDE` units, and goes on
 * where it is called again with that.
 */
export function lexStrict(text: string, offset: number, tape: Tape, watcher?: KeyWatcher, place?: StrictPlace): number {
  const { length } = text;
  let cell = 0;
  let at = offset;
  let depth = 0;
  let top = offset;
  let inObject = false;
  // 0: a value, 1: a key or the end, 2: a key, 3: a comma or the end, 4: a value or the end of an array
  let expect = 0;
  if (place === undefined || place.at < 0) tape.clear();
  else {
    ({ at, cell, depth, top, expect } = place);
    isObject.set(place.isObject);
    opened.set(place.opened);
    inObject = isObject[depth] === 1;
    place.at = -1;
  }
  let { cells } = tape;
  const pauseAt = place === undefined ? length + 1 : at + STRIDE;
  for (;;) {
    if (at >= pauseAt && place !== undefined) {
      place.at = at;
      place.cell = cell;
      place.depth = depth;
      place.top = top;
      place.expect = expect;
      place.isObject = isObject.slice(0, depth + 1);
      place.opened = opened.slice(0, depth + 1);
      return Stop.Pause;
    }
    let unit = text.charCodeAt(at);
    while ((unit === Char.Space || unit === Char.LineFeed || unit === Char.CarriageReturn || unit === Char.Tab) && at < pauseAt)
      unit = text.charCodeAt(++at);
    if (at >= pauseAt) continue;
    if (cell + TAPE_WIDTH > cells.length) {
      if (cell >= MAX_TOKENS * TAPE_WIDTH) return Stop.NotJson;
      cells = tape.grow();
    }
    switch (unit) {
      case Char.Quote: {
        if (expect === 3) return Stop.NotJson;
        let quote = text.indexOf('"', at + 1);
        while (quote !== -1 && text.charCodeAt(quote - 1) === Char.Backslash && isEscaped(text, quote, at + 1))
          quote = text.indexOf('"', quote + 1);
        if (quote === -1) return Stop.End;
        const start = at;
        at = quote + 1;
        cells[cell + 1] = start;
        cells[cell + 2] = at;
        if (expect === 0 || expect === 4) {
          cells[cell] = Token.String;
          cell += TAPE_WIDTH;
          expect = 3;
          break;
        }
        cells[cell] = Token.Key;
        cell += TAPE_WIDTH;
        const end = at;
        unit = text.charCodeAt(at);
        while (unit === Char.Space || unit === Char.LineFeed || unit === Char.CarriageReturn || unit === Char.Tab)
          unit = text.charCodeAt(++at);
        if (unit !== Char.Colon) return at >= length ? Stop.End : Stop.NotJson;
        at++;
        if (depth === 1) top = start;
        if (
          watcher !== undefined &&
          depth <= WATCHED_DEPTH &&
          end - start >= SHORTEST_WATCHED &&
          end - start <= LONGEST_WATCHED &&
          watcher.stopsAt(start, end, depth, at, top)
        )
          return Stop.NotJson;
        expect = 0;
        break;
      }
      case Char.Comma:
        if (expect !== 3) return Stop.NotJson;
        expect = inObject ? 2 : 0;
        at++;
        break;
      case Char.OpenBrace:
      case Char.OpenBracket:
        if (expect !== 0 && expect !== 4) return Stop.NotJson;
        if (++depth > MAX_DEPTH) return Stop.NotJson;
        inObject = unit === Char.OpenBrace;
        isObject[depth] = inObject ? 1 : 0;
        opened[depth] = cell;
        cells[cell] = inObject ? Token.OpenObject : Token.OpenArray;
        cells[cell + 1] = at;
        cell += TAPE_WIDTH;
        expect = inObject ? 1 : 4;
        at++;
        break;
      case Char.CloseBrace:
      case Char.CloseBracket:
        if (inObject !== (unit === Char.CloseBrace) || (expect !== 3 && expect !== (inObject ? 1 : 4))) return Stop.NotJson;
        cells[cell] = inObject ? Token.CloseObject : Token.CloseArray;
        cells[cell + 1] = at++;
        cells[cell + 2] = at;
        cells[(opened[depth] as number) + 2] = cell / TAPE_WIDTH;
        cell += TAPE_WIDTH;
        if (--depth === 0) {
          tape.length = cell / TAPE_WIDTH;
          return at;
        }
        inObject = isObject[depth] === 1;
        expect = 3;
        break;
      default: {
        if (at >= length) return Stop.End;
        if (expect !== 0 && expect !== 4) return Stop.NotJson;
        const end = scalarEnd(text, at, unit);
        if (end < 0) return end;
        cells[cell] = unit <= Char.Nine ? Token.Number : Token.Literal;
        cells[cell + 1] = at;
        cells[cell + 2] = end;
        cell += TAPE_WIDTH;
        at = end;
        expect = 3;
      }
    }
  }
}

/** The offset behind a number or a literal, or what stopped it; what follows must be white space or punctuation. */
export function scalarEnd(text: string, at: number, unit: number): number {
  let end = at;
  if (unit === 0x74 && text.startsWith('true', at)) end = at + 4;
  else if (unit === 0x66 && text.startsWith('false', at)) end = at + 5;
  else if (unit === 0x6e && text.startsWith('null', at)) end = at + 4;
  else if (unit === Char.Minus || (unit >= Char.Zero && unit <= Char.Nine)) end = numberEnd(text, at);
  if (end >= text.length) return Stop.End;
  if (end === at) return text.length - at < 5 ? Stop.End : Stop.NotJson;
  const next = text.charCodeAt(end);
  const closes = next === Char.Comma || next === Char.CloseBrace || next === Char.CloseBracket || next <= Char.Space;
  return closes ? end : Stop.NotJson;
}

const isDigit = (unit: number): boolean => unit >= Char.Zero && unit <= Char.Nine;

/** The offset behind the longest JSON number at `at`; `at` itself where there is none (RFC 8259, section 6). */
export function numberEnd(text: string, at: number): number {
  let end = text.charCodeAt(at) === Char.Minus ? at + 1 : at;
  if (!isDigit(text.charCodeAt(end))) return at;
  if (text.charCodeAt(end) === Char.Zero) end++;
  else while (isDigit(text.charCodeAt(end))) end++;
  if (text.charCodeAt(end) === Char.Dot && isDigit(text.charCodeAt(end + 1))) {
    end++;
    while (isDigit(text.charCodeAt(end))) end++;
  }
  const exponent = text.charCodeAt(end) | 0x20;
  if (exponent === 0x65) {
    const sign = text.charCodeAt(end + 1);
    const digits = sign === Char.Plus || sign === Char.Minus ? end + 2 : end + 1;
    if (isDigit(text.charCodeAt(digits))) {
      end = digits;
      while (isDigit(text.charCodeAt(end))) end++;
    }
  }
  return end;
}
