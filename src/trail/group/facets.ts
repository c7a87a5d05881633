import { codesBy, type GroupKey, sizeBy } from './groupKeys';
import { Flag } from '../scan/row';
import { STEP, type Steps } from '../steps';
import { type Trail } from '../trail';

/** A value by its code, and how many events have it. */
export interface ValueCount {
  readonly code: number;
  readonly count: number;
}

/** The values of a key with their counts among the rows that `holds` lets through, the most frequent first; the empty value is one of them. */
export function* countValues(trail: Trail, key: GroupKey, holds?: (row: number) => boolean): Steps<readonly ValueCount[]> {
  const { rows } = trail;
  const codeOf = codesBy(trail, key);
  const counts = new Uint32Array(sizeBy(trail, key));
  const { size } = rows;
  for (let row = 0; row < Math.min(size, rows.size); row++) {
    if (row % (STEP / 16) === 0) yield;
    if ((rows.flags(row) & Flag.Event) === 0 || holds?.(row) === false) continue;
    const code = codeOf(row);
    // Values that came up while this counted are counted the next time.
    if (code < counts.length) counts[code] = (counts[code] as number) + 1;
  }
  const found: ValueCount[] = [];
  counts.forEach((count, code) => {
    if (count > 0) found.push({ code, count });
  });
  return found.sort((a, b) => b.count - a.count || a.code - b.code);
}
