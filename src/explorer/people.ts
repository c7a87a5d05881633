import { Column } from '../trail/scan/row';
import { type Trail } from '../trail/trail';

/** So many rows are looked at for names; who acts often is among them. */
const SAMPLE = 2_000;

/** The user names of some rows, the most frequent ones first. */
export function usersOf(trail: Trail, rows: Uint32Array): readonly string[] {
  const counts = new Map<number, number>();
  for (const row of rows.subarray(0, SAMPLE)) {
    const user = trail.rows.code(row, Column.User);
    if (user !== 0) counts.set(user, (counts.get(user) ?? 0) + 1);
  }
  const users = trail.dictionary(Column.User);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([user]) => users.decode(user));
}
