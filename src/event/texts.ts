import { type Node } from 'jsonc-parser';
import { holderOf } from '../trail/scan/holders';
import { decodeLiteral } from '../trail/scan/literal';
import { Flag } from '../trail/scan/row';
import { lexStrict } from '../trail/scan/strict';
import { Tape, Token } from '../trail/scan/tape';
import { isNoValue, saysNoFailure } from '../knowledge/placeholders';
import { type Trail } from '../trail/trail';
import { isFlat, memberOf, membersOf, nameOf } from './nodes';
import { parseRecord } from './tree';
import { unwrapText } from './unwrap';

/** The event is not simply what the record holds, or the record is not simply JSON. */
const SPECIAL = Flag.Sls | Flag.LastUsed | Flag.EventBridge | Flag.Escaped | Flag.Damaged | Flag.Truncated | Flag.Fragment;

const shared = new Tape();

/** The tokens of an event that is simply its record, until they are asked for again; undefined for others, which `eventOf` reads. */
export function tapeOf(trail: Trail, row: number, text: string): Tape | undefined {
  return (trail.rows.flags(row) & SPECIAL) === 0 && lexStrict(text, 0, shared) >= 0 ? shared : undefined;
}

/** The text of a string, number or key; undefined for other tokens. */
export function scalarAt(tape: Tape, at: number, text: string): string | undefined {
  const kind = tape.kind(at);
  if (kind === Token.Number) return text.slice(tape.start(at), tape.end(at));
  return kind === Token.String || kind === Token.Key ? decodeLiteral(text, tape.start(at), tape.end(at)) : undefined;
}

/**
 * The values of some members of an event, decoded: strings and what stands in objects and lists below them, keys included. Names are in lower camel case.
 * Of a list in a string (`a,b;c`) each is one as well.
 */
export function memberTexts(trail: Trail, row: number, names: readonly string[]): readonly string[] {
  const text = trail.recordText(row);
  const texts: string[] = [];
  const tape = tapeOf(trail, row, text);
  if (tape !== undefined) {
    const end = tape.end(0);
    for (let at = 1, behind: number; at < end; at = behind) {
      behind = tape.next(at + 1);
      const key = decodeLiteral(text, tape.start(at), tape.end(at));
      if (!names.includes(nameOf(key))) continue;
      for (let place = at + 1; place < behind; place++) {
        const one = scalarAt(tape, place, text);
        if (one !== undefined && !isNothing(key, one)) add(one, texts);
      }
    }
    return texts;
  }
  const event = eventOf(trail, row, text);
  for (const { name, value } of membersOf(event)) {
    if (value === undefined || !names.includes(nameOf(name))) continue;
    if (value.type !== 'string' || !isNothing(name, String(value.value))) collect(value, texts);
  }
  return texts;
}

/** Whether the value of a member stands for none: that of an error, and what a store writes into the columns of a row. */
function isNothing(key: string, text: string): boolean {
  return nameOf(key) === 'errorMessage' ? saysNoFailure(text) : isFlat(key) && isNoValue(text);
}

/** The event of a row as a tree without places, however long its record is; undefined where its string cannot be decoded. */
export function eventOf(trail: Trail, row: number, text: string): Node | undefined {
  const record = parseRecord(text);
  const holder = holderOf(trail.rows.flags(row));
  const held = holder && memberOf(record, holder.name);
  if (held?.type === 'object') return held;
  const inner = held?.type === 'string' ? unwrapText(String(held.value)) : undefined;
  return held?.type === 'string' ? inner && parseRecord(inner.text, inner.at) : record;
}

const LISTED = /[,;]/;
/** Longer texts are no lists of names; UTF-16 units. */
const MAX_LIST = 20_000;

function add(text: string, texts: string[]): void {
  texts.push(text, ...(LISTED.test(text) && text.length < MAX_LIST ? text.split(LISTED) : []));
}

function collect(node: Node, texts: string[]): void {
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type === 'string' || next.type === 'number') add(String(next.value), texts);
    // The keys of referencedResources are the types of the resources.
    else for (const child of next.children ?? []) waiting.push(child);
  }
}
