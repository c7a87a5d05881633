import { type Node } from 'jsonc-parser';

export type Path = readonly (string | number)[];

/** A key or a scalar value at a position. */
export interface Place {
  readonly node: Node;
  readonly isKey: boolean;
  /** From the record's root; that of a key ends with it. */
  readonly path: Path;
}

/** What stands at an offset of a record's text; undefined between its keys and values. It keeps no call stack: records may be deep. */
export function placeAt(root: Node, offset: number): Place | undefined {
  const path: (string | number)[] = [];
  let node: Node | undefined = root;
  while (node !== undefined) {
    if (node.type === 'property') {
      const [key, value]: readonly (Node | undefined)[] = node.children ?? [];
      if (key === undefined) return undefined;
      path.push(String(key.value));
      if (holds(key, offset)) return { node: key, isKey: true, path };
      node = value !== undefined && holds(value, offset) ? value : undefined;
    } else if (node.type === 'object' || node.type === 'array') {
      const index: number = node.children?.findIndex((child) => holds(child, offset)) ?? -1;
      if (node.type === 'array') path.push(index);
      node = node.children?.[index];
    } else return holds(node, offset) ? { node, isKey: false, path } : undefined;
  }
  return undefined;
}

function holds(node: Node, offset: number): boolean {
  return node.offset <= offset && offset < node.offset + node.length;
}
