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

export function accountIcon(failures: number, count: number): vscode.ThemeIcon {
  return new vscode.ThemeIcon('account', colorOf(failures, count));
}

/** An event that failed has a shape of its own: not everybody sees the colour. */
export function eventIcon(kind: EventKind, failed: boolean): vscode.ThemeIcon {
  return failed ? new vscode.ThemeIcon('error', FAILED) : new vscode.ThemeIcon(KINDS[kind]);
}

export const STRETCH_ICON = new vscode.ThemeIcon('list-flat');
export const SPAN_ICON = new vscode.ThemeIcon('calendar');
