import { type Node } from 'jsonc-parser';
import { lowerFirst } from '../../knowledge/casing';
import { Char, skipSpace } from '../../trail/scan/chars';
import { HOLDERS } from '../../trail/scan/holders';
import { parseRecord } from '../../event/tree';
import { endOf, memberOf, type Member, membersOf } from '../../event/nodes';

/** Where something can be completed in a record. Offsets are those of its text. */
export interface Spot {
  readonly kind: 'name' | 'value';
  /** From the event's own level: the names down to the object (of a name), or to the member itself (of a value). */
  readonly path: readonly string[];
  /** What is replaced: the literal under the cursor with its quotes, else nothing. */
  readonly start: number;
  readonly end: number;
  /** The object that the cursor stands in, and the event around it. */
  readonly object: Node;
  readonly event: Node;
}

/** The spot at `offset` of a record's text, damaged as it is while somebody types; undefined in comments, arrays and outside of members. */
export function spotAt(text: string, offset: number): Spot | undefined {
  const root = parseRecord(text);
  if (root?.type !== 'object' || offset <= root.offset) return undefined;
  const path: string[] = [];
  let object: Node = root;
  let event: Node = root;
  for (;;) {
    const member = memberAt(object, text, offset);
    if (member === undefined) {
      const start = wordStart(text, object.offset + 1, offset);
      return isFree(text, object, start) ? { kind: 'name', path, start, end: offset, object, event } : undefined;
    }
    const [key] = member.property.children ?? [];
    if (key === undefined) return undefined;
    if (offset <= endOf(key))
      return offset > key.offset ? { kind: 'name', path, start: key.offset, end: endOf(key), object, event } : undefined;
    path.push(member.name);
    const { value } = member;
    if (value === undefined || offset <= value.offset) return { kind: 'value', path, start: offset, end: offset, object, event };
    if (value.type !== 'object')
      return value.type === 'array' ? undefined : { kind: 'value', path, start: value.offset, end: endOf(value), object, event };
    object = value;
    if (
      path.length === 1 &&
      HOLDERS.some(({ name }) => name === lowerFirst(path[0] ?? '')) &&
      memberOf(value, 'eventName') !== undefined
    ) {
      event = value;
      path.pop();
    }
  }
}

/** The member that the cursor stands in: in its name, in its value, or between its colon and its value. */
function memberAt(object: Node, text: string, offset: number): Member | undefined {
  for (const member of membersOf(object)) {
    const { property, value } = member;
    const key = property.children?.[0];
    if (key === undefined || offset < property.offset) continue;
    if (offset <= endOf(key)) return member;
    const colon = skipSpace(text, endOf(key));
    const hasColon = text.charCodeAt(colon) === Char.Colon;
    if (
      value === undefined
        ? hasColon && offset > colon && isSpaceBetween(text, colon + 1, offset)
        : offset > colon && offset <= endOf(value)
    )
      return member;
  }
  return undefined;
}

/** Where the bare word before the cursor starts: a name that is typed without its quotes. */
function wordStart(text: string, from: number, offset: number): number {
  let at = offset;
  while (at > from && /[\w$]/.test(text.charAt(at - 1))) at--;
  return at;
}

/** Whether a member can be written here: behind `{` or a comma, or on a line of its own. */
function isFree(text: string, object: Node, offset: number): boolean {
  let at = offset - 1;
  while (at > object.offset && ' \t\r'.includes(text.charAt(at))) at--;
  return '{,\n'.includes(text.charAt(at)) && !isInComment(text, object.offset, offset);
}

function isInComment(text: string, from: number, offset: number): boolean {
  const line = text.slice(Math.max(from, text.lastIndexOf('\n', offset - 1)), offset);
  return /(?:^|[\s,{])\/\//.test(line.replace(/"(?:[^"\\]|\\.)*"/g, ''));
}

function isSpaceBetween(text: string, from: number, to: number): boolean {
  return /^[ \t]*$/.test(text.slice(from, to));
}
