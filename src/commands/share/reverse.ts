import * as vscode from 'vscode';
import { readMapping } from '../../share/redact/mapping';
import { piecesOf } from '../../share/redact/pieces';
import { reverse } from '../../share/redact/redact';
import { type Steps } from '../../trail/steps';
import { type Files, reasonOf } from '../../platform/files';
import { MAX_UNZIPPED } from '../../sources/limits';
import { trailOf, withProgress } from './run';
import { showInfo, showError } from '../../workspace/notices';
import { visible } from '../../words/visible';
import { showNew } from '../../workspace/newDocument';

/** Takes the redaction of the active document or its selection back with a mapping, as a new document; `file` is the mapping, asked for otherwise. */
export async function reverseRedaction(files: Files, file: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void showInfo(vscode.l10n.t('Open the redacted text to take its redaction back.'));
    return;
  }
  const uri = file instanceof vscode.Uri ? file : await askMapping();
  if (uri === undefined) return;
  const content = await read(files, uri);
  if (content === undefined) return;
  const mapping = readMapping(content);
  if (mapping === undefined) {
    void showError(vscode.l10n.t('This file is no mapping of a redaction.'));
    return;
  }
  const { document, selection } = editor;
  const text = document.getText(selection.isEmpty ? undefined : selection);
  const progress = { share: 0 };
  const steps = function* (): Steps<readonly string[]> {
    return yield* reverse(piecesOf(yield* trailOf(text)), mapping, progress);
  };
  const back = await withProgress(vscode.l10n.t('Reversing the redaction'), progress, steps());
  if (back === undefined) return;
  const original = back.join('');
  if (original === text) {
    void showInfo(vscode.l10n.t('No stand-in of the mapping is in this text.'));
    return;
  }
  await showNew(original, document.languageId, { preview: false });
}

async function askMapping(): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Mapping of the Redaction'),
    filters: { JSON: ['json'] },
  });
  return picked?.[0];
}

/** The text of a file; undefined, after telling the user, where it cannot be read. */
async function read(files: Files, uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await files.read(uri.toString(), MAX_UNZIPPED));
  } catch (error) {
    void showError(vscode.l10n.t('The file could not be read: {0}', visible(reasonOf(error))));
    return undefined;
  }
}
