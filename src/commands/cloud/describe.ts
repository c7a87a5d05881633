import * as vscode from 'vscode';
import { type Action } from '../../cloud/call';
import { type CloudPlan, requestOf } from '../../cloud/plan';
import { formatLocal } from '../../knowledge/times';
import { eventCount } from '../../workspace/display';
import { type CloudLog } from './cloudLog';
import { type CloudWish } from './remembered';

/** A time to the minute, as the tree has it. */
export function timeText(ms: number): string {
  return formatLocal(ms).slice(0, 16);
}

/** How many events a log has, and back to when. */
export function foundText({ search }: CloudLog): string {
  const events = eventCount(search?.events ?? 0);
  return search?.oldest === undefined ? events : vscode.l10n.t('{0}, back to {1}', events, timeText(search.oldest));
}

/** The same, and whether more is there. */
export function stateText(log: CloudLog): string {
  const { search } = log;
  if (log.isBusy) return vscode.l10n.t('Loading…');
  if (search === undefined) return vscode.l10n.t('The search of an earlier session is not repeated on its own.');
  const found = foundText(log);
  if (log.hasMore) return vscode.l10n.t('{0}; more is there', found);
  if (log.isFull) return vscode.l10n.t('{0}; the log is as long as the editor can show it: search a shorter span', found);
  return search.hasMore ? vscode.l10n.t('{0}; the search ended with an error', found) : vscode.l10n.t('{0}; that is all', found);
}

/** The lines that say what is sent for a search. */
export function purposeOf({ profile, plan }: CloudWish): (action: Action | undefined) => readonly string[] {
  return (action) => [...sentFor(plan, action), signedBy(profile), vscode.l10n.t('Nothing of your files is sent.')];
}

function sentFor(plan: CloudPlan, action: Action | undefined): readonly string[] {
  if (action !== 'LookupEvents' && action !== 'GetLogsV2' && action !== 'GetHistograms') return [];
  const { conditions } = requestOf(plan);
  const none = vscode.l10n.t('none');
  return [
    vscode.l10n.t('Time: {0} to {1}', timeText(plan.span.from), timeText(plan.span.to)),
    vscode.l10n.t('Conditions that are sent: {0}', conditions.length === 0 ? none : conditions.join(', ')),
    ...(action === 'LookupEvents' ? [] : [vscode.l10n.t('Simple Log Service charges these calls as queries.')]),
  ];
}

/** Whose key signs. */
export function signedBy(profile: string | undefined): string {
  return profile === undefined
    ? vscode.l10n.t('Signed with the key in the environment variables.')
    : vscode.l10n.t('Signed with the key of the profile "{0}".', profile);
}
