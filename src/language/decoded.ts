import * as vscode from 'vscode';
import { together } from '../workspace/together';
import { Column } from '../trail/scan/row';
import { DECODED_SCHEME } from '../workspace/language';
import { type Services } from '../workspace/services';
import { addressOf } from './decoded/address';
import { DecodedDocuments } from './decoded/documents';
import { showRange } from '../workspace/reveal';
import { say } from '../workspace/notices';
import { registerCommand } from '../workspace/command';

/** Decoded forms of an event or a log in a read-only document beside it, with ways there and back. */
export function registerDecoded(services: Services): vscode.Disposable {
  const documents = new DecodedDocuments(services.trails);
  return together(
    documents,
    services.logs.derive(DECODED_SCHEME, ({ uri, offset }) => documents.originOf(uri, offset)),
    registerCommand(services.faults, 'trail.openDecoded', () => openDecoded(services, documents, false)),
    registerCommand(services.faults, 'trail.openDecodedDocument', () => openDecoded(services, documents, true)),
    registerCommand(services.faults, 'trail.goToSource', () => goToSource(documents)),
    vscode.languages.registerDefinitionProvider(
      { scheme: DECODED_SCHEME },
      {
        async provideDefinition(document, position) {
          const source = documents.sourceOf(document.uri, document.offsetAt(position));
          if (source === undefined) return undefined;
          const log = await vscode.workspace.openTextDocument(source.log);
          return new vscode.Location(source.log, new vscode.Range(log.positionAt(source.start), log.positionAt(source.end)));
        },
      },
    ),
  );
}

/** Opens the decoded form beside the log, at what the cursor is on. */
async function openDecoded({ trails }: Services, documents: DecodedDocuments, isWhole: boolean): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const open = trails.active;
  if (open === undefined || editor?.document !== open.document || open.uri.scheme === DECODED_SCHEME) return;
  const { trail, uri: log } = open;
  const row = open.selectedRow();
  if (!isWhole && (row < 0 || !trail.isEvent(row))) {
    say(vscode.l10n.t('The cursor is in no event.'));
    return;
  }
  const offset = isWhole ? 0 : trail.rows.start(row);
  const name = isWhole ? (log.path.split('/').at(-1) ?? '') : trail.value(row, Column.EventName);
  const uri = addressOf({ log, isWhole, offset }, name);
  const cursor = open.document.offsetAt(editor.selection.active);
  const document = await vscode.workspace.openTextDocument(uri);
  const place = document.positionAt(documents.placeOf(uri, cursor) ?? 0);
  const shown = vscode.window.visibleTextEditors.find((one) => one.document.uri.scheme === DECODED_SCHEME);
  const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.Beside;
  await showRange(document, new vscode.Range(place, place), { preserveFocus: false, viewColumn });
}

/** Goes from a decoded document to the place in the log, in the editor in which the log is already. */
async function goToSource(documents: DecodedDocuments): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.scheme !== DECODED_SCHEME) return;
  const source = documents.sourceOf(editor.document.uri, editor.document.offsetAt(editor.selection.active));
  if (source === undefined) return;
  const log = await vscode.workspace.openTextDocument(source.log);
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document === log);
  const range = new vscode.Range(log.positionAt(source.start), log.positionAt(source.end));
  await showRange(log, range, { preserveFocus: false, viewColumn: shown?.viewColumn });
}
