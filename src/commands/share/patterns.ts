import * as vscode from 'vscode';

/** The texts of the user that are redacted; a setting may hold anything. */
export function patternsFor(scope: vscode.ConfigurationScope): readonly string[] {
  const setting: unknown = vscode.workspace.getConfiguration('trail', scope).get('redact.patterns');
  return Array.isArray(setting) ? setting.filter((one): one is string => typeof one === 'string') : [];
}
