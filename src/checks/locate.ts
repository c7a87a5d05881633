import { type Trail } from '../trail/trail';
import { Budget, type RowFindings } from './budget';
import { checkRow, checkTail } from './check';
import { type FindingCode } from './finding';
import { type FoundAt, fixOf } from './fixes';
import { type TextEdit } from '../event/textEdit';
import { MAX_AT_ONCE, MAX_ROWS_AT_ONCE } from './limits';

/** The findings that touch a part of the log, also those that were only counted. Bounded: a selection of everything gives the first ones. */
export function findingsIn(trail: Trail<RowFindings>, start: number, end: number): readonly FoundAt[] {
  const { rows } = trail;
  const found: FoundAt[] = [];
  let row = rows.firstEndingAfter(start - 1);
  const last = Math.min(rows.size, row + MAX_ROWS_AT_ONCE);
  for (; row < last && trail.gapStart(row) <= end; row++) found.push(...ofRow(trail, row));
  if (row === rows.size) found.push(...ofTail(trail));
  return found.filter((one) => one.start <= end && one.end >= start);
}

/** The edits that mend all findings of a code in one row. */
export function fixesOfRow(trail: Trail<RowFindings>, row: number, code: FindingCode): readonly TextEdit[] {
  return editsOf(trail, ofRow(trail, row), code);
}

function editsOf(trail: Trail<RowFindings>, found: readonly FoundAt[], code: FindingCode): readonly TextEdit[] {
  return found
    .filter(({ finding }) => finding.code === code)
    .map((one) => fixOf(trail.text, one))
    .filter((edit) => edit !== undefined);
}

/** The edits that mend all findings of a code, row by row: the caller decides when to pause. */
export function* fixesOf(trail: Trail<RowFindings>, code: FindingCode): Generator<readonly TextEdit[]> {
  for (let row = 0; row < trail.rows.size; row++) yield fixesOfRow(trail, row, code);
  yield editsOf(trail, ofTail(trail), code);
}

function ofRow(trail: Trail<RowFindings>, row: number): readonly FoundAt[] {
  const { rows } = trail;
  const start = rows.start(row);
  const end = rows.end(row);
  const note = rows.note(row);
  const isWhole = note !== undefined && note.dropped === undefined;
  if (!isWhole && end - start > MAX_AT_ONCE) return [];
  const { kept } = isWhole ? note : checkRow(trail, row, new Budget());
  return kept.map((finding) => ({ finding, start: start + finding.start, end: start + finding.end, record: { start, end } }));
}

function ofTail(trail: Trail<RowFindings>): readonly FoundAt[] {
  const { rows } = trail;
  const base = rows.size === 0 ? 0 : rows.end(rows.size - 1);
  return checkTail(trail).map((finding) => {
    const place = { start: base + finding.start, end: base + finding.end };
    return { finding, ...place, record: place };
  });
}
