import * as vscode from 'vscode';
import { type TextEdit } from '../checks/fixes';

/** Whether a document can be changed: what a provider only shows (a packed log, an older version of a file) cannot. */
export function isWritable({ uri: { scheme } }: vscode.TextDocument): boolean {
  return scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/** The edits in the editor's terms: one step of undo. */
export function workspaceEditOf(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map(({ start, end, text }) => vscode.TextEdit.replace(rangeOf(document, start, end), text)),
  );
  return edit;
}

export function rangeOf(document: vscode.TextDocument, start: number, end: number): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** Makes edits, which are in the order of the text and do not overlap, as one step of undo; false where the document cannot be changed. */
export async function applyEdits(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<boolean> {
  if (edits.length === 0) return true;
  const { version } = document;
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  if (editor === undefined) await vscode.workspace.applyEdit(workspaceEditOf(document, edits));
  else
    await editor.edit((builder) => {
      for (const { start, end, text } of edits) builder.replace(rangeOf(document, start, end), text);
    });
  return document.version !== version;
}
