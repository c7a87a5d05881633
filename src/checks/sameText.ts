import { Char, skipSpace } from '../trail/scan/chars';
import { decodeLiteral } from '../trail/scan/literal';
import { lexStrict } from '../trail/scan/strict';
import { Tape, Token } from '../trail/scan/tape';
import { isMasked } from '../knowledge/masks';

/** A value on a tape. */
export interface ValueAt {
  readonly text: string;
  readonly tape: Tape;
  readonly index: number;
}

/** Strings within strings that are opened to compare what they hold. */
const MAX_OPENED = 3;

/** Names that are compared before two values count as the same: the members of a hostile record stand in as many orders. */
const MAX_COMPARED = 200_000;

const outer = new Tape();
let compared = 0;

/** The value that a string literal holds as JSON; undefined where it holds none. The tape is used again unless one is given. */
export function valueInside({ text, tape, index }: ValueAt, into = outer): ValueAt | undefined {
  if (tape.kind(index) !== Token.String) return undefined;
  const value = decodeLiteral(text, tape.start(index), tape.end(index));
  const at = skipSpace(value, 0);
  const first = value.charCodeAt(at);
  if (first !== Char.OpenBrace && first !== Char.OpenBracket) return undefined;
  return lexStrict(value, at, into) < 0 ? undefined : { text: value, tape: into, index: 0 };
}

/**
 * Where two values differ: the name of the innermost member, empty where the values themselves do; undefined where they are the same. Scalars are
 * compared as text, so that `false` is `"false"` and no digit is lost; a string is what it holds; masked values and null agree with everything.
 */
export function difference(a: ValueAt, b: ValueAt): string | undefined {
  compared = 0;
  return differenceOf(a, b, 0);
}

function differenceOf(a: ValueAt, b: ValueAt, opened: number): string | undefined {
  const kindA = a.tape.kind(a.index);
  const kindB = b.tape.kind(b.index);
  if (kindA === Token.OpenObject && kindB === Token.OpenObject) return membersDiffer(a, b, opened);
  if (kindA === Token.OpenArray && kindB === Token.OpenArray) return elementsDiffer(a, b, opened);
  const isContainerA = kindA === Token.OpenObject || kindA === Token.OpenArray;
  const isContainerB = kindB === Token.OpenObject || kindB === Token.OpenArray;
  if (isContainerA || isContainerB) {
    if (isContainerA && isContainerB) return '';
    const value = isContainerA ? b : a;
    if (opened >= MAX_OPENED || isNull(value)) return isNull(value) ? undefined : '';
    const inner = valueInside(value, new Tape());
    if (inner === undefined) return isMasked(scalarOf(value)) ? undefined : '';
    return differenceOf(isContainerA ? a : inner, isContainerA ? inner : b, opened + 1);
  }
  return isSameScalar(a, b) ? undefined : '';
}

function membersDiffer(a: ValueAt, b: ValueAt, opened: number): string | undefined {
  const closeA = a.tape.end(a.index);
  const closeB = b.tape.end(b.index);
  let next = b.index + 1;
  let count = 0;
  for (let key = a.index + 1; key < closeA; key = a.tape.next(key + 1)) {
    // Mostly the members stand in the same order: only where they do not, the others are looked through.
    let other = next < closeB && isSameKey(a, key, b, next) ? next : -1;
    for (let at = b.index + 1; other < 0 && at < closeB; at = b.tape.next(at + 1)) if (isSameKey(a, key, b, at)) other = at;
    if (other < 0) {
      if (isNull({ ...a, index: key + 1 })) continue;
      return keyOf(a, key);
    }
    const differs = differenceOf({ ...a, index: key + 1 }, { ...b, index: other + 1 }, opened);
    if (differs !== undefined) return differs || keyOf(a, key);
    next = b.tape.next(other + 1);
    count++;
  }
  let others = 0;
  for (let at = b.index + 1; at < closeB; at = b.tape.next(at + 1)) others++;
  if (others <= count) return undefined;
  for (let at = b.index + 1; at < closeB; at = b.tape.next(at + 1)) {
    if (isNull({ ...b, index: at + 1 })) continue;
    let isThere = false;
    for (let key = a.index + 1; !isThere && key < closeA; key = a.tape.next(key + 1)) isThere = isSameKey(a, key, b, at);
    if (!isThere) return keyOf(b, at);
  }
  return undefined;
}

function elementsDiffer(a: ValueAt, b: ValueAt, opened: number): string | undefined {
  let other = b.index + 1;
  for (let element = a.index + 1; element < a.tape.end(a.index); element = a.tape.next(element)) {
    if (other >= b.tape.end(b.index)) return '';
    const differs = differenceOf({ ...a, index: element }, { ...b, index: other }, opened);
    if (differs !== undefined) return differs;
    other = b.tape.next(other);
  }
  return other < b.tape.end(b.index) ? '' : undefined;
}

function isSameKey(a: ValueAt, keyA: number, b: ValueAt, keyB: number): boolean {
  if (++compared > MAX_COMPARED) return true;
  return isSameRange(a.text, a.tape.start(keyA), a.tape.end(keyA), b.text, b.tape.start(keyB), b.tape.end(keyB));
}

function keyOf({ text, tape }: ValueAt, key: number): string {
  return decodeLiteral(text, tape.start(key), tape.end(key));
}

function isNull({ text, tape, index }: ValueAt): boolean {
  return tape.kind(index) === Token.Literal && text.startsWith('null', tape.start(index));
}

function isSameScalar(a: ValueAt, b: ValueAt): boolean {
  if (isSameRange(a.text, a.tape.start(a.index), a.tape.end(a.index), b.text, b.tape.start(b.index), b.tape.end(b.index)))
    return true;
  if (isNull(a) || isNull(b)) return true;
  const textA = scalarOf(a);
  const textB = scalarOf(b);
  return textA === textB || isMasked(textA) || isMasked(textB);
}

function scalarOf({ text, tape, index }: ValueAt): string {
  const start = tape.start(index);
  const end = tape.end(index);
  return tape.kind(index) === Token.String ? decodeLiteral(text, start, end) : text.slice(start, end);
}

/** Whether two stretches of text are equal; it makes no string. */
export function isSameRange(a: string, startA: number, endA: number, b: string, startB: number, endB: number): boolean {
  if (endA - startA !== endB - startB) return false;
  for (let at = 0; at < endA - startA; at++) if (a.charCodeAt(startA + at) !== b.charCodeAt(startB + at)) return false;
  return true;
}
