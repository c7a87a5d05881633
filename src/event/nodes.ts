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
