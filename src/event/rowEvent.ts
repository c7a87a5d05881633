import { holderOf } from '../trail/scan/holders';
import { Flag } from '../trail/scan/row';
import { type Trail } from '../trail/trail';
import { type Mapped, memberOf } from './nodes';
import { parseRecord } from './tree';
import { unwrap } from './unwrap';

/** Records longer than this are not read for a feature of the editor; UTF-16 units. */
export const MAX_RECORD = 4_194_304;

/** An event of a trail as a tree, wherever it lies: `place` gives the offset in the log of an offset of its nodes, through all escapes. */
export interface RowEvent extends Mapped {
  readonly flags: number;
}

/** Whether a row is an event that is not too long to be read. */
export function isReadable({ rows }: Trail, row: number): boolean {
  return row >= 0 && (rows.flags(row) & Flag.Event) !== 0 && rows.end(row) - rows.start(row) <= MAX_RECORD;
}

/** The event of a row; undefined where the row is none, is too long, or its string cannot be decoded. */
export function rowEvent(trail: Trail, row: number): RowEvent | undefined {
  if (!isReadable(trail, row)) return undefined;
  const flags = trail.rows.flags(row);
  const base = trail.rows.start(row);
  const text = trail.recordText(row);
  const node = parseRecord(text);
  if (node === undefined) return undefined;
  const record: RowEvent = { node, text, place: (offset) => base + offset, flags };
  const holder = holderOf(flags);
  const held = holder && memberOf(node, holder.name);
  // A query of Log Service flattens the event into the record itself.
  if (held === undefined) return record;
  if (held.type === 'object') return { ...record, node: held };
  const inner = held.type === 'string' ? unwrap(record, held) : undefined;
  return inner && { ...inner, flags };
}
