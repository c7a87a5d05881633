import { ranksOf } from './ranks';
import { type Column } from './row';
import { type Steps } from './steps';
import { type Trail } from './trail';

/** What events are grouped by that no column holds. */
export const enum Derived {
  /** The local hour of the day: its code is the hour plus one. */
  Hour = 100,
}

/** What events can be grouped by. */
export type GroupKey = Column | Derived;

/** Gives the code of a row's value; 0 where it has none. */
export function codesBy(trail: Trail, key: GroupKey): (row: number) => number {
  const { rows } = trail;
  if (!isDerived(key)) return (row) => rows.code(row, key);
  return (row) => {
    const hour = new Date(rows.time(row)).getHours();
    return Number.isNaN(hour) ? 0 : hour + 1;
  };
}

/** The value that a code stands for; empty for 0. */
export function valueBy(trail: Trail, key: GroupKey, code: number): string {
  if (!isDerived(key)) return trail.dictionary(key).decode(code);
  return code === 0 ? '' : String(code - 1).padStart(2, '0');
}

/** The place of every value by its code in the order of names; the empty value comes last. */
export function* ranksBy(trail: Trail, key: GroupKey): Steps<Uint32Array> {
  if (!isDerived(key)) return yield* ranksOf(trail.dictionary(key));
  return Uint32Array.from({ length: HOURS + 1 }, (_, code) => (code === 0 ? HOURS : code - 1));
}

const HOURS = 24;

function isDerived(key: GroupKey): key is Derived {
  return key === Derived.Hour;
}
