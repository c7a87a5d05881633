import type * as vscode from 'vscode';

const KEY = 'trail.detect.declined';
/** Older answers are forgotten; somebody who has so many files remembers their own answers no better. */
const MAX_REMEMBERED = 200;

/** The documents whose user wants them in another language: files by their address, and what has no file yet as long as it is open. */
export class Declined {
  private readonly open = new WeakSet<vscode.TextDocument>();

  constructor(private readonly state: vscode.Memento) {}

  has(document: vscode.TextDocument): boolean {
    return this.open.has(document) || this.stored.includes(document.uri.toString());
  }

  add(document: vscode.TextDocument): void {
    this.open.add(document);
    if (!document.isUntitled) this.store([...this.without(document), document.uri.toString()].slice(-MAX_REMEMBERED));
  }

  delete(document: vscode.TextDocument): void {
    this.open.delete(document);
    const others = this.without(document);
    if (others.length < this.stored.length) this.store(others);
  }

  private without(document: vscode.TextDocument): readonly string[] {
    const uri = document.uri.toString();
    return this.stored.filter((one) => one !== uri);
  }

  private get stored(): readonly string[] {
    return this.state.get<readonly string[]>(KEY, []);
  }

  private store(uris: readonly string[]): void {
    void this.state.update(KEY, uris);
  }
}
