import { Char, commentEnd, isSpace, skipSpace } from '../trail/scan/chars';
import { lexStrict } from '../trail/scan/strict';
import { type Problem, Tape } from '../trail/scan/tape';
import { lexTolerant } from '../trail/scan/tolerant';
import { type Trail } from '../trail/trail';
import { MAX_GAP, MAX_PIECES } from './limits';

/** Why a piece of text is no event. */
export type SkipReason = 'not-json' | 'not-an-event' | 'not-an-object' | 'truncated';

/** A piece of a skipped stretch: offsets in the stretch. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly reason: SkipReason;
  readonly problems: readonly Problem[];
}

const SCALAR = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|"(?:[^"\\]|\\.)*")$/;

/**
 * Tells the pieces of a stretch that was skipped apart: objects that are no events, and lines that are no JSON. The number of pieces is limited. Only a
 * stretch that `endsLog` can be cut off; an object that another one does not close is left open.
 */
export function piecesOf(text: string, endsLog: boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  const tape = new Tape();
  for (let at = 0; at < text.length && pieces.length < MAX_PIECES;) {
    at = skipSpace(text, at);
    const unit = text.charCodeAt(at);
    if (at >= text.length) break;
    if (unit === Char.Comma) {
      at++;
      continue;
    }
    if (unit === Char.Slash) {
      const end = commentEnd(text, at);
      if (end > 0) {
        at = end;
        continue;
      }
    }
    if (unit === Char.OpenBrace) {
      let end: number = lexStrict(text, at, tape);
      let truncated = false;
      if (end < 0) {
        ({ end, truncated } = lexTolerant(text, at, tape, { inArray: false, isFragment: false }));
        truncated &&= endsLog;
      }
      pieces.push({
        start: at,
        end: Math.max(end, at + 1),
        reason: truncated ? 'truncated' : 'not-an-event',
        problems: endsLog ? tape.problems : tape.problems.map(leftOpen),
      });
      at = Math.max(end, at + 1);
      continue;
    }
    const end = junkEnd(text, at);
    const junk = text.slice(at, Math.min(end, at + 1_000)).replace(/[,\s]+$/, '');
    pieces.push({ start: at, end, reason: SCALAR.test(junk) ? 'not-an-object' : 'not-json', problems: [] });
    at = end;
  }
  return pieces;
}

/** Whether the log ends with a row: nothing but white space is behind it. */
export function endsLog({ rows, text }: Trail, row: number): boolean {
  if (row !== rows.size - 1) return false;
  const end = rows.end(row);
  return text.length - end <= MAX_GAP && skipSpace(text.read(end, text.length), 0) === text.length - end;
}

function leftOpen(problem: Problem): Problem {
  return problem.code === 'truncated' ? { ...problem, code: 'syntax', reason: 'missing-close' } : problem;
}

/** The offset behind text that is no object: the line's end, or where an object starts. */
function junkEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text.charCodeAt(end) !== Char.LineFeed && text.charCodeAt(end) !== Char.OpenBrace) end++;
  while (end > from + 1 && isSpace(text.charCodeAt(end - 1))) end--;
  return Math.max(end, from + 1);
}
