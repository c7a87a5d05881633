import * as vscode from 'vscode';
import { type IdKind } from './ids';

/** What an id is of, as a word for a label. */
export function idWord(kind: IdKind): string {
  switch (kind) {
    case 'user':
      return vscode.l10n.t('User');
    case 'principal':
      return vscode.l10n.t('Principal');
    case 'key':
      return vscode.l10n.t('Access key');
    case 'address':
      return vscode.l10n.t('Address');
    case 'resource':
      return vscode.l10n.t('Resource');
    case 'request':
      return vscode.l10n.t('Request');
    case 'event':
      return vscode.l10n.t('Event ID');
    case 'account':
      return vscode.l10n.t('Account');
    case 'order':
      return vscode.l10n.t('Order');
  }
}
