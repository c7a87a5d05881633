import * as vscode from 'vscode';
import { type TextEdit } from '../event/textEdit';
import { pause } from '../trail/steps';

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

/** How many edits the extension host takes in at a time: what follows an edit (the text, the rows, the checks) holds it up. */
const BATCH = 256;

/** Told how far the edits are, in parts of 1; asked whether to go on. */
export type GoesOn = (share: number) => boolean;

/**
 * Makes edits, which are in the order of the text and do not overlap, as one step of undo; gives how many were made. Fewer than all, where the document
 * cannot be changed, was changed meanwhile, or `goesOn` said no.
 */
export async function applyEdits(document: vscode.TextDocument, edits: readonly TextEdit[], goesOn: GoesOn): Promise<number> {
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  if (editor === undefined) {
    const { version } = document;
    await vscode.workspace.applyEdit(workspaceEditOf(document, edits));
    return document.version === version ? 0 : edits.length;
  }
  // From the end of the text to its start: what lies before a batch keeps its offsets.
  let end = edits.length;
  for (let { version } = document; end > 0; { version } = document) {
    const start = Math.max(0, end - BATCH);
    const options = { undoStopBefore: end === edits.length, undoStopAfter: start === 0 };
    const isMade = await editor.edit((builder) => {
      for (const edit of edits.slice(start, end)) builder.replace(rangeOf(document, edit.start, edit.end), edit.text);
    }, options);
    if (!isMade || document.version === version) break;
    end = start;
    const made = document.version;
    await pause();
    if (document.version !== made || !goesOn(1 - end / edits.length)) break;
  }
  return edits.length - end;
}
