import * as vscode from 'vscode';
import { type TextSource } from '../trail/source';

/** The text of a document, read in ranges: the whole is never joined. */
export class DocumentSource implements TextSource {
  readonly length: number;

  constructor(private readonly document: vscode.TextDocument) {
    const { end } = document.lineAt(document.lineCount - 1).range;
    this.length = document.offsetAt(end);
  }

  read(start: number, end: number): string {
    return this.document.getText(new vscode.Range(this.document.positionAt(start), this.document.positionAt(end)));
  }
}
