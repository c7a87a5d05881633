import { Budget, type RowFindings } from '../checks/budget';
import { checkRow, checkTail } from '../checks/check';
import { DEFAULT_SEVERITY, type Finding, type FindingCode, type Severity } from '../checks/finding';
import { applyEdits, fixOf, type TextEdit, withoutOverlaps } from '../checks/fixes';
import { piecesOf } from '../checks/skipped';
import { foreignMessage, messageOf, plain, skipMessage } from '../language/messages';
import { MAX_SKIPPED } from '../trail/limits';
import { Column } from '../trail/row';
import { natureOf, type Shape } from '../trail/shape';
import { StringSource } from '../trail/source';
import { Trail } from '../trail/trail';
import { LineStarts } from './lines';

/** Findings are not capped for scripts, within reason. */
const MAX_FINDINGS = 100_000;

/** One finding as scripts get it: lines and columns from 1, columns in UTF-16 units. */
export interface FindingReport {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
}

/** What `npm run -s inspect` says of one file. */
export interface Report {
  readonly file: string;
  readonly isTrail: boolean;
  readonly shape: Shape;
  /** What the file is, where it is no trail. */
  readonly reason?: string;
  readonly events: number;
  /** What stands in the log and is no event, by the line it starts in. */
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
  /** Counts by event name and account. */
  readonly groups: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly findings: readonly FindingReport[];
}

/** Reads a log and says what it holds. */
export function inspect(file: string, text: string): Report {
  const trail = Trail.of(new StringSource(text)) as Trail<RowFindings>;
  const { isTrail, shape, foreign } = natureOf(trail);
  if (!isTrail) {
    const reason = foreignMessage(foreign ?? 'none', plain);
    return { file, isTrail, shape, reason, events: 0, skipped: [], groups: {}, findings: [] };
  }
  const lines = new LineStarts(text);
  return {
    file,
    isTrail,
    shape,
    events: trail.events,
    skipped: skippedOf(trail, text, lines),
    groups: groupsOf(trail),
    findings: findingsOf(trail).map((found) => report(found, lines)),
  };
}

/** The text with all findings of some codes mended, by the same edits as the quick fixes. */
export function fix(text: string, codes: ReadonlySet<FindingCode>): string {
  const source = new StringSource(text);
  const trail = Trail.of(source) as Trail<RowFindings>;
  const edits = findingsOf(trail)
    .filter(({ finding }) => codes.has(finding.code))
    .map(({ finding, start, end, row }) => {
      const record = row < 0 ? { start, end } : { start: trail.rows.start(row), end: trail.rows.end(row) };
      return fixOf(source, { finding, start, end, record });
    })
    .filter((edit): edit is TextEdit => edit !== undefined);
  return applyEdits(text, withoutOverlaps(edits));
}

interface Found {
  readonly finding: Finding;
  readonly start: number;
  readonly end: number;
  readonly row: number;
}

function findingsOf(trail: Trail<RowFindings>): readonly Found[] {
  const budget = new Budget(MAX_FINDINGS);
  const found: Found[] = [];
  const add = (finding: Finding, base: number, row: number): void => {
    found.push({ finding, start: Math.max(0, base + finding.start), end: base + finding.end, row });
  };
  for (let row = 0; row < trail.rows.size; row++)
    for (const finding of checkRow(trail, row, budget).kept) add(finding, trail.rows.start(row), row);
  const base = trail.rows.size === 0 ? 0 : trail.rows.end(trail.rows.size - 1);
  for (const finding of checkTail(trail)) add(finding, base, -1);
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function report({ finding, start, end }: Found, lines: LineStarts): FindingReport {
  const from = lines.at(start);
  const to = lines.at(end);
  return {
    code: finding.code,
    severity: DEFAULT_SEVERITY[finding.code],
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    message: messageOf(finding, plain),
  };
}

function skippedOf(trail: Trail<RowFindings>, text: string, lines: LineStarts): Report['skipped'] {
  const skipped: { line: number; reason: string }[] = [];
  for (let row = 0; row < trail.rows.size && skipped.length < MAX_SKIPPED; row++) {
    if (trail.isEvent(row)) continue;
    const start = trail.rows.start(row);
    for (const piece of piecesOf(text.slice(start, trail.rows.end(row)))) {
      skipped.push({ line: lines.at(start + piece.start).line, reason: skipMessage(piece.reason, plain) });
    }
  }
  return skipped;
}

function groupsOf(trail: Trail<RowFindings>): Report['groups'] {
  const names = new Map<string, Map<string, number>>();
  for (let row = 0; row < trail.rows.size; row++) {
    if (!trail.isEvent(row)) continue;
    const name = trail.value(row, Column.EventName);
    const account = trail.value(row, Column.Account);
    const accounts = names.get(name) ?? new Map<string, number>();
    names.set(name, accounts.set(account, (accounts.get(account) ?? 0) + 1));
  }
  // An event may be named __proto__: an object made from entries holds it as it is.
  return Object.fromEntries([...names].map(([name, accounts]) => [name, Object.fromEntries(accounts)]));
}
