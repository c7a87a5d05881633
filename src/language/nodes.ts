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
  if (object.type !== 'object') return [];
  return (object.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    return key === undefined || property.type !== 'property' ? [] : [{ name: String(key.value), property, value }];
  });
}

/** The value of a member; the case of the name's first letter does not count. */
export function memberOf(object: Node, name: string): Node | undefined {
  return membersOf(object).find((member) => fold(member.name) === name)?.value;
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
