import * as vscode from 'vscode';
import { iconLabel } from '../../words/label';
import { cursorOf } from '../../workspace/cursor';
import { eventCount } from '../../workspace/display';
import { type OpenLog } from '../../workspace/openLog';
import { type Services } from '../../workspace/services';

/** A part of a document. */
interface DocumentPart {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  /** The log, where the part is all of it. */
  readonly log?: OpenLog | undefined;
}

/** Something that can be redacted, to choose from. */
export interface Redactable extends vscode.QuickPickItem {
  readonly scope: 'selection' | 'event' | 'document';
  /** Where it is; not there where no document holds it. */
  readonly part?: DocumentPart;
}

/** What can be redacted now, what is most likely meant first: a selection, the current log, one of its events, a text that is in front and no log. */
export function redactable(services: Services): readonly Redactable[] {
  const { current, logs, trails } = services;
  const editor = vscode.window.activeTextEditor;
  const { log } = current;
  const found: Redactable[] = [];
  if (editor !== undefined && !editor.selection.isEmpty)
    found.push({
      scope: 'selection',
      label: vscode.l10n.t('The selection'),
      part: { document: editor.document, range: editor.selection },
    });
  const isOther = editor?.viewColumn !== undefined && logs.of(editor.document.uri) === undefined;
  // Where a text that is no log is in front, that is what the user looks at.
  if (isOther) found.push(...ofText(editor.document, log !== undefined, trails.get(editor.document)));
  if (log !== undefined) found.push(...ofLog(services, log));
  return found;
}

function ofText(document: vscode.TextDocument, isNamed: boolean, log: OpenLog | undefined): readonly Redactable[] {
  const name = iconLabel(document.uri.path.split('/').at(-1) ?? '');
  const label = vscode.l10n.t('The whole document');
  return [{ scope: 'document', label, ...(isNamed ? { description: name } : {}), part: { ...whole(document), log } }];
}

function ofLog(services: Services, log: OpenLog): readonly Redactable[] {
  const { document } = log;
  const count = eventCount(log.trail.events);
  const editor = vscode.window.activeTextEditor;
  if (document === undefined) {
    const all: Redactable = {
      scope: 'document',
      label: vscode.l10n.t('The whole log'),
      description: count,
      detail: vscode.l10n.t('It is in no editor: it is exported redacted, all of it or what its filter lets through.'),
    };
    if (editor === undefined || log.rowShownAt(editor.document.uri) < 0) return [all];
    return [all, { scope: 'event', label: vscode.l10n.t('Only this event'), part: whole(editor.document) }];
  }
  const all: Redactable = {
    scope: 'document',
    label: vscode.l10n.t('The whole log'),
    description: count,
    part: { ...whole(document), log },
  };
  const cursor = cursorOf(services);
  const row = cursor?.log === log ? cursor.row : -1;
  if (row < 0) return [all];
  const [place] = log.places(row, () => []);
  const label = vscode.l10n.t('The event at the cursor');
  return place === undefined ? [all] : [all, { scope: 'event', label, part: { document, range: place.event } }];
}

function whole(document: vscode.TextDocument): DocumentPart {
  return { document, range: document.validateRange(new vscode.Range(0, 0, document.lineCount, 0)) };
}
