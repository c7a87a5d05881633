import { eventIdIn } from '../trail/scan/eventId';
import { Flag } from '../trail/scan/row';
import { type Trail } from '../trail/trail';
import { RowTable } from '../trail/rowTable';

/**
 * The events whose eventId occurred before, in the order of the rows. Equal hashes are only candidates: the ids are compared as text.
 */
export function* duplicatesOf(trail: Trail): Generator<{ readonly row: number; readonly first: number }> {
  const { rows } = trail;
  const seen = new RowTable(rows.size);
  const idOf = (row: number): string => eventIdIn(trail.recordText(row), rows.eventId(row)) ?? '';
  for (let row = 0; row < rows.size; row++) {
    const hash = rows.eventId(row);
    if (hash === 0 || (rows.flags(row) & Flag.Event) === 0) continue;
    let id: string | undefined;
    let first = -1;
    for (const other of seen.candidates(hash, (known) => rows.eventId(known) === hash)) {
      id ??= idOf(row);
      if (idOf(other) !== id) continue;
      first = other;
      break;
    }
    if (first >= 0) yield { row, first };
    else seen.add(hash, row);
  }
}

/** How many events of a log, of those that are wanted, occurred before. */
export function countDuplicates(trail: Trail, isWanted: (row: number) => boolean): number {
  let count = 0;
  for (const { row } of duplicatesOf(trail)) if (isWanted(row)) count++;
  return count;
}

/** The ids of a log's events, of those that are wanted, as text, in the order of the rows. */
export function* eventIdsOf(trail: Trail, isWanted: (row: number) => boolean): Generator<string> {
  const { rows } = trail;
  for (let row = 0; row < rows.size; row++) {
    const hash = rows.eventId(row);
    if (hash === 0 || (rows.flags(row) & Flag.Event) === 0 || !isWanted(row)) continue;
    const id = eventIdIn(trail.recordText(row), hash);
    // A copy: a slice would keep the log in memory.
    if (id !== undefined) yield ` ${id}`.slice(1);
  }
}
