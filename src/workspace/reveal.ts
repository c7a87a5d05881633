import * as vscode from 'vscode';

export interface ShowOptions {
  /** Whether the keyboard focus stays where it is. */
  readonly preserveFocus: boolean;
  /** Where it is shown; the active group without it. */
  readonly viewColumn?: vscode.ViewColumn | undefined;
}

/** The column of an editor group other than the one in a column: one that is there, else a new one. Undefined without a column. */
export function columnBeside(column: vscode.ViewColumn | undefined): vscode.ViewColumn | undefined {
  if (column === undefined) return undefined;
  const other = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== column);
  return other?.viewColumn ?? vscode.ViewColumn.Beside;
}

/** Selects a range of a document in an editor, as a step of its own for *Go Back*. The cursor is at the start of the range: it may be longer than the screen. */
export async function showRange(
  document: vscode.TextDocument,
  range: vscode.Range,
  options: ShowOptions,
): Promise<vscode.TextEditor> {
  const { preserveFocus, viewColumn } = options;
  const editor = await vscode.window.showTextDocument(document, {
    preserveFocus,
    // Only a place that the editor is opened at counts as a jump, however near it is.
    selection: new vscode.Range(range.start, range.start),
    ...(viewColumn === undefined ? {} : { viewColumn }),
  });
  editor.selection = new vscode.Selection(range.end, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}
