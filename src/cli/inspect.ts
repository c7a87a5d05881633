import { Budget, type RowFindings } from '../checks/budget';
import { checkRow, checkTail } from '../checks/check';
import { crossCheck } from '../checks/crossChecks';
import { deliveredAt } from '../checks/delivered';
import { DEFAULT_SEVERITY, type Finding, FindingCode, type Severity } from '../checks/finding';
import { applyEdits, type TextEdit } from '../event/textEdit';
import { fixOf, withoutOverlaps } from '../checks/fixes';
import { endsLog, piecesOf } from '../checks/skipped';
import { type Filter } from '../filter/filter';
import { type RowTest } from '../filter/rowTest';
import { foreignMessage, messageOf, plain, skipMessage } from '../words/messages';
import { countDuplicates } from '../sources/duplicates';
import { MAX_SKIPPED } from '../trail/limits';
import { Column, Flag } from '../trail/scan/row';
import { natureOf, type Shape } from '../trail/shape';
import { StringSource } from '../trail/source';
import { finish } from '../trail/steps';
import { Trail } from '../trail/trail';
import { type FileLog, logOf, type Range } from './log';

/** Findings are not capped for scripts, within reason. */
const MAX_FINDINGS = 100_000;

/** One finding as scripts get it: lines and columns from 1, columns in UTF-16 units. */
export interface FindingReport extends Range {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  /** In a folder: the object that it is in. */
  readonly file?: string;
}

/** A stretch of the log that is no event, by the line it starts in. */
export interface SkippedReport {
  readonly line: number;
  readonly reason: string;
  /** In a folder: the object that it is in. */
  readonly file?: string;
}

/** What `npm run -s inspect` says of one file, or of one folder. */
export interface Report {
  readonly file: string;
  readonly isTrail: boolean;
  readonly shape: Shape;
  /** The filter, where one was given: events, counts, groups and findings are of the events that match. */
  readonly filter?: string;
  /** What the file is, where it is no trail. */
  readonly reason?: string;
  readonly events: number;
  /** With a filter: how many events do not match. */
  readonly hidden?: number;
  /** How many events are cut off. */
  readonly truncated: number;
  /** How many events have an eventId that occurred before. */
  readonly duplicates: number;
  /** The time for index, checks and groups, without reading the file. */
  readonly elapsedMs: number;
  /** What stands in the log and is no event. */
  readonly skipped: readonly SkippedReport[];
  /** Counts by event name and account. */
  readonly groups: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly findings: readonly FindingReport[];
  /** In a folder: objects that could not be read, or not to their end. */
  readonly unreadable?: readonly { readonly file: string; readonly reason: string }[];
}

/** Reads a log and says what it holds. */
export function inspect(file: string, text: string, filter?: Filter): Report {
  return inspectTrail(file, text, filter).report;
}

interface Inspected {
  readonly report: Report;
  readonly trail: Trail<RowFindings>;
  /** Whether a row is an event that the filter lets through. */
  readonly matches: RowTest;
}

/** The same, with the trail that was read. */
export function inspectTrail(file: string, text: string, filter?: Filter): Inspected {
  const start = performance.now();
  const log = logOf(text);
  const { trail } = log;
  const matches = filter?.matcher(trail) ?? ((row: number) => trail.isEvent(row));
  return { report: { file, ...contentOf(file, log, trail, matches, filter), ...timeSince(start) }, trail, matches };
}

/** `findings` stay the last member: people read from the top. */
function timeSince(start: number): Pick<Report, 'elapsedMs'> {
  return { elapsedMs: Math.round((performance.now() - start) * 100) / 100 };
}

function contentOf(
  file: string,
  log: FileLog,
  trail: Trail<RowFindings>,
  matches: RowTest,
  filter: Filter | undefined,
): Omit<Report, 'file' | 'elapsedMs'> {
  const { isTrail, shape, foreign } = natureOf(trail);
  const counts = { elapsedMs: 0, skipped: [], groups: {}, findings: [] };
  if (!isTrail) {
    const reason = foreignMessage(foreign ?? 'none', plain);
    return { isTrail, shape, reason, events: 0, truncated: 0, duplicates: 0, ...counts };
  }
  const found = [...findingsOf(trail), ...comparedIn(file, trail)]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter(
      ({ finding, row }) =>
        DEFAULT_SEVERITY[finding.code] !== 'off' && log.holds(finding) && (filter === undefined || matches(row)),
    )
    .map((one) => report(one, log));
  const tail = (filter === undefined ? log.tail : []).map((one) =>
    report({ finding: { ...one, data: {} }, start: one.start, end: one.end, row: -1 }, log),
  );
  const events = countOf(trail, matches);
  return {
    isTrail,
    shape: log.shape ?? shape,
    ...(filter === undefined ? {} : { filter: filter.text }),
    events,
    ...(filter === undefined ? {} : { hidden: trail.events - events }),
    truncated: truncatedIn(trail, matches) + tail.filter(({ code }) => code === FindingCode.Truncated).length,
    duplicates: countDuplicates(trail, matches),
    // Its place among the members; the time is known at the end.
    ...counts,
    skipped: skippedOf(trail, log),
    groups: groupsOf(trail, matches),
    findings: [...found, ...tail],
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

/** What is found by comparing the events with each other, and with what the file's name says of them. */
function comparedIn(file: string, trail: Trail<RowFindings>): readonly Found[] {
  const { byRow } = finish(crossCheck(trail, deliveredAt(file.replaceAll('\\', '/'))));
  return [...byRow].flatMap(([row, findings]) => {
    const base = trail.rows.start(row);
    return findings.map((finding) => ({ finding, start: base + finding.start, end: base + finding.end, row }));
  });
}

function report({ finding, start, end }: Found, log: FileLog): FindingReport {
  return {
    code: finding.code,
    severity: DEFAULT_SEVERITY[finding.code],
    ...log.range(start, end),
    message: messageOf(finding, plain),
  };
}

function countOf(trail: Trail<RowFindings>, matches: RowTest): number {
  let count = 0;
  for (let row = 0; row < trail.rows.size; row++) if (matches(row)) count++;
  return count;
}

function truncatedIn(trail: Trail<RowFindings>, matches: RowTest): number {
  return countOf(trail, (row) => (trail.rows.flags(row) & Flag.Truncated) !== 0 && matches(row));
}

function skippedOf(trail: Trail<RowFindings>, log: FileLog): readonly SkippedReport[] {
  const skipped: SkippedReport[] = [];
  for (let row = 0; row < trail.rows.size && skipped.length < MAX_SKIPPED; row++) {
    if (trail.isEvent(row)) continue;
    const start = trail.rows.start(row);
    for (const piece of piecesOf(trail.recordText(row), endsLog(trail, row)))
      skipped.push({ line: log.range(start + piece.start, start + piece.start).line, reason: skipMessage(piece.reason, plain) });
  }
  return skipped;
}

function groupsOf(trail: Trail<RowFindings>, matches: RowTest): Report['groups'] {
  const names = new Map<string, Map<string, number>>();
  for (let row = 0; row < trail.rows.size; row++) {
    if (!matches(row)) continue;
    const name = trail.value(row, Column.EventName);
    const account = trail.value(row, Column.Account);
    const accounts = names.get(name) ?? new Map<string, number>();
    names.set(name, accounts.set(account, (accounts.get(account) ?? 0) + 1));
  }
  return asRecord(names);
}

/** An event may be named __proto__: an object made from entries holds it as it is. */
export function asRecord(names: ReadonlyMap<string, ReadonlyMap<string, number>>): Report['groups'] {
  return Object.fromEntries([...names].map(([name, accounts]) => [name, Object.fromEntries(accounts)]));
}
