import { decodeWithMap, inspectLiteral, mayHoldJson } from '../escapes';
import { lastWhere } from '../escapes/bisect';
import { Char, skipSpace } from '../trail/scan/chars';
import { lexStrict } from '../trail/scan/strict';
import { Tape, Token } from '../trail/scan/tape';
import { type Trail } from '../trail/trail';
import { MAX_LAYERS } from './limits';
import { type LexedObject, objectsOf } from './objects';

/** A value in the log, in UTF-16 offsets, quotes and brackets included, and the record that it stands in. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** How many strings hold it: what replaces it is escaped as often. */
  readonly inside: number;
  readonly record: { readonly start: number; readonly end: number };
}

const innerTape = new Tape();

/** The strings that hold JSON and that `offset` stands in or at the end of, outermost first: a string within a string follows the one that holds it. */
export function escapedStringsAt(trail: Trail, offset: number): readonly Place[] {
  const object = objectAt(trail, offset);
  if (object === undefined) return [];
  const { text, base, tape, record } = object;
  const token = stringAt(tape, offset - base);
  if (token < 0) return [];
  const start = tape.start(token);
  const literal = text.slice(start, tape.end(token));
  if (!holdsJson(literal)) return [];
  const places: Place[] = [{ start: base + start, end: base + tape.end(token), inside: 0, record }];
  for (const inner of within(literal, offset - base - start))
    places.push({ start: base + start + inner.start, end: base + start + inner.end, inside: inner.levels, record });
  return places;
}

/** The strings of a row that hold JSON, the outermost ones. */
export function escapedStringsOf(trail: Trail, row: number): readonly Place[] {
  const places: Place[] = [];
  for (const { text, base, tape, record } of objectsOf(trail, row)) {
    for (let index = 0; index < tape.length; index++) {
      if (tape.kind(index) !== Token.String || !mayHoldJson(text, tape.start(index), tape.end(index))) continue;
      const start = tape.start(index);
      const end = tape.end(index);
      if (holdsJson(text.slice(start, end))) places.push({ start: base + start, end: base + end, inside: 0, record });
    }
  }
  return places;
}

/**
 * The value at `offset` that can be escaped: a string that holds JSON, else the innermost object or array that is a member's value, else the string.
 * A cursor on a member's name means its value.
 */
export function escapableAt(trail: Trail, offset: number): { readonly place: Place; readonly isPlain: boolean } | undefined {
  const object = objectAt(trail, offset);
  if (object === undefined) return undefined;
  const { text, base, tape, record } = object;
  const at = offset - base;
  const place = (start: number, end: number): Place => ({ start: base + start, end: base + end, inside: 0, record });
  const ofToken = (token: number): Place => place(tape.start(token), endOf(tape, token));
  const key = keyAt(tape, at);
  const onKey = key >= 0 && isValue(tape, key + 1) ? key + 1 : -1;
  if (onKey >= 0 && isContainer(tape, onKey)) return { place: ofToken(onKey), isPlain: false };
  const string = onKey >= 0 ? (tape.kind(onKey) === Token.String ? onKey : -1) : stringAt(tape, at);
  if (string >= 0 && holdsJson(text.slice(tape.start(string), tape.end(string))))
    return { place: ofToken(string), isPlain: false };
  const holder = memberAround(tape, at);
  if (holder >= 0) return { place: ofToken(holder), isPlain: false };
  return string >= 0 ? { place: ofToken(string), isPlain: true } : undefined;
}

function objectAt(trail: Trail, offset: number): LexedObject | undefined {
  const row = trail.rowAt(offset);
  if (row < 0) return undefined;
  for (const object of objectsOf(trail, row)) if (object.record.start <= offset && offset <= object.record.end) return object;
  return undefined;
}

function holdsJson(literal: string): boolean {
  const { kind } = inspectLiteral(literal);
  return kind === 'escaped' || kind === 'over-escaped';
}

function isContainer(tape: Tape, token: number): boolean {
  return tape.kind(token) === Token.OpenObject || tape.kind(token) === Token.OpenArray;
}

/** Whether the token is the value of the key before it: a damaged member may have none. */
function isValue(tape: Tape, token: number): boolean {
  if (token >= tape.length) return false;
  const kind = tape.kind(token);
  return kind !== Token.Key && kind !== Token.CloseObject && kind !== Token.CloseArray;
}

/** The offset behind a value; brackets reach to the ones that close them. */
function endOf(tape: Tape, token: number): number {
  return isContainer(tape, token) ? tape.end(tape.end(token)) : tape.end(token);
}

function stringAt(tape: Tape, offset: number): number {
  return tokenAt(tape, offset, Token.String);
}

function keyAt(tape: Tape, offset: number): number {
  return tokenAt(tape, offset, Token.Key);
}

function tokenAt(tape: Tape, offset: number, kind: Token): number {
  for (let index = 0; index < tape.length && tape.start(index) <= offset; index++)
    if (tape.kind(index) === kind && offset <= tape.end(index)) return index;
  return -1;
}

/** The innermost object or array around an offset that is a member's value; -1 where there is none. */
function memberAround(tape: Tape, offset: number): number {
  let innermost = -1;
  for (let index = 1; index < tape.length && tape.start(index) <= offset; index++)
    if (isContainer(tape, index) && tape.kind(index - 1) === Token.Key && offset <= endOf(tape, index)) innermost = index;
  return innermost;
}

interface Within {
  readonly start: number;
  readonly end: number;
  readonly levels: number;
}

/** The strings within a string that hold JSON and that `offset` stands in; offsets are those of the literal. */
function within(literal: string, offset: number): readonly Within[] {
  const found: Within[] = [];
  let inner = literal;
  let toLiteral = (at: number): number => at;
  for (let levels = 1; levels <= MAX_LAYERS; levels++) {
    const decoded = decodeWithMap(inner);
    if (decoded === undefined) break;
    const outer = toLiteral;
    const place = (at: number): number => outer(decoded.toSource(at));
    const { value } = decoded;
    const open = skipSpace(value, 0);
    if (value.charCodeAt(open) === Char.Quote) {
      const quoted = value.trimEnd();
      inner = quoted.slice(open);
      toLiteral = (at) => place(open + at);
      continue;
    }
    if (lexStrict(value, open, innerTape) < 0) break;
    const token = stringAt(
      innerTape,
      lastWhere(value.length + 1, (at) => place(at) <= offset),
    );
    if (token < 0) break;
    const start = innerTape.start(token);
    const end = innerTape.end(token);
    inner = value.slice(start, end);
    if (!holdsJson(inner)) break;
    found.push({ start: place(start), end: place(end), levels });
    toLiteral = (at) => place(start + at);
  }
  return found;
}
