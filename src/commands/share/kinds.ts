import * as vscode from 'vscode';
import { REDACT_KINDS, type RedactKind } from '../../share/redact/kinds';

const REMEMBERED = 'trail.redact.kinds';

interface Item extends vscode.QuickPickItem {
  readonly redacts: RedactKind;
}

/** What a kind is called. */
export function kindLabel(kind: RedactKind | 'random' | 'encoded'): string {
  switch (kind) {
    case 'accounts':
      return vscode.l10n.t('Account IDs');
    case 'users':
      return vscode.l10n.t('Names of users, roles and sessions');
    case 'accessKeys':
      return vscode.l10n.t('AccessKey IDs');
    case 'secrets':
      return vscode.l10n.t('Passwords, tokens and secrets');
    case 'addresses':
      return vscode.l10n.t('IP addresses');
    case 'resources':
      return vscode.l10n.t('IDs and names of resources');
    case 'emails':
      return vscode.l10n.t('E-mail addresses');
    case 'phones':
      return vscode.l10n.t('Phone numbers');
    case 'identityNumbers':
      return vscode.l10n.t('Identity numbers of persons');
    case 'domains':
      return vscode.l10n.t('Domain names');
    case 'patterns':
      return vscode.l10n.t('Texts of your own');
    case 'random':
      return vscode.l10n.t('Letters and digits in no order');
    case 'encoded':
      return vscode.l10n.t('Encoded in too many ways to be looked through');
  }
}

/** Asks under a title what to replace; the answer is remembered. Undefined where the user gave up. */
export async function pickKinds(
  memory: vscode.Memento,
  patterns: readonly string[],
  title: string,
): Promise<readonly RedactKind[] | undefined> {
  const last = new Set(memory.get<readonly string[]>(REMEMBERED, REDACT_KINDS));
  const items = REDACT_KINDS.map((kind): Item => ({
    redacts: kind,
    label: kindLabel(kind),
    picked: last.has(kind),
    ...(kind === 'patterns' ? { description: ownDescription(patterns) } : {}),
  }));
  const placeHolder = vscode.l10n.t('What is to be replaced?');
  const picked = await vscode.window.showQuickPick(items, { canPickMany: true, title, placeHolder, ignoreFocusOut: true });
  if (picked === undefined || picked.length === 0) return undefined;
  const kinds = picked.map(({ redacts }) => redacts);
  await memory.update(REMEMBERED, kinds);
  return kinds;
}

function ownDescription(patterns: readonly string[]): string {
  return patterns.length === 0
    ? vscode.l10n.t('the setting {0}: none yet', 'trail.redact.patterns')
    : vscode.l10n.t('the setting {0}: {1}', 'trail.redact.patterns', patterns.length.toLocaleString(vscode.env.language));
}
