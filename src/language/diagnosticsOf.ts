import * as vscode from 'vscode';
import { fairShare } from '../checks/fairShare';
import { type Finding, FindingCode } from '../checks/finding';
import { type OpenTrail } from '../workspace/openTrail';
import { linkedCode } from './docs';
import { foreignMessage, messageOf, moreMessage } from './messages';
import { type Severities } from './severities';

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

/** The diagnostics of a log: of each code its share of the places that there are, in the order of the text. */
export function diagnosticsOf(open: OpenTrail, severities: Severities): vscode.Diagnostic[] {
  const { isTrail, foreign } = open.nature;
  if (foreign === 'binary' || foreign === 'not-json') return notJson(open, severities, foreign);
  const isShown = ({ finding: { code, data } }: Placed): boolean =>
    severities.has(code) &&
    (isTrail || data['product'] === 'none' || (OF_SYNTAX.has(code) && data['reason'] !== 'not-an-object'));
  const placed = [...open.findings()].filter(isShown);
  const counts = new Map<FindingCode, number>();
  for (const { finding } of placed) counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);
  const shares = fairShare(counts, MAX_SHOWN);
  const left = new Map(shares);
  const diagnostics: vscode.Diagnostic[] = [];
  for (const one of placed) {
    const { code } = one.finding;
    const share = left.get(code) ?? 0;
    if (share === 0) continue;
    left.set(code, share - 1);
    diagnostics.push(diagnosticOf(open, one, severities));
  }
  const more = new Map<FindingCode, number>();
  for (const code of severities.keys()) {
    const dropped = isTrail || OF_SYNTAX.has(code) ? (open.totals.get(code)?.dropped ?? 0) : 0;
    const hidden = (counts.get(code) ?? 0) - (shares.get(code) ?? 0) + dropped;
    if (hidden > 0) more.set(code, hidden);
  }
  if (more.size > 0) diagnostics.push(moreOf(open.document, more));
  return diagnostics;
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

function moreOf(document: vscode.TextDocument, more: ReadonlyMap<FindingCode, number>): vscode.Diagnostic {
  const { end } = document.lineAt(document.lineCount - 1).range;
  const message = moreMessage(more, vscode.env.language, vscode.l10n.t);
  const diagnostic = new vscode.Diagnostic(new vscode.Range(end, end), message, vscode.DiagnosticSeverity.Information);
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
