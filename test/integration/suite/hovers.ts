import * as vscode from 'vscode';

/** What the hovers at a position say, Markdown's backslashes left out. */
export async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers
    .flatMap(({ contents }) => contents as readonly vscode.MarkdownString[])
    .map(({ value }) => value)
    .join('\n')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** The position of the nth occurrence of a text, `offset` characters after its start. */
export function positionOf(document: vscode.TextDocument, text: string, nth = 1, offset = 1): vscode.Position {
  const all = document.getText();
  let at = -1;
  for (let count = 0; count < nth; count++) {
    at = all.indexOf(text, at + 1);
    if (at < 0) throw new Error(`"${text}" stands ${count} times in the document, not ${nth}.`);
  }
  return document.positionAt(at + offset);
}

export async function hoverOn(document: vscode.TextDocument, text: string, nth = 1, offset = 1): Promise<string> {
  return hoverAt(document, positionOf(document, text, nth, offset));
}
