import { Char } from '../trail/scan/chars';
import { isArray } from '../trail/scan/contexts';
import { Flag } from '../trail/scan/row';
import { lexStrict } from '../trail/scan/strict';
import { Tape } from '../trail/scan/tape';
import { lexTolerant } from '../trail/scan/tolerant';
import { type Trail } from '../trail/trail';
import { MAX_AT_ONCE } from './limits';
import { endsLog, piecesOf } from './skipped';

/** The text of a row with the tokens of one object in it. The tape is used again for the next one. */
export interface LexedObject {
  readonly text: string;
  /** The offset of `text` in the log. */
  readonly base: number;
  readonly tape: Tape;
  /** The object's own offsets in the log. */
  readonly record: { readonly start: number; readonly end: number };
}

const tape = new Tape();

/** The objects of a row: its record, or, in a stretch that holds no event, each object in it. A row that is too long to be read at once gives none. */
export function* objectsOf(trail: Trail, row: number): Generator<LexedObject> {
  const { rows } = trail;
  const base = rows.start(row);
  const end = rows.end(row);
  if (end - base > MAX_AT_ONCE) return;
  const text = trail.recordText(row);
  if (trail.isEvent(row)) {
    const isFragment = (rows.flags(row) & Flag.Fragment) !== 0;
    const inArray = isArray(trail.contexts.name(rows.context(row)));
    if (isFragment || lexStrict(text, 0, tape) < 0) lexTolerant(text, 0, tape, { inArray, isFragment });
    yield { text, base, tape, record: { start: base, end } };
    return;
  }
  for (const piece of piecesOf(text, endsLog(trail, row))) {
    if (text.charCodeAt(piece.start) !== Char.OpenBrace) continue;
    if (lexStrict(text, piece.start, tape) < 0) lexTolerant(text, piece.start, tape, { inArray: false, isFragment: false });
    yield { text, base, tape, record: { start: base + piece.start, end: base + piece.end } };
  }
}
