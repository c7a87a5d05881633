import { type Node } from 'jsonc-parser';

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

const fold = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);

/** The members of an object in the order of the text. */
export function membersOf(object: Node): readonly Member[] {
  const members: Member[] = [];
  if (object.type !== 'object') return members;
  for (const property of object.children ?? []) {
    const key = property.children?.[0];
    if (key !== undefined) members.push({ name: String(key.value), property, value: property.children?.[1] });
  }
  return members;
}

/** The value of a member; the case of the name's first letter does not count. */
export function memberOf(object: Node, name: string): Node | undefined {
  if (object.type !== 'object') return undefined;
  return object.children?.find(({ children }) => children?.[0] !== undefined && fold(String(children[0].value)) === name)
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

const keyOf = (name: string): string => {
  const flat = name.startsWith('event.') ? name.slice('event.'.length) : name;
  return flat.slice(0, 1).toLowerCase() + flat.slice(1);
};

/** The value node of a member; the case of the first letter does not count, and a flattened `event.` before the name neither. */
export function member(object: Node | undefined, name: string): Node | undefined {
  if (object?.type !== 'object') return undefined;
  for (const property of object.children ?? []) {
    const key = property.children?.[0]?.value as unknown;
    if (typeof key === 'string' && keyOf(key) === name) return property.children?.[1];
  }
  return undefined;
}

/** The text of a scalar member; empty where there is none. */
export function textOf(object: Node | undefined, name: string): string {
  const value: unknown = member(object, name)?.value;
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
}

/** Whether an object is an event: it has a name, and something else that only events have. */
export function isEvent(node: Node | undefined): boolean {
  return (
    member(node, 'eventName') !== undefined &&
    ['eventTime', 'eventId', 'eventType', 'acsRegion', 'userIdentity'].some((name) => member(node, name) !== undefined)
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

/** What a member that is an object holds, also where it is flattened into `parent.name`. */
export function nested(event: Node, parent: string, name: string): string {
  return textOf(member(event, parent), name) || textOf(event, `${parent}.${name}`);
}
