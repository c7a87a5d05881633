import { hashRange } from './hash';
import { Column } from './scan/row';
import { type Trail } from './trail';

/** Whether a row's event or request id is this value, by its hash: equal ids have equal hashes. */
export function hasId(value: string): (trail: Trail, row: number) => boolean {
  const hash = hashRange(value, 0, value.length) || 1;
  return ({ rows }, row) => rows.eventId(row) === hash || rows.requestId(row) === hash;
}

const COLUMNS = [Column.Account, Column.User, Column.AccessKey, Column.SourceAddress];

/** Whether a row's key columns hold a value: as account, user, session, key, address, event or request id. The text is not read. */
export function hasInColumns(trail: Trail, value: string): (row: number) => boolean {
  const isId = hasId(value);
  const codes = COLUMNS.map((column) => new Set(codesWith(trail, column, value)));
  return (row) => isId(trail, row) || COLUMNS.some((column, index) => codes[index]?.has(trail.rows.code(row, column)) === true);
}

/** The codes of the values that are this one, or have it before or behind a colon: `Role:session`. */
function* codesWith(trail: Trail, column: Column, value: string): Generator<number> {
  const dictionary = trail.dictionary(column);
  for (let code = 1; code < dictionary.size; code++) {
    const text = dictionary.decode(code);
    if (text === value || text.endsWith(`:${value}`) || text.startsWith(`${value}:`)) yield code;
  }
}
