import * as vscode from 'vscode';
import { Disposable } from './disposable';
import { type Faults } from './faults';
import { TRAIL_LANGUAGE } from './language';
import { OpenTrail } from './openTrail';

/** The trails that are open: one a document, made when it is opened, kept up to date by its edits, dropped on close. */
export class Trails extends Disposable {
  private readonly open = new Map<string, OpenTrail>();
  private readonly opened = this.register(new vscode.EventEmitter<OpenTrail>());
  private readonly closed = this.register(new vscode.EventEmitter<OpenTrail>());
  private readonly activated = this.register(new vscode.EventEmitter<OpenTrail | undefined>());
  readonly onDidOpen = this.opened.event;
  readonly onDidClose = this.closed.event;
  /** The trail of the active editor has changed; undefined where that editor shows none. */
  readonly onDidChangeActive = this.activated.event;

  constructor(private readonly faults: Faults) {
    super();
    this.register(vscode.workspace.onDidOpenTextDocument((document) => void this.get(document)));
    this.register(
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.drop(document);
      }),
    );
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        this.edit(document, contentChanges);
      }),
    );
    this.register(
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.activated.fire(this.active);
      }),
    );
    for (const document of vscode.workspace.textDocuments) this.get(document);
  }

  /** The trail of a document; undefined where its language is another one. */
  get(document: vscode.TextDocument): OpenTrail | undefined {
    if (document.languageId !== TRAIL_LANGUAGE || document.isClosed) return undefined;
    const key = document.uri.toString();
    const known = this.open.get(key);
    if (known?.document === document) return known;
    known?.dispose();
    const trail = new OpenTrail(document, this.faults);
    this.open.set(key, trail);
    this.opened.fire(trail);
    if (vscode.window.activeTextEditor?.document === document) this.activated.fire(trail);
    return trail;
  }

  /** All open trails. */
  get all(): readonly OpenTrail[] {
    return [...this.open.values()];
  }

  /** The trail of the active editor. */
  get active(): OpenTrail | undefined {
    const document = vscode.window.activeTextEditor?.document;
    return document === undefined ? undefined : this.get(document);
  }

  override dispose(): void {
    for (const trail of this.open.values()) trail.dispose();
    this.open.clear();
    super.dispose();
  }

  /** Follows an edit. A log for which that fails is read anew. */
  private edit(document: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    try {
      this.open.get(document.uri.toString())?.edit(changes);
    } catch (error) {
      this.faults.tell(error);
      this.drop(document);
      this.get(document);
    }
  }

  private drop(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const trail = this.open.get(key);
    if (trail === undefined) return;
    this.open.delete(key);
    this.closed.fire(trail);
    trail.dispose();
    if (vscode.window.activeTextEditor === undefined || vscode.window.activeTextEditor.document === document)
      this.activated.fire(undefined);
  }
}
