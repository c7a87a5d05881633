import type * as vscode from 'vscode';

/** What is disposed of together with its owner. */
export abstract class Disposable implements vscode.Disposable {
  private readonly owned: vscode.Disposable[] = [];
  private disposed = false;

  protected get isDisposed(): boolean {
    return this.disposed;
  }

  protected register<T extends vscode.Disposable>(value: T): T {
    this.owned.push(value);
    return value;
  }

  dispose(): void {
    this.disposed = true;
    while (this.owned.length > 0) this.owned.pop()?.dispose();
  }
}
