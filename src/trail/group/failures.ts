import { isSuccess } from '../../knowledge/errors';
import { Column } from '../scan/row';
import { type Trail } from '../trail';

/** Tells failed events by the code of their error, each code judged once. */
export class Failures {
  private readonly judged: (boolean | undefined)[] = [];

  constructor(private readonly trail: Trail) {}

  ofCode(code: number): boolean {
    return (this.judged[code] ??= !isSuccess(this.trail.dictionary(Column.ErrorCode).decode(code)));
  }

  /** Whether the event of a row failed. */
  has(row: number): boolean {
    return this.ofCode(this.trail.rows.code(row, Column.ErrorCode));
  }
}
