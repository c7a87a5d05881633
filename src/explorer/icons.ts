import * as vscode from 'vscode';
import { type EventKind } from '../knowledge/entry';

const KINDS: Readonly<Record<EventKind, string>> = {
  read: 'eye',
  write: 'edit',
  delete: 'trash',
  logon: 'sign-in',
  order: 'credit-card',
  platform: 'server-process',
};

const FAILED = new vscode.ThemeColor('list.errorForeground');
const SOME_FAILED = new vscode.ThemeColor('problemsWarningIcon.foreground');

/** The colour of an icon: some or all of its events failed. */
function colorOf(failures: number, count: number): vscode.ThemeColor | undefined {
  if (failures === 0) return undefined;
  return failures === count ? FAILED : SOME_FAILED;
}

export function kindIcon(kind: EventKind, failures: number, count: number): vscode.ThemeIcon {
  return new vscode.ThemeIcon(KINDS[kind], colorOf(failures, count));
}

export function valueIcon(icon: string, failures: number, count: number): vscode.ThemeIcon {
  return new vscode.ThemeIcon(icon, colorOf(failures, count));
}

export function accountIcon(failures: number, count: number): vscode.ThemeIcon {
  return new vscode.ThemeIcon('account', colorOf(failures, count));
}

/** An event that failed has a shape of its own: not everybody sees the colour. */
export function eventIcon(kind: EventKind, failed: boolean): vscode.ThemeIcon {
  return failed ? new vscode.ThemeIcon('error', FAILED) : new vscode.ThemeIcon(KINDS[kind]);
}

export const STRETCH_ICON = new vscode.ThemeIcon('list-flat');
export const SPAN_ICON = new vscode.ThemeIcon('calendar');

/** By the severity of a finding, as the Problems panel shows them. */
export const FINDING_ICONS: Readonly<Record<vscode.DiagnosticSeverity, vscode.ThemeIcon>> = {
  [vscode.DiagnosticSeverity.Error]: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  [vscode.DiagnosticSeverity.Warning]: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  [vscode.DiagnosticSeverity.Information]: new vscode.ThemeIcon('info'),
  [vscode.DiagnosticSeverity.Hint]: new vscode.ThemeIcon('lightbulb'),
};
