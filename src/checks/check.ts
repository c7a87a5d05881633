import { flattenedPath } from '../knowledge/columnNames';
import { decodeWithMap } from '../escapes';
import { Char, skipSpace } from '../trail/scan/chars';
import { isArray } from '../trail/scan/contexts';
import { FOREIGN } from '../trail/scan/marks';
import { Flag } from '../trail/scan/row';
import { lexStrict } from '../trail/scan/strict';
import { type Problem, Tape, Token } from '../trail/scan/tape';
import { lexTolerant } from '../trail/scan/tolerant';
import { type Trail } from '../trail/trail';
import { eventToken } from '../event/wrapped';
import { type Budget, type RowFindings } from './budget';
import { FamiliarChecker } from './familiar';
import { type Finding, FindingCode } from './finding';
import { checkGap } from './gap';
import { type LimitReason } from './limitReasons';
import { MAX_AT_ONCE, MAX_GAP, MAX_LAYERS, MAX_PER_ROW, MAX_PIECES } from './limits';
import { type EventFacts, RecordChecker } from './recordChecks';
import { type RowValues, valuesOf } from './rowValues';
import { endsLog, piecesOf } from './skipped';
import { checkStrings } from './strings';

/** How much text behind a record that was not closed shows why it ended there, and at a log's start what is in it, in UTF-16 units. */
const LOOK_AHEAD = 1 << 10;

const CODE_OF: Readonly<Record<Problem['code'], FindingCode>> = {
  syntax: FindingCode.Syntax,
  comment: FindingCode.Comment,
  'trailing-comma': FindingCode.TrailingComma,
  'unquoted-mask': FindingCode.UnquotedMask,
  truncated: FindingCode.Truncated,
};

const tape = new Tape();
const innerTape = new Tape();
const checker = new RecordChecker();
const familiar = new FamiliarChecker();
/** The trail whose text the familiar records were read from last, and its version then. */
let lastTrail: WeakRef<Trail<RowFindings>> | undefined;
let lastVersion = -1;

/** Checks one row and the gap before it. Reads the row's text, nothing else; offsets are counted from the row's start. */
export function checkRow(trail: Trail<RowFindings>, row: number, budget: Budget): RowFindings {
  const { rows } = trail;
  const flags = rows.flags(row);
  const start = rows.start(row);
  const gapStart = Math.max(trail.gapStart(row), start - MAX_GAP);
  const isBrokenOff = (flags & Flag.BrokenOff) !== 0;
  const { whole } = trail.text;
  if (whole === undefined || lastVersion !== trail.version || lastTrail?.deref() !== trail) {
    familiar.forget();
    lastVersion = trail.version;
    if (lastTrail?.deref() !== trail) lastTrail = new WeakRef(trail);
  }
  familiar.spend(budget);
  const isEvent = (flags & Flag.Event) !== 0;
  if (isEvent && rows.end(row) - start > MAX_AT_ONCE) return budget.take(ofHuge(rows.end(row) - start, flags));
  const end = Math.min(rows.end(row), start + MAX_AT_ONCE);
  const text = whole ?? trail.text.read(gapStart, Math.min(trail.text.length, end + (isBrokenOff ? LOOK_AHEAD : 0)));
  const base = whole === undefined ? gapStart : 0;
  const offset = start - base;
  const before = row === 0 ? undefined : trail.contexts.name(rows.context(row - 1));
  const after = trail.contexts.name(rows.context(row));
  const borders = isEvent && (row === 0 || trail.isEvent(row - 1));
  const findings: Finding[] = [];
  if (borders && gapStart === trail.gapStart(row))
    for (const problem of checkGap(text.slice(gapStart - base, offset), { before, after }))
      findings.push(findingOf(problem, start - gapStart));
  // At the record, not in the gap: that may be longer than anybody looks through.
  else if (borders) findings.push(limited('long-gap', 0));
  if (isEvent) findings.push(...checkEvent(text, offset, end - base, flags, isArray(after), valuesOf(trail, row)));
  else findings.push(...lookAlike(flags), ...checkSkipped(text.slice(offset, end - base), endsLog(trail, row)));
  // The first ones are kept: those at the beginning, whichever check they are from.
  if (findings.length > 1) findings.sort((one, other) => one.start - other.start);
  return budget.take(findings);
}

/** What is said of an event that is too long to be looked through: that, and what the scan has found out. */
function ofHuge(length: number, flags: number): Finding[] {
  const findings = [...lookAlike(flags), limited('too-long', 0)];
  if ((flags & Flag.Truncated) === 0) return findings;
  return [...findings, { code: FindingCode.Truncated, start: length - 1, end: length, data: { reason: 'end' } }];
}

/** Checks what stands behind the last row; offsets are counted from that row's end, the log's start where there is no row. */
export function checkTail(trail: Trail<RowFindings>): readonly Finding[] {
  const last = trail.rows.size - 1;
  const start = last < 0 ? 0 : trail.rows.end(last);
  if (last >= 0 && (trail.rows.flags(last) & Flag.Truncated) !== 0) return [];
  const text = trail.text.read(start, Math.min(trail.text.length, start + MAX_GAP));
  const before = last < 0 ? undefined : trail.contexts.name(trail.rows.context(last));
  const isCut = start + text.length < trail.text.length;
  return [...noEvent(trail), ...checkGap(text, { before, after: undefined, isCut }).map((problem) => findingOf(problem, 0))];
}

/** One finding, at its first object, for a log of objects of which none is an event; skipped stretches that follow each other are one row. */
function noEvent(trail: Trail<RowFindings>): Finding[] {
  const { rows } = trail;
  if (!trail.isComplete || rows.size !== 1 || trail.isEvent(0) || rows.flags(0) >>> Flag.ForeignShift !== 0) return [];
  const base = rows.start(0);
  const head = trail.text.read(base, Math.min(rows.end(0), base + LOOK_AHEAD));
  const first = piecesOf(head, false).find(({ reason }) => reason === 'not-an-event');
  if (first === undefined) return [];
  const start = base + first.start - rows.end(0);
  return [{ code: FindingCode.LookAlike, start, end: start + 1, data: { product: 'none' } }];
}

function checkEvent(text: string, offset: number, end: number, flags: number, inArray: boolean, values: RowValues): Finding[] {
  const known = familiar.check(text, offset, end, flags, values);
  if (known !== undefined) return known;
  const { documentedName, near } = values;
  const isFragment = (flags & Flag.Fragment) !== 0;
  const findings: Finding[] = [];
  const report = (problem: Problem): void => {
    findings.push(findingOf(problem, offset));
  };
  const isStrict = !isFragment && lexStrict(text, offset, tape) >= 0;
  if (isStrict) familiar.learn(text, tape);
  else lexTolerant(text, offset, tape, { inArray, isFragment });
  tape.problems.forEach(report);
  if (tape.problemCount > tape.problems.length)
    findings.push(limited('too-many', (tape.problems.at(-1)?.end ?? offset) - offset));
  checkStrings(text, tape, offset, end, report);
  const other = lookAlike(flags);
  if (other.length > 0) return [...findings, ...other];
  // EventBridge leaves out what its own members say.
  const isPartial = (flags & (Flag.Fragment | Flag.Truncated | Flag.BrokenOff | Flag.EventBridge)) !== 0;
  const open = eventToken(text, tape, flags);
  const facts = { isPartial, documentedName, values: near };
  if (open === 0) {
    // A query of Log Service gives the columns that it was asked for: nothing is missing in its rows.
    const isFlat = (flags & Flag.Sls) !== 0;
    const found = checker.check(text, tape, 0, { ...facts, isPartial: isPartial || isFlat });
    findings.push(...moved(isFlat ? withoutColumns(found) : found, offset));
    familiar.remember(checker.hasSoundNames, true);
    return findings;
  }
  findings.push(...moved(checker.checkPlain(text, tape, 0, open), offset));
  const isSoundAround = checker.hasSoundNames;
  if (tape.kind(open) === Token.OpenObject) findings.push(...moved(checker.check(text, tape, open, facts), offset));
  else findings.push(...moved(checkInside(text.slice(tape.start(open), tape.end(open)), facts), offset - tape.start(open)));
  familiar.remember(checker.hasSoundNames, isSoundAround);
  return findings;
}

/** One field in another spelling is a slip, several are the columns of a store: nothing is wrong with their names. */
function withoutColumns(findings: readonly Finding[]): readonly Finding[] {
  const isColumn = ({ code, data }: Finding): boolean =>
    code === FindingCode.FieldName && flattenedPath(data['name'] ?? '') !== undefined;
  return findings.filter(isColumn).length < MIN_COLUMNS ? findings : findings.filter((finding) => !isColumn(finding));
}
const MIN_COLUMNS = 2;

/** Checks the event that a string literal holds; offsets are those of the literal, at whose places the mistakes stand. */
function checkInside(literal: string, facts: EventFacts): Finding[] {
  let value = literal;
  let toLiteral = (offset: number): number => offset;
  for (let layer = 1; layer <= MAX_LAYERS; layer++) {
    const decoded = decodeWithMap(value);
    if (decoded === undefined) return [];
    const outer = toLiteral;
    toLiteral = (at) => outer(decoded.toSource(at));
    const at = skipSpace(decoded.value, 0);
    const unit = decoded.value.charCodeAt(at);
    if (unit === Char.OpenBrace) {
      const isStrict = lexStrict(decoded.value, at, innerTape) >= 0;
      if (!isStrict) lexTolerant(decoded.value, at, innerTape, { inArray: false, isFragment: false });
      else if (layer === 1) familiar.learnInner(decoded.value, innerTape);
      const problems = innerTape.problems.map((problem) => findingOf(problem, 0));
      const findings = [...problems, ...checker.check(decoded.value, innerTape, 0, facts)];
      const place = toLiteral;
      return findings.map((finding) => ({
        ...finding,
        start: place(finding.start),
        end: place(finding.end),
        data: { ...finding.data, inside: String(layer) },
      }));
    }
    if (unit !== Char.Quote) return [];
    ({ value } = decoded);
  }
  return [];
}

/** What is said of another product's record (facts 1.7); nothing else is, since its fields are not ours. */
function lookAlike(flags: number): Finding[] {
  const product = (flags & Flag.Marked) === 0 ? FOREIGN[flags >>> Flag.ForeignShift] : undefined;
  return product === undefined || product === '' ? [] : [{ code: FindingCode.LookAlike, start: 0, end: 1, data: { product } }];
}

function checkSkipped(stretch: string, isLast: boolean): Finding[] {
  const findings: Finding[] = [];
  const pieces = piecesOf(stretch, isLast);
  for (const { start, end, reason, problems } of pieces) {
    if (findings.length >= MAX_PER_ROW) {
      findings.push(limited('too-many', start));
      return findings;
    }
    if (reason === 'not-json' || reason === 'not-an-object')
      findings.push({ code: FindingCode.Syntax, start, end, data: { reason: reason === 'not-json' ? 'unexpected' : reason } });
    findings.push(...problems.map((problem) => findingOf(problem, 0)));
  }
  // Objects that are only no events have nothing to list.
  if (findings.length > 0 && pieces.length === MAX_PIECES) findings.push(limited('too-many', pieces.at(-1)?.end ?? 0));
  return findings;
}

/** Says that a bound was reached at an offset. */
function limited(reason: LimitReason, at: number): Finding {
  return { code: FindingCode.Syntax, start: at, end: at + 1, data: { reason } };
}

function findingOf({ code, reason, start, end }: Problem, offset: number): Finding {
  return { code: CODE_OF[code], start: start - offset, end: end - offset, data: reason === undefined ? {} : { reason } };
}

function moved(findings: readonly Finding[], offset: number): Finding[] {
  return findings.map((finding) => ({ ...finding, start: finding.start - offset, end: finding.end - offset }));
}
