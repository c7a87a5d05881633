import { eventIdIn } from '../trail/eventId';
import { Flag } from '../trail/row';
import { type Trail } from '../trail/trail';

/**
 * The events whose eventId occurred before, in the order of the rows. Equal hashes are only candidates: the ids are compared as text.
 */
export function* duplicatesOf(trail: Trail): Generator<{ readonly row: number; readonly first: number }> {
  const { rows } = trail;
  const seen = new HashTable(rows.size);
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

/** Rows by the hash of their id: one array, no object a row. */
class HashTable {
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(rows: number) {
    let size = 64;
    while (size < rows * 1.5) size *= 2;
    this.slots = new Int32Array(size);
    this.mask = size - 1;
  }

  *candidates(hash: number, isOne: (row: number) => boolean): Generator<number> {
    for (let slot = this.slotOf(hash); this.slots[slot] !== 0; slot = (slot + 1) & this.mask) {
      const row = (this.slots[slot] as number) - 1;
      if (isOne(row)) yield row;
    }
  }

  add(hash: number, row: number): void {
    let slot = this.slotOf(hash);
    while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
    this.slots[slot] = row + 1;
  }

  private slotOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & this.mask;
  }
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
