import * as vscode from 'vscode';
import { type EventWords } from './events';
import { type Group } from './groups';

/** The words of the outline in the display language. */
export function outlineWords(): EventWords {
  const { t } = vscode.l10n;
  const groups: Readonly<Record<Group, string>> = {
    actor: t('ACTOR'),
    action: t('ACTION'),
    target: t('TARGET'),
    context: t('CONTEXT'),
    error: t('ERROR'),
    request: t('REQUEST'),
    response: t('RESPONSE'),
  };
  return {
    group: (group) => groups[group],
    more: (count) => t('… and {0} more', number(count)),
    unnamed: t('Event without a name'),
    moreEvents: (count) => (count === 1 ? t('… and 1 more event') : t('… and {0} more events', number(count))),
  };
}

function number(value: number): string {
  return value.toLocaleString(vscode.env.language);
}
