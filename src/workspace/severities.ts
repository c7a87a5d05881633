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
    const level = levelOf(code, settings.get<string>(code));
    if (level !== undefined) severities.set(code, level);
  }
  return severities;
}

/**
 * How many checks of a document the settings of the workspace or its folder switch off, and how many they make hints, which no list of problems shows, where the
 * user's own settings say otherwise.
 */
export function hiddenByWorkspace(document: vscode.TextDocument): { readonly off: number; readonly hints: number } {
  const settings = vscode.workspace.getConfiguration(SECTION, document);
  let off = 0;
  let hints = 0;
  for (const code of Object.values(FindingCode)) {
    const set = settings.inspect<string>(code);
    if (set?.workspaceValue === undefined && set?.workspaceFolderValue === undefined) continue;
    const level = levelOf(code, settings.get<string>(code));
    const own = levelOf(code, set.globalValue);
    if (own === undefined || own === level) continue;
    if (level === undefined) off++;
    else if (level === vscode.DiagnosticSeverity.Hint) hints++;
  }
  return { off, hints };
}

function levelOf(code: FindingCode, value: string | undefined): vscode.DiagnosticSeverity | undefined {
  return LEVELS[value !== undefined && isSeverity(value) ? value : DEFAULT_SEVERITY[code]];
}

function isSeverity(value: string): value is Severity {
  return Object.hasOwn(LEVELS, value);
}
