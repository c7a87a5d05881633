import * as vscode from 'vscode';
import { eventCount, numberOf } from '../../workspace/display';

/** So many events of so many products. */
export function amountText(events: number, products: number): string {
  const of = products === 1 ? vscode.l10n.t('1 product') : vscode.l10n.t('{0} products', numberOf(products));
  return vscode.l10n.t('{0} of {1}', eventCount(events), of);
}

/** What an import could not take; empty for nothing. */
export function unreadText(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? vscode.l10n.t('1 line or file could not be read')
    : vscode.l10n.t('{0} lines or files could not be read', numberOf(count));
}

/** What an import says otherwise than the built-in catalogue; empty for nothing. */
export function conflictsText(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? vscode.l10n.t('1 event in other words than built in')
    : vscode.l10n.t('{0} events in other words than built in', numberOf(count));
}

/** What a download did not get; empty for nothing. */
export function missedText(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? vscode.l10n.t('1 request brought nothing')
    : vscode.l10n.t('{0} requests brought nothing', numberOf(count));
}
