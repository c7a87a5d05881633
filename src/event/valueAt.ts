import { type Node } from 'jsonc-parser';
import { decodeWithMap } from '../escapes';
import { parseRecord } from './tree';
import { decodedOffset, heldBy } from './held';
import { type Path, placeAt } from './place';

/** A value of a record, decoded, with the way back to its text. */
export interface ValueAt {
  readonly path: Path;
  readonly text: string;
  /** UTF-16 offset of the cursor in it. */
  readonly offset: number;
  /** UTF-16 offset in the value → offset in the record. */
  readonly toRecord: (offset: number) => number;
}

/** The scalar value at an offset of a record, also within strings that hold JSON, at any level; undefined on names and between values. */
export function valueAt(record: string, root: Node, offset: number): ValueAt | undefined {
  const place = placeAt(root, offset);
  if (place === undefined || place.isKey) return undefined;
  const { node, path } = place;
  const literal = record.slice(node.offset, node.offset + node.length);
  const held = node.type === 'string' ? heldBy(literal) : undefined;
  if (held === undefined) return scalar(node, literal, path, offset, (at) => at);
  const { expanded } = held;
  const innerRoot = parseRecord(expanded.text);
  const at = decodedOffset(expanded, offset - node.offset);
  const inner = innerRoot && placeAt(innerRoot, at);
  if (inner === undefined || inner.isKey) return undefined;
  const text = expanded.text.slice(inner.node.offset, inner.node.offset + inner.node.length);
  return scalar(inner.node, text, [...path, ...inner.path], at, (to) => node.offset + expanded.toSource(to));
}

/** `offset` and the argument of `outer` count in the text that the node is of. */
function scalar(node: Node, literal: string, path: Path, offset: number, outer: (offset: number) => number): ValueAt | undefined {
  if (node.type !== 'string') {
    if (node.type !== 'number') return undefined;
    return { path, text: literal, offset: offset - node.offset, toRecord: (at) => outer(node.offset + at) };
  }
  const map = decodeWithMap(literal);
  // A mask or a word without quotes is what it is.
  if (map === undefined) {
    if (literal.startsWith('"')) return undefined;
    return { path, text: literal, offset: offset - node.offset, toRecord: (at) => outer(node.offset + at) };
  }
  const { value, toSource } = map;
  return {
    path,
    text: value,
    offset: offsetIn(value, toSource, offset - node.offset),
    toRecord: (at) => outer(node.offset + toSource(at)),
  };
}

/** The map of a literal the other way round. */
function offsetIn(value: string, toSource: (offset: number) => number, wanted: number): number {
  let low = 0;
  let high = value.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (toSource(middle) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
