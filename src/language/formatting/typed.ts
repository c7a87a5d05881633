import { lexStrict } from '../../trail/scan/strict';
import { Tape, Token } from '../../trail/scan/tape';
import { lexTolerant } from '../../trail/scan/tolerant';
import { type Trail } from '../../trail/trail';

/** Records beyond this are not read again for a bracket that is typed; UTF-16 units. */
const MAX_RECORD = 1_048_576;

const tape = new Tape();

/** The offset of the bracket that the one right before `offset` closes, inside a record of the log; undefined where it closes none. */
export function openingOf(trail: Trail, offset: number): number | undefined {
  const row = trail.rowAt(offset);
  if (row < 0 || trail.rows.end(row) - trail.rows.start(row) > MAX_RECORD) return undefined;
  const start = trail.rows.start(row);
  const text = trail.recordText(row);
  if (lexStrict(text, 0, tape) < 0) lexTolerant(text, 0, tape, { inArray: false, isFragment: false });
  for (let index = 0; index < tape.length; index++) {
    const kind = tape.kind(index);
    if (kind !== Token.OpenObject && kind !== Token.OpenArray) continue;
    const close = tape.end(index);
    if (close < tape.length && tape.end(close) === offset - start) return start + tape.start(index);
  }
  return undefined;
}
