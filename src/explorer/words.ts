import * as vscode from 'vscode';
import { type EventKind } from '../knowledge/entry';
import { Derived, type GroupKey } from '../trail/group/groupKeys';
import { Column } from '../trail/scan/row';
import { eventCount, numberOf } from '../workspace/display';

export const SEPARATOR = ' · ';

/** How many events a filter lets through, and how many it hides. */
export function eventsShown(count: number, hidden: number): string {
  return vscode.l10n.t('{0} of {1} events ({2} hidden)', numberOf(count), numberOf(count + hidden), numberOf(hidden));
}

/** Empty where nothing failed. */
export function failureCount(failures: number): string {
  return failures === 0 ? '' : vscode.l10n.t('{0} failed', numberOf(failures));
}

/** Short, for behind a label. */
export function counts(count: number, failures: number): string {
  return joined(numberOf(count), failureCount(failures));
}

/** Whole words, for a screen reader. */
export function spokenCounts(count: number, failures: number): string {
  return [eventCount(count), failureCount(failures)].filter(Boolean).join(', ');
}

export function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(SEPARATOR);
}

/** What stands in place of an empty value. */
export function nothing(key: GroupKey): string {
  if (key === Column.Account) return vscode.l10n.t('(no account)');
  if (key === Derived.Hour) return vscode.l10n.t('(no time)');
  if (key === Derived.Resource) return vscode.l10n.t('(no resource)');
  return key === Column.EventName ? vscode.l10n.t('(no event name)') : vscode.l10n.t('(empty)');
}

export function kindWord(kind: EventKind): string {
  switch (kind) {
    case 'read':
      return vscode.l10n.t('read');
    case 'write':
      return vscode.l10n.t('write');
    case 'delete':
      return vscode.l10n.t('delete');
    case 'logon':
      return vscode.l10n.t('logon or identity');
    case 'order':
      return vscode.l10n.t('order');
    case 'platform':
      return vscode.l10n.t('done by the platform');
  }
}

/** What the icon of a finding says, for who does not see it. */
export function severityWord(severity: vscode.DiagnosticSeverity): string {
  switch (severity) {
    case vscode.DiagnosticSeverity.Error:
      return vscode.l10n.t('Error');
    case vscode.DiagnosticSeverity.Warning:
      return vscode.l10n.t('Warning');
    case vscode.DiagnosticSeverity.Information:
      return vscode.l10n.t('Information');
    case vscode.DiagnosticSeverity.Hint:
      return vscode.l10n.t('Hint');
  }
}
