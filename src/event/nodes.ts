import { type Node } from 'jsonc-parser';
import { lowerFirst } from '../knowledge/casing';
import { flattenedPath } from '../knowledge/columnNames';

/** A tree of nodes with the text that their offsets count in, and the way from there to the log. */
export interface Mapped {
  readonly node: Node;
  readonly text: string;
  readonly place: (offset: number) => number;
}

/** A member of an object: its name, and its value where it has one. */
export interface Member {
  readonly name: string;
  readonly property: Node;
  readonly value: Node | undefined;
}

/** What a query of Log Service puts before names, also those that no event is known to have. */
const FLAT = 'event.';

/** The path that a member's name stands for, as the documentation writes it: one name, or those that a store has joined into a column. */
export function pathOf(key: string): readonly string[] {
  return flattenedPath(key) ?? (key.startsWith(FLAT) ? key.slice(FLAT.length).split('.').map(lowerFirst) : [lowerFirst(key)]);
}

/** The same as one name: `userIdentity.userName`. */
export function nameOf(key: string): string {
  return pathOf(key).join('.');
}

/** Whether a store or a script has made a column of what is a member of an event. */
export function isFlat(key: string): boolean {
  return key.startsWith(FLAT) || flattenedPath(key) !== undefined;
}

/** The members of an object in the order of the text. */
export function membersOf(object: Node | undefined): readonly Member[] {
  const members: Member[] = [];
  if (object?.type !== 'object') return members;
  for (const property of object.children ?? []) {
    const key = property.children?.[0];
    if (key !== undefined) members.push({ name: String(key.value), property, value: property.children?.[1] });
  }
  return members;
}

/** The value of an object's own member, whatever the casing of its first letter, flattened or not. */
export function memberOf(object: Node | undefined, name: string): Node | undefined {
  if (object?.type !== 'object') return undefined;
  return object.children?.find(({ children }) => children?.[0] !== undefined && nameOf(String(children[0].value)) === name)
    ?.children?.[1];
}

/** The text of a scalar; undefined for objects and arrays, and where there is nothing. */
export function scalarText(node: Node | undefined): string | undefined {
  const value: unknown = node?.value;
  if (typeof value === 'string') return value;
  return node?.type === 'null' ? 'null' : typeof value === 'boolean' ? String(value) : undefined;
}

/** The offset behind a node. */
export function endOf(node: Node): number {
  return node.offset + node.length;
}

/** Whether an object is an event: it has a name, and something else that only events have. */
export function isEvent(node: Node | undefined): boolean {
  return (
    memberOf(node, 'eventName') !== undefined &&
    ['eventTime', 'eventId', 'eventType', 'acsRegion', 'userIdentity'].some((name) => memberOf(node, name) !== undefined)
  );
}

/** The event around a node: the nearest object that is one, else the outermost object. */
export function eventAround(node: Node): Node {
  let last = node;
  for (let at: Node | undefined = node; at !== undefined; at = at.parent) {
    if (isEvent(at)) return at;
    last = at;
  }
  return last;
}
