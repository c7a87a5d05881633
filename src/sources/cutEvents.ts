import { Flag } from '../trail/scan/row';
import { type Trail } from '../trail/trail';

/** How many events were longer than what is scanned at once of a file, so that their rest was not understood. */
export function cutEvents({ rows }: Trail): number {
  let count = 0;
  rows.forEachBlock((size, flags) => {
    for (let row = 0; row < size; row++) if (((flags[row] as number) & Flag.Truncated) !== 0) count++;
  });
  // The last one ends where the log does.
  return rows.size > 0 && (rows.flags(rows.size - 1) & Flag.Truncated) !== 0 ? count - 1 : count;
}
