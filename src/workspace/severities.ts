import * as vscode from 'vscode';
import { DEFAULT_SEVERITY, FindingCode, type Severity } from '../checks/finding';

/** The setting that has a member for each code. */
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
  const { user, workspace } = setFor(document);
  const severities = new Map<FindingCode, vscode.DiagnosticSeverity>();
  for (const code of Object.values(FindingCode)) {
    const level = levelOf(code, workspace, user);
    if (level !== undefined) severities.set(code, level);
  }
  return severities;
}

/**
 * How many checks of a document the settings of the workspace or its folder switch off, and how many they make hints, which no list of problems shows, where the
 * user's own settings say otherwise.
 */
export function hiddenByWorkspace(document: vscode.TextDocument): { readonly off: number; readonly hints: number } {
  const { user, workspace } = setFor(document);
  let off = 0;
  let hints = 0;
  for (const code of Object.values(FindingCode)) {
    const level = levelOf(code, workspace, user);
    const own = levelOf(code, user);
    if (own === undefined || own === level) continue;
    if (level === undefined) off++;
    else if (level === vscode.DiagnosticSeverity.Hint) hints++;
  }
  return { off, hints };
}

/** What one level of the settings says of each code. */
type SetCodes = Readonly<Record<string, unknown>>;

/**
 * What the user and the workspace, in which its folder comes first, say of each code. What the setting once was, one for each code (`trail.severity.CODE`), the
 * editor puts into the same object, but it does not know that such a one counts in trusted workspaces only.
 */
function setFor(document: vscode.TextDocument): { readonly user: SetCodes; readonly workspace: SetCodes } {
  const set = vscode.workspace.getConfiguration(undefined, document).inspect<unknown>(SECTION);
  const isTrusted = vscode.workspace.isTrusted;
  return {
    user: objectOf(set?.globalValue),
    workspace: isTrusted ? { ...objectOf(set?.workspaceValue), ...objectOf(set?.workspaceFolderValue) } : {},
  };
}

/** A value of the settings as an object; empty where it is none. */
export function objectOf(value: unknown): SetCodes {
  return typeof value === 'object' && value !== null ? (value as SetCodes) : {};
}

function levelOf(code: FindingCode, ...sets: readonly SetCodes[]): vscode.DiagnosticSeverity | undefined {
  const value = sets.map((set) => set[code]).find(isSeverity);
  return LEVELS[value ?? DEFAULT_SEVERITY[code]];
}

/** Whether a value is one of the five severities. */
export function isSeverity(value: unknown): value is Severity {
  return typeof value === 'string' && Object.hasOwn(LEVELS, value);
}
