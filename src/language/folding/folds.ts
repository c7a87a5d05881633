import { MAX_RECORD } from '../../event/rowEvent';
import { isArray } from '../../trail/scan/contexts';
import { Flag } from '../../trail/scan/row';
import { lexStrict } from '../../trail/scan/strict';
import { Tape, Token } from '../../trail/scan/tape';
import { lexTolerant } from '../../trail/scan/tolerant';
import { type Trail } from '../../trail/trail';
import { blocksOf } from './comments';
import { type Fold } from './fold';
import { foldsOfGap } from './gaps';

/** VS Code's own limit (`editor.foldingMaximumRegions`): what is over it is cut off wherever it stands, so we choose what goes. */
export const MAX_FOLDS = 5_000;

const tape = new Tape();

/** The folds of a log, step by step: lists and events first, then what is in them as long as there is room, the outermost first. */
export function* foldsOf(trail: Trail, folds: Fold[], limit = MAX_FOLDS): Generator<void> {
  const { rows } = trail;
  const outer: Fold[] = [];
  const events: Fold[] = [];
  const gaps = foldsOfGap();
  for (let row = 0; row <= rows.size; row++) {
    const start = row === 0 ? 0 : rows.end(row - 1);
    const end = row < rows.size ? rows.start(row) : trail.text.length;
    // Between the events of a list stands a comma; what opens and closes it stands at the ends of the log, and between responses.
    if (row === 0 || row === rows.size || rows.context(row) !== rows.context(row - 1) || rows.size <= limit)
      outer.push(...gaps.read(trail.text.read(start, end), start));
    if (row === rows.size) break;
    if (mayHaveLines(trail, row) && events.length < limit)
      events.push({ start: rows.start(row), end: rows.end(row), kind: 'value', depth: 1 });
    yield;
  }
  folds.push(...outer.slice(0, limit), ...events.slice(0, Math.max(0, limit - outer.length)));
  let room = limit - folds.length;
  const inner: Fold[][] = [];
  for (const { start } of room > 0 ? events : []) {
    const row = trail.rows.firstStartingFrom(start);
    for (const fold of insideOf(trail, row)) (inner[fold.depth] ??= []).push(fold);
    yield;
  }
  for (const level of inner) {
    if (level === undefined) continue;
    folds.push(...level.slice(0, room));
    room -= Math.min(room, level.length);
  }
}

/** The objects, arrays and comments of one record that stand on several lines. */
function insideOf(trail: Trail, row: number): readonly Fold[] {
  const { rows } = trail;
  const base = rows.start(row);
  if (rows.end(row) - base > MAX_RECORD) return [];
  const text = trail.recordText(row);
  const isFragment = (rows.flags(row) & Flag.Fragment) !== 0;
  const inArray = isArray(trail.contexts.name(rows.context(row)));
  if (isFragment || lexStrict(text, 0, tape) < 0) lexTolerant(text, 0, tape, { inArray, isFragment });
  const folds: Fold[] = [];
  let depth = 1;
  for (let index = 1; index < tape.length; index++) {
    const kind = tape.kind(index);
    if (kind === Token.CloseObject || kind === Token.CloseArray) depth--;
    if (kind !== Token.OpenObject && kind !== Token.OpenArray) continue;
    depth++;
    const start = tape.start(index);
    const end = tape.valueEnd(index);
    if (hasBreak(text, start, end)) folds.push({ start: base + start, end: base + end, kind: 'value', depth });
  }
  const comments = tape.problems.filter(({ code }) => code === 'comment');
  for (const { start, end } of blocksOf(comments, text))
    if (hasBreak(text, start, end)) folds.push({ start: base + start, end: base + end, kind: 'comment', depth: 2 });
  return folds;
}

/** Whether a record may stand on several lines: it is told of those at the top of the log only. */
function mayHaveLines({ rows, contexts }: Trail, row: number): boolean {
  return (rows.flags(row) & Flag.MultiLine) !== 0 || contexts.name(rows.context(row)) !== '';
}

function hasBreak(text: string, start: number, end: number): boolean {
  const line = text.indexOf('\n', start);
  return line >= 0 && line < end;
}
