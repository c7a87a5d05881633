import { type Node } from 'jsonc-parser';
import { decodeLiteral } from '../trail/scan/literal';
import { STEP, type Steps } from '../trail/steps';
import { type Tape, Token } from '../trail/scan/tape';
import { type Trail } from '../trail/trail';
import { nameOf } from '../event/nodes';
import { eventOf, scalarAt, tapeOf } from '../event/texts';

/** The members that say what an event was done to, the one that says most first. */
const MEMBERS: readonly string[] = ['resourceName', 'referencedResources', 'resourceType'];
/** A record without any of these has no such member. */
const HINT = /resource_?(?:name|type)|referenced_?resources|\\u/i;
/** Reading a record takes as long as passing over so many rows. */
const RECORD = STEP / 16;

/**
 * What the event of a row was done to: the names of the resources as the log lists them, else the first that it refers to, else its type; empty where it
 * names none. A filter `resource:` with this value finds the event.
 */
export function resourceOf(trail: Trail, row: number): string {
  const text = trail.recordText(row);
  if (!HINT.test(text)) return '';
  const tape = tapeOf(trail, row, text);
  const found = tape === undefined ? inTree(eventOf(trail, row, text)) : onTape(tape, text);
  // A copy: a slice would keep the record in memory.
  return ` ${found.find((one) => one !== '') ?? ''}`.slice(1);
}

/** Reads the resources of the rows of which they are not known, in steps; false where rows went away meanwhile. */
export function* readResources(trail: Trail): Steps<boolean> {
  const { rows, resources } = trail;
  const { size } = rows;
  let work = 0;
  for (let row = 0; row < size; row++) {
    work++;
    if (rows.extra(row) === 0 && trail.isEvent(row)) {
      rows.setExtra(row, resources.encode(resourceOf(trail, row)) + 1);
      work += RECORD;
    }
    if (work < STEP) continue;
    work = 0;
    yield;
    if (rows.size < size) return false;
  }
  return true;
}

/** The first text of each member, in the order of MEMBERS, from the tokens of the record. */
function onTape(tape: Tape, text: string): string[] {
  const found = MEMBERS.map(() => '');
  const end = tape.end(0);
  for (let at = 1; at < end; at = tape.next(at + 1)) {
    const place = MEMBERS.indexOf(nameOf(decodeLiteral(text, tape.start(at), tape.end(at))));
    if (place < 0 || found[place] !== '') continue;
    const behind = tape.next(at + 1);
    const texts = textsBetween(tape, text, at + 1, behind);
    found[place] = texts.value ?? texts.key ?? '';
  }
  return found;
}

/** The first value and the first key among some tokens. */
function textsBetween(tape: Tape, text: string, from: number, to: number): { readonly value?: string; readonly key?: string } {
  let key: string | undefined;
  for (let at = from; at < to; at++) {
    const one = scalarAt(tape, at, text);
    if (one === undefined || one === '') continue;
    if (tape.kind(at) !== Token.Key) return { value: one };
    key ??= one;
  }
  return key === undefined ? {} : { key };
}

/** The same from the tree of an event. */
function inTree(event: Node | undefined): string[] {
  const found = MEMBERS.map(() => '');
  for (const { children = [] } of event?.children ?? []) {
    const [key, value] = children;
    const place = MEMBERS.indexOf(nameOf(String(key?.value)));
    if (place >= 0 && found[place] === '' && value !== undefined) found[place] = firstValue(value) ?? firstKey(value) ?? '';
  }
  return found;
}

function firstValue(node: Node): string | undefined {
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ((next.type === 'string' || next.type === 'number') && next.value !== '') return String(next.value);
    const { children = [] } = next;
    // Of a property only its value; the first is taken first.
    waiting.push(...(next.type === 'property' ? children.slice(1) : [...children].reverse()));
  }
  return undefined;
}

function firstKey(node: Node): string | undefined {
  const key = node.type === 'object' ? node.children?.[0]?.children?.[0] : undefined;
  return key === undefined ? undefined : String(key.value);
}
