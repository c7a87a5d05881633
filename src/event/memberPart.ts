import { type Node } from 'jsonc-parser';
import { type Trail } from '../trail/trail';
import { endOf, type Mapped, memberOf } from './nodes';
import { rowEvent } from './rowEvent';

/** A part of a text in offsets from its start. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** Where the value of an event's member stands, in offsets from the start of its row, a string without its quotes; undefined where that cannot be told. */
export function memberPart(trail: Trail, row: number, path: readonly string[]): Part | undefined {
  const event = rowEvent(trail, row);
  const value = event && valueAt(event, path);
  if (event === undefined || value === undefined) return undefined;
  const quotes = event.text.charAt(value.offset) === '"' && value.length >= 2 ? 1 : 0;
  const base = trail.rows.start(row);
  const part = { start: event.place(value.offset + quotes) - base, end: event.place(endOf(value) - quotes) - base };
  return part.end > part.start ? part : undefined;
}

/** The scalar at a path, which a query of Log Service may have flattened into one name. */
function valueAt({ node }: Mapped, path: readonly string[]): Node | undefined {
  const nested = path.reduce<Node | undefined>((at, name) => at && memberOf(at, name), node);
  const value = nested ?? memberOf(node, ['event', ...path].join('.'));
  return value?.type === 'object' || value?.type === 'array' ? undefined : value;
}
