import { ranksOf } from './ranks';
import { type Column } from '../scan/row';
import { type Steps } from '../steps';
import { type Trail } from '../trail';

/** What events are grouped by that no column holds. */
export const enum Derived {
  /** The local hour of the day: its code is the hour plus one. */
  Hour = 100,
  /** What the event was done to, for the rows of which that was read before. */
  Resource,
  /** The file of a folder; empty in a log that is one file. Its code is the number of the file plus one. */
  File,
}

/** What events can be grouped by. */
export type GroupKey = Column | Derived;

/** Gives the code of a row's value; 0 where it has none. */
export function codesBy(trail: Trail, key: GroupKey): (row: number) => number {
  const { rows } = trail;
  switch (key) {
    case Derived.Hour:
      return (row) => {
        const hour = new Date(rows.time(row)).getHours();
        return Number.isNaN(hour) ? 0 : hour + 1;
      };
    case Derived.Resource:
      return (row) => Math.max(0, rows.extra(row) - 1);
    case Derived.File: {
      const { files } = trail.text;
      return files === undefined ? () => 0 : (row) => files.of(row) + 1;
    }
    default:
      return (row) => rows.code(row, key);
  }
}

/** The value that a code stands for; empty for 0. */
export function valueBy(trail: Trail, key: GroupKey, code: number): string {
  switch (key) {
    case Derived.Hour:
      return code === 0 ? '' : String(code - 1).padStart(2, '0');
    case Derived.Resource:
      return trail.resources.decode(code);
    case Derived.File:
      return trail.text.files?.names[code - 1] ?? '';
    default:
      return trail.dictionary(key).decode(code);
  }
}

/** How many codes there are, that of the empty value included. */
export function sizeBy(trail: Trail, key: GroupKey): number {
  switch (key) {
    case Derived.Hour:
      return HOURS + 1;
    case Derived.Resource:
      return trail.resources.size;
    case Derived.File:
      return (trail.text.files?.names.length ?? 0) + 1;
    default:
      return trail.dictionary(key).size;
  }
}

/** The place of every value by its code in the order of names; the empty value comes last. */
export function* ranksBy(trail: Trail, key: GroupKey): Steps<Uint32Array> {
  switch (key) {
    case Derived.Hour:
      return inOrder(HOURS);
    case Derived.Resource:
      return yield* ranksOf(trail.resources);
    // Files are in the order of their names already.
    case Derived.File:
      return inOrder(trail.text.files?.names.length ?? 0);
    default:
      return yield* ranksOf(trail.dictionary(key));
  }
}

const HOURS = 24;

/** The places of values whose codes count from 1 in their order. */
function inOrder(values: number): Uint32Array {
  return Uint32Array.from({ length: values + 1 }, (_, code) => (code === 0 ? values : code - 1));
}
