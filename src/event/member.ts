import { type Node } from 'jsonc-parser';
import { type Trail } from '../trail/trail';
import { endOf, type Mapped, membersOf, pathOf } from './nodes';
import { rowEvent } from './rowEvent';
import { parseRecord } from './tree';
import { unwrap, unwrapText } from './unwrap';

/** A part of a text in offsets from its start. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * The value at a path of an event (`['userIdentity', 'userName']`), whatever the form: names in either casing, flattened into one name
 * (`event.userIdentity.userName`), objects that stand as JSON in a string. Undefined where the event has none.
 */
export function memberAt(event: Mapped, path: readonly string[]): Mapped | undefined {
  return walk(event, path, (at, value) => {
    if (value.type === 'object') return { ...at, node: value };
    return value.type === 'string' ? unwrap(at, value) : undefined;
  });
}

/** The same where only the value is asked for, not its place: it may be a node of a text of its own. */
export function valueOf(event: Node, path: readonly string[]): Node | undefined {
  return walk({ node: event }, path, (_, value) => {
    if (value.type === 'object') return { node: value };
    const held = value.type === 'string' ? unwrapText(String(value.value)) : undefined;
    const node = held && parseRecord(held.text, held.at);
    return node && { node };
  })?.node;
}

/** The text of a string or boolean at a path; empty where there is none. */
export function textOf(event: Node | undefined, ...path: readonly string[]): string {
  const value: unknown = event && valueOf(event, path)?.value;
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
}

function walk<T extends { readonly node: Node }>(
  from: T,
  path: readonly string[],
  open: (at: T, value: Node) => T | undefined,
  above = '',
): T | undefined {
  for (const { name, value } of membersOf(from.node)) {
    if (value === undefined) continue;
    const whole = pathOf(name);
    const names = whole[0] === above ? whole.slice(1) : whole;
    if (names.length > path.length || names.some((part, index) => part !== path[index])) continue;
    const rest = path.slice(names.length);
    if (rest.length === 0) return { ...from, node: value };
    const inner = open(from, value);
    const found = inner && walk(inner, rest, open, names.at(-1));
    if (found !== undefined) return found;
  }
  // Columns of an identity may stand on the event's own level; `type` alone says nothing there.
  const [first, ...bare] = path;
  return above === '' && first === 'userIdentity' && bare.length === 1 && bare[0] !== 'type'
    ? walk(from, bare, open, first)
    : undefined;
}

/** Where a scalar member of an event stands, in offsets from the start of its row, a string without its quotes; undefined where that cannot be told. */
export function memberPart(trail: Trail, row: number, path: readonly string[]): Part | undefined {
  const event = rowEvent(trail, row);
  const found = event && memberAt(event, path);
  if (found === undefined || found.node.type === 'object' || found.node.type === 'array') return undefined;
  const { node, text, place } = found;
  const quotes = text.charAt(node.offset) === '"' && node.length >= 2 ? 1 : 0;
  const base = trail.rows.start(row);
  const part = { start: place(node.offset + quotes) - base, end: place(endOf(node) - quotes) - base };
  return part.end > part.start ? part : undefined;
}
