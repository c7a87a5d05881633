import { type Node } from 'jsonc-parser';
import { isArray } from '../../trail/scan/contexts';
import { type Trail } from '../../trail/trail';
import { endOf, type Mapped } from '../../event/nodes';
import { MAX_RECORD } from '../../event/rowEvent';
import { unwrap } from '../../event/unwrap';
import { parseRecord } from '../../event/tree';

/** A stretch of the log, in UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Neighbours that are looked at for the ends of a list; in a longer one the log follows upon the event. */
const MAX_NEIGHBOURS = 1_000;
/** Strings within strings that are looked into. */
const MAX_LEVELS = 4;

/**
 * What a growing selection takes in, the largest first: the log, the list, the event, then objects, members and values down to `offset`. In a string: the
 * literal, its content, and what the JSON in it has at this place.
 */
export function stretchesAt(trail: Trail, offset: number): readonly Stretch[] {
  const { rows } = trail;
  const stretches: Stretch[] = [{ start: 0, end: trail.text.length }];
  const row = trail.rowAt(offset);
  if (row < 0) return stretches;
  const list = listAround(trail, row);
  if (list !== undefined) stretches.push(list);
  const base = rows.start(row);
  if (rows.end(row) - base > MAX_RECORD) return [...stretches, { start: base, end: rows.end(row) }];
  const text = trail.recordText(row);
  const node = parseRecord(text);
  if (node === undefined) return [...stretches, { start: base, end: rows.end(row) }];
  descend({ node, text, place: (at) => base + at }, offset, stretches, 0);
  return nested(stretches);
}

function descend(record: Mapped, offset: number, stretches: Stretch[], level: number): void {
  const { place } = record;
  for (let node: Node | undefined = record.node; node !== undefined;) {
    const start = place(node.offset);
    const end = place(endOf(node));
    stretches.push({ start, end });
    const children: readonly Node[] = node.children ?? [];
    if (node.type === 'object' || node.type === 'array') stretches.push({ start: start + 1, end: end - 1 });
    if (node.type === 'string') {
      const isQuoted = record.text.charAt(node.offset) === '"';
      const isClosed = node.length > 1 && record.text.charAt(endOf(node) - 1) === '"';
      if (isQuoted) stretches.push({ start: place(node.offset + 1), end: place(endOf(node) - (isClosed ? 1 : 0)) });
      const inner = level < MAX_LEVELS && isQuoted ? unwrap(record, node) : undefined;
      if (inner !== undefined) descend(inner, offset, stretches, level + 1);
      return;
    }
    node = children.find((child) => place(child.offset) <= offset && offset <= place(endOf(child)));
  }
}

/** The list of events that a row stands in, brackets included. */
function listAround(trail: Trail, row: number): Stretch | undefined {
  const { rows } = trail;
  const context = rows.context(row);
  if (!isArray(trail.contexts.name(context))) return undefined;
  const isSameList = (at: number, mark: string): boolean =>
    rows.context(at) === context &&
    rows.context(at - 1) === context &&
    !trail.text.read(trail.gapStart(at), rows.start(at)).includes(mark);
  let first = row;
  while (first > 0 && isSameList(first, '[')) if (row - --first > MAX_NEIGHBOURS) return undefined;
  let last = row;
  while (last + 1 < rows.size && isSameList(last + 1, ']')) if (++last - row > MAX_NEIGHBOURS) return undefined;
  const before = trail.gapStart(first);
  const start = trail.text.read(before, rows.start(first)).lastIndexOf('[');
  const behind = rows.end(last);
  const end = trail.text.read(behind, last + 1 < rows.size ? rows.start(last + 1) : trail.text.length).indexOf(']');
  return start < 0 || end < 0 ? undefined : { start: before + start, end: behind + end + 1 };
}

/** Each stretch within the one before, and none twice: the editor wants it so. */
function nested(stretches: readonly Stretch[]): readonly Stretch[] {
  const kept: Stretch[] = [];
  for (const stretch of stretches) {
    const last = kept.at(-1);
    const isInside = last === undefined || (stretch.start >= last.start && stretch.end <= last.end);
    const isSame = last?.start === stretch.start && last.end === stretch.end;
    if (isInside && !isSame && stretch.end > stretch.start) kept.push(stretch);
  }
  return kept;
}
