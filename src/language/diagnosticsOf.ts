import * as vscode from 'vscode';
import { fairShare } from '../checks/fairShare';
import { type Finding, FindingCode } from '../checks/finding';
import { largeEvents } from '../checks/largeEvents';
import { type LimitReason, limitOf } from '../checks/limitReasons';
import { MAX_AT_ONCE } from '../checks/limits';
import { MAX_GROUPS } from '../trail/limits';
import { type OpenTrail } from '../workspace/openTrail';
import { linkedCode } from './docs';
import { foreignMessage, largeEventsMessage, messageOf, moreGroupsMessage, moreMessage } from '../words/messages';
import { type Severities } from '../workspace/severities';

/** VS Code shows 1,000 diagnostics a file; one of them says how many more there are. */
const MAX_SHOWN = 999;
const SOURCE = 'Trail';

/** What can be said of a text that is no trail: how it is written, not what it means. */
const OF_SYNTAX: ReadonlySet<FindingCode> = new Set([
  FindingCode.Syntax,
  FindingCode.Comment,
  FindingCode.TrailingComma,
  FindingCode.UnquotedMask,
  FindingCode.Truncated,
  FindingCode.DuplicateKey,
]);

interface Placed {
  readonly finding: Finding;
  readonly start: number;
  readonly end: number;
}

/** The diagnostics of a log: of each code its share of the places that there are, in the order of the text. `groups` are not told apart in the tree. */
export function diagnosticsOf(open: OpenTrail, severities: Severities, groups: number): vscode.Diagnostic[] {
  const { isTrail, foreign } = open.nature;
  if (foreign === 'binary' || foreign === 'not-json') return notJson(open, severities, foreign);
  const isShown = ({ finding: { code, data } }: Placed): boolean =>
    severities.has(code) &&
    (isTrail || data['product'] === 'none' || (OF_SYNTAX.has(code) && data['reason'] !== 'not-an-object'));
  const placed = [...open.findings()].filter(isShown);
  const counts = new Map<FindingCode | LimitReason, number>();
  for (const { finding } of placed) counts.set(kindOf(finding), (counts.get(kindOf(finding)) ?? 0) + 1);
  const ofLog = limitsOf(open, groups);
  const left = new Map(fairShare(counts, MAX_SHOWN - ofLog.length));
  const diagnostics: vscode.Diagnostic[] = [];
  const more = new Map<FindingCode, number>();
  for (const one of placed) {
    const kind = kindOf(one.finding);
    const share = left.get(kind) ?? 0;
    left.set(kind, share - 1);
    if (share > 0) diagnostics.push(diagnosticOf(open, one, severities));
    else more.set(one.finding.code, (more.get(one.finding.code) ?? 0) + 1);
  }
  for (const code of severities.keys()) {
    const dropped = isTrail || OF_SYNTAX.has(code) ? (open.totals.get(code)?.dropped ?? 0) : 0;
    if (dropped > 0) more.set(code, (more.get(code) ?? 0) + dropped);
  }
  diagnostics.push(...ofLog);
  const { end } = open.document.lineAt(open.document.lineCount - 1).range;
  const atEnd = new vscode.Range(end, end);
  if (more.size > 0) diagnostics.push(information(atEnd, moreMessage(more, vscode.env.language, vscode.l10n.t)));
  return diagnostics;
}

/** Findings share the places by their code; that a bound was reached is never crowded out by other mistakes. */
function kindOf(finding: Finding): FindingCode | LimitReason {
  return limitOf(finding) ?? finding.code;
}

/** What is done without in the log as a whole. */
function limitsOf({ document, trail }: OpenTrail, groups: number): vscode.Diagnostic[] {
  const { language } = vscode.env;
  const limits: vscode.Diagnostic[] = [];
  const { count, first } = largeEvents(trail);
  if (count > 0) {
    const start = trail.rows.start(first);
    const message = largeEventsMessage(count, MAX_AT_ONCE, language, vscode.l10n.t);
    limits.push(information(visibleRange(document, start, start + 1), message));
  }
  const { end } = document.lineAt(document.lineCount - 1).range;
  if (groups > 0)
    limits.push(information(new vscode.Range(end, end), moreGroupsMessage(groups, MAX_GROUPS, language, vscode.l10n.t)));
  return limits;
}

/** Whether a log has more findings than are shown. */
export function hidesFindings(open: OpenTrail, severities: Severities): boolean {
  let kept = 0;
  for (const [code, total] of open.totals) {
    if (!severities.has(code)) continue;
    if (total.dropped > 0) return true;
    kept += total.kept;
  }
  return kept > MAX_SHOWN;
}

function diagnosticOf(open: OpenTrail, { finding, start, end }: Placed, severities: Severities): vscode.Diagnostic {
  const { document } = open;
  const range = visibleRange(document, start, end);
  const diagnostic = new vscode.Diagnostic(range, messageOf(finding, vscode.l10n.t), severities.get(finding.code));
  diagnostic.code = linkedCode(finding.code);
  diagnostic.source = SOURCE;
  const related = relatedOf(open, finding);
  if (related !== undefined) diagnostic.relatedInformation = [related];
  return diagnostic;
}

/** The other place that a finding is about. */
function relatedOf({ document, uri, trail }: OpenTrail, { related }: Finding): vscode.DiagnosticRelatedInformation | undefined {
  if (related === undefined || related.row >= trail.rows.size) return undefined;
  const base = trail.rows.start(related.row);
  const range = visibleRange(document, base + related.start, base + related.end);
  return new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, range), vscode.l10n.t('The other event'));
}

/** A range that can be seen: within the document, and at least one character long. */
export function visibleRange(document: vscode.TextDocument, start: number, end: number): vscode.Range {
  const from = document.positionAt(Math.max(0, start));
  const to = document.positionAt(Math.max(0, start, end));
  if (!from.isEqual(to)) return new vscode.Range(from, to);
  const line = document.lineAt(from.line).range.end;
  if (from.isBefore(line)) return new vscode.Range(from, from.translate(0, 1));
  return from.character > 0 ? new vscode.Range(from.translate(0, -1), from) : new vscode.Range(from, to);
}

function information(range: vscode.Range, message: string): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Information);
  diagnostic.source = SOURCE;
  return diagnostic;
}

/** Text that holds no JSON is one mistake, not one a line. */
function notJson(open: OpenTrail, severities: Severities, foreign: 'binary' | 'not-json'): vscode.Diagnostic[] {
  const severity = severities.get(FindingCode.Syntax);
  if (severity === undefined) return [];
  const { range } = open.document.lineAt(0);
  const diagnostic = new vscode.Diagnostic(range, foreignMessage(foreign, vscode.l10n.t), severity);
  diagnostic.code = linkedCode(FindingCode.Syntax);
  diagnostic.source = SOURCE;
  return [diagnostic];
}
