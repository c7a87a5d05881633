import { type Node } from 'jsonc-parser';
import { decodeWithMap } from '../escapes';
import { lastWhere } from '../escapes/bisect';
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

/**
 * The scalar value at an offset of a record, also within strings that hold JSON, at any level; with `named`, on a member's name its value. Undefined between
 * values. This is the one answer to "what is at the cursor": hovers, references and filters take it.
 */
export function valueAt(record: string, root: Node, offset: number, named = false): ValueAt | undefined {
  const found = valueNode(root, offset, named);
  if (found === undefined) return undefined;
  const { node, path, at } = found;
  const literal = record.slice(node.offset, node.offset + node.length);
  const held = node.type === 'string' ? heldBy(literal) : undefined;
  if (held === undefined) return scalar(node, literal, path, at, (place) => place);
  const { expanded } = held;
  const innerRoot = parseRecord(expanded.text);
  const inner = innerRoot && valueNode(innerRoot, decodedOffset(expanded, at - node.offset), named);
  if (inner === undefined) return undefined;
  const text = expanded.text.slice(inner.node.offset, inner.node.offset + inner.node.length);
  return scalar(inner.node, text, [...path, ...inner.path], inner.at, (to) => node.offset + expanded.toSource(to));
}

/** The value that an offset is in or, with `named`, that the name there is of: its path, and the offset in it. */
function valueNode(
  root: Node,
  offset: number,
  named: boolean,
): { readonly node: Node; readonly path: Path; readonly at: number } | undefined {
  const place = placeAt(root, offset);
  if (place === undefined) return undefined;
  const { node, path, isKey } = place;
  if (!isKey) return { node, path, at: offset };
  const value = named ? node.parent?.children?.[1] : undefined;
  return value && { node: value, path, at: value.offset };
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
    offset: lastWhere(value.length + 1, (at) => toSource(at) <= offset - node.offset),
    toRecord: (at) => outer(node.offset + toSource(at)),
  };
}
