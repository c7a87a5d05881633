import * as vscode from 'vscode';
import { Disposable } from './disposable';
import { type GzipFiles } from './gzipFiles';
import { GZIP_SCHEME } from './language';

/** Says at the end of the content of a compressed file that it is not all of it. */
export class GzipProblems extends Disposable {
  private readonly collection = this.register(vscode.languages.createDiagnosticCollection('trail-gz'));

  constructor(private readonly files: GzipFiles) {
    super();
    const show = (document: vscode.TextDocument): void => {
      this.show(document);
    };
    this.register(vscode.workspace.onDidOpenTextDocument(show));
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        show(document);
      }),
    );
    this.register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.collection.delete(uri);
      }),
    );
    this.register(
      files.onDidRead(() => {
        vscode.workspace.textDocuments.forEach(show);
      }),
    );
    vscode.workspace.textDocuments.forEach(show);
  }

  private show(document: vscode.TextDocument): void {
    if (document.uri.scheme !== GZIP_SCHEME || document.isClosed) return;
    const problem = this.files.problemOf(document.uri);
    if (problem === undefined) {
      this.collection.delete(document.uri);
      return;
    }
    const { end } = document.lineAt(document.lineCount - 1).range;
    const diagnostic = new vscode.Diagnostic(new vscode.Range(end, end), problem, vscode.DiagnosticSeverity.Warning);
    diagnostic.source = 'Trail';
    this.collection.set(document.uri, [diagnostic]);
  }
}
