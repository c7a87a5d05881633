import { Column } from '../scan/row';
import { type Trail } from '../trail';

/** Whether the event of a row failed: its error code or its error message is a real value. */
export function hasFailed({ rows }: Trail, row: number): boolean {
  return rows.code(row, Column.ErrorCode) !== 0;
}
