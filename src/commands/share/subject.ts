import * as vscode from 'vscode';
import { type Pieces, piecesOf } from '../../share/redact/pieces';
import { type Steps } from '../../trail/steps';
import { type OpenTrail } from '../../workspace/openTrail';
import { type Services } from '../../workspace/services';
import { trailOf } from './run';
import { showInfo } from '../../workspace/notices';

/** How much of a log a command is about. */
export type Scope = 'selection' | 'event' | 'document';

/** What is to be redacted, and where it comes from. */
export interface Subject {
  readonly scope: Scope;
  readonly document: vscode.TextDocument;
  /** The part of the document. */
  readonly range: vscode.Range;
  pieces(): Steps<Pieces>;
}

interface Item extends vscode.QuickPickItem {
  readonly scope: Scope;
}

/** The selection, or what the user chooses; undefined where there is no log or the user gave up. */
export async function subjectOf({ trails, sources }: Services, wanted: unknown): Promise<Subject | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined && sources.active !== undefined) {
    const start = vscode.l10n.t('Export…');
    const message = vscode.l10n.t(
      'This log is not in an editor. It can be exported redacted: all of it, or what its filter lets through.',
    );
    if ((await showInfo(message, start)) === start) await vscode.commands.executeCommand('trail.export', { redact: true });
    return undefined;
  }
  if (editor === undefined) {
    void showInfo(vscode.l10n.t('Open a log, or a part of one, to redact it.'));
    return undefined;
  }
  const { document, selection } = editor;
  const open = trails.get(document);
  const scope = isScope(wanted) ? wanted : selection.isEmpty ? await pickScope(open) : 'selection';
  if (scope === undefined) return undefined;
  await open?.whenReady();
  const row = open?.trail.rowAt(document.offsetAt(selection.active)) ?? -1;
  if (scope === 'event' && (open === undefined || row < 0)) {
    void showInfo(vscode.l10n.t('No event is at the cursor.'));
    return undefined;
  }
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const range = document.validateRange(scope === 'selection' ? selection : scope === 'event' && open ? open.rowRange(row) : all);
  return {
    scope,
    document,
    range,
    *pieces() {
      const trail = scope === 'document' && open !== undefined ? open.trail : yield* trailOf(document.getText(range));
      return piecesOf(trail);
    },
  };
}

function isScope(value: unknown): value is Scope {
  return value === 'selection' || value === 'event' || value === 'document';
}

async function pickScope(open: OpenTrail | undefined): Promise<Scope | undefined> {
  if (open === undefined) return 'document';
  const items: readonly Item[] = [
    { scope: 'document', label: vscode.l10n.t('The whole document') },
    { scope: 'event', label: vscode.l10n.t('The event at the cursor') },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Redact') });
  return picked?.scope;
}
