import { Column } from '../trail/scan/row';
import { type Rows } from '../trail/rows';
import { type Replacement } from '../trail/trail';

/** Whether rows that replace others say the same in all columns: the edit has changed text of which no column is made. */
export function hasSameColumns<Note>(rows: Rows<Note>, { from, to, fresh }: Replacement<Note>): boolean {
  if (fresh.size !== to - from) return false;
  for (let index = 0; index < fresh.size; index++) {
    const row = from + index;
    if (rows.flags(row) !== fresh.flags(index) || !Object.is(rows.time(row), fresh.time(index))) return false;
    if (rows.eventId(row) !== fresh.eventId(index) || rows.requestId(row) !== fresh.requestId(index)) return false;
    if (rows.context(row) !== fresh.context(index)) return false;
    for (let column = 0; column < Column.Count; column++) if (rows.code(row, column) !== fresh.code(index, column)) return false;
  }
  return true;
}
