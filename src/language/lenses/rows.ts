import { type Trail } from '../../trail/trail';

/** Events that get a lens: each is a line of its own in the editor. */
export const MAX_LENSES = 5_000;

/** The events that get a lens: those that begin a line, and share it with no other. */
export function lensRows(trail: Trail, lineOf: (row: number) => number, limit = MAX_LENSES): readonly number[] {
  const found: number[] = [];
  let line = -1;
  let isAlone = false;
  const { rows } = trail;
  for (let row = 0; row < rows.size && found.length <= limit; row++) {
    if (!trail.isEvent(row)) continue;
    const next = lineOf(row);
    if (next === line) {
      if (isAlone) found.pop();
      isAlone = false;
      continue;
    }
    line = next;
    isAlone = true;
    found.push(row);
  }
  return found.slice(0, limit);
}
