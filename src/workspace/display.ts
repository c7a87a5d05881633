import * as vscode from 'vscode';
import { type Language } from '../knowledge/bilingual';
import { label } from '../words/label';
import { bytesIn, numberIn, percentIn } from '../words/amounts';
import { type OpenLog } from './openLog';
import { languagesFor } from '../words/readerLanguages';

/** The languages in which meanings are given to this user, that of the display first. */
export function readerLanguages(): readonly Language[] {
  return languagesFor(vscode.workspace.getConfiguration('trail').get<string>('hover.languages'), vscode.env.language);
}

/** A number as the user writes it. */
export function numberOf(value: number): string {
  return numberIn(vscode.env.language, value);
}

/** A number of bytes as the user writes it. */
export function bytesOf(bytes: number): string {
  return bytesIn(vscode.env.language, bytes);
}

/** A share from 0 to 1 as the user writes it. */
export function percentOf(share: number): string {
  return percentIn(vscode.env.language, share);
}

/** How many events, in words. */
export function eventCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 event') : vscode.l10n.t('{0} events', numberOf(count));
}

/** Words as the title of a question about a log: with its name and how many events it has, as far as it has been read. */
export function titleOf(words: string, log: Pick<OpenLog, 'title' | 'trail'> | undefined): string {
  return log === undefined ? words : `${words} · ${vscode.l10n.t('{0} ({1})', label(log.title), eventCount(log.trail.events))}`;
}
