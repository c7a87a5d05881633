import * as vscode from 'vscode';
import { type Pieces, piecesOf } from '../../share/redact/pieces';
import { natureOf } from '../../trail/shape';
import { type Steps } from '../../trail/steps';
import { titleOf } from '../../workspace/display';
import { showInfo } from '../../workspace/notices';
import { type Services } from '../../workspace/services';
import { isReadSoon } from '../../workspace/whenRead';
import { redactable, type Redactable } from './redactable';
import { trailOf } from './run';

/** How much of a log a command is about. */
export type Scope = 'selection' | 'event' | 'document';

/** What is to be redacted, and where it comes from. */
export interface Subject {
  readonly scope: Scope;
  readonly document: vscode.TextDocument;
  /** The part of the document. */
  readonly range: vscode.Range;
  /** The log and its number of events behind some words, for the title of every question. */
  readonly titled: (words: string) => string;
  pieces(): Steps<Pieces>;
  /** It is a log, or a part of one, as far as is known without reading it. */
  readonly isOfLog: boolean;
  /** Whether it is a log itself. */
  isLog(): Steps<boolean>;
}

/**
 * What is redacted of the current log: the selection, or what the user chooses. Undefined where there is nothing, or the user gave up; also where a log is in
 * no document: that is exported.
 */
export async function askSubject(services: Services, wanted: unknown): Promise<Subject | undefined> {
  const { log } = services.current;
  if (log !== undefined && !(await isReadSoon(log))) return undefined;
  const titled = (words: string): string => titleOf(words, log);
  const all = redactable(services);
  const chosen = isScope(wanted) ? all.find(({ scope }) => scope === wanted) : await choose(all, titled);
  if (chosen === undefined) {
    if (isScope(wanted) || all.length === 0) void showInfo(nothing(wanted));
    return undefined;
  }
  if (chosen.part === undefined) {
    await vscode.commands.executeCommand('trail.export', { redact: true });
    return undefined;
  }
  const { scope } = chosen;
  const { document, range, log: whole } = chosen.part;
  return {
    scope,
    document,
    range,
    titled,
    isOfLog: services.trails.get(document)?.nature.isTrail === true,
    *pieces() {
      return piecesOf(whole?.trail ?? (yield* trailOf(document.getText(range))));
    },
    *isLog() {
      return natureOf(yield* trailOf(document.getText(range))).isTrail;
    },
  };
}

/** What is selected is meant; so is the only thing that there is, unless it is a log that must be exported. */
async function choose(all: readonly Redactable[], titled: Subject['titled']): Promise<Redactable | undefined> {
  const [first] = all;
  if (first?.scope === 'selection' || (all.length === 1 && first?.part !== undefined)) return first;
  return all.length === 0 ? undefined : vscode.window.showQuickPick(all, { title: titled(vscode.l10n.t('Redact')) });
}

function nothing(wanted: unknown): string {
  return wanted === 'event'
    ? vscode.l10n.t('No event is at the cursor.')
    : vscode.l10n.t('Open a log, or a part of one, to redact it.');
}

function isScope(value: unknown): value is Scope {
  return value === 'selection' || value === 'event' || value === 'document';
}
