import * as vscode from 'vscode';
import { DEFAULT_SEVERITY, FindingCode, type Severity } from '../checks/finding';

/** The setting of a code is this and the code. */
export const SECTION = 'trail.severity';

const LEVELS: Readonly<Record<Severity, vscode.DiagnosticSeverity | undefined>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
  off: undefined,
};

/** How each code is shown; codes that are off are left out. */
export type Severities = ReadonlyMap<FindingCode, vscode.DiagnosticSeverity>;

/** The severities that the user has set for a document; a value that is none of the five counts as not set. */
export function severitiesFor(document: vscode.TextDocument): Severities {
  const settings = vscode.workspace.getConfiguration(SECTION, document);
  const severities = new Map<FindingCode, vscode.DiagnosticSeverity>();
  for (const code of Object.values(FindingCode)) {
    const value = settings.get<string>(code, DEFAULT_SEVERITY[code]);
    const level = LEVELS[isSeverity(value) ? value : DEFAULT_SEVERITY[code]];
    if (level !== undefined) severities.set(code, level);
  }
  return severities;
}

function isSeverity(value: string): value is Severity {
  return Object.hasOwn(LEVELS, value);
}
