import * as vscode from 'vscode';
import { inSlices, type Steps } from '../trail/steps';

/** How long looking at a text may hold the extension host at a time, in ms. */
const SLICE = 8;
const LINES = 1_000;

/**
 * Shows a text as a new document, which is not saved.
 * VS Code gives a new document the name of one that was closed just before, and with it, where the backup of that one is not deleted yet, its text:
 * then ours is written over it.
 */
export async function showNew(content: string, language: string, options: vscode.TextDocumentShowOptions = {}): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  if ((await inSlices(isOther(document, content), () => document.isClosed, SLICE)) === true)
    await write(document, content, language);
  await vscode.window.showTextDocument(document, options);
}

/** Whether a document holds another text, whatever its line ends are. */
function* isOther(document: vscode.TextDocument, content: string): Steps<boolean> {
  let at = content.startsWith('\ufeff') ? 1 : 0;
  for (let line = 0; line < document.lineCount; line++) {
    const { text } = document.lineAt(line);
    if (!content.startsWith(text, at)) return true;
    at += text.length;
    if (content.startsWith('\r\n', at)) at += 2;
    else if (at < content.length) at++;
    if (line % LINES === 0) yield;
  }
  return at !== content.length;
}

async function write(document: vscode.TextDocument, content: string, language: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, document.validateRange(new vscode.Range(0, 0, document.lineCount, 0)), content);
  await vscode.workspace.applyEdit(edit);
  if (document.languageId !== language) await vscode.languages.setTextDocumentLanguage(document, language);
}
