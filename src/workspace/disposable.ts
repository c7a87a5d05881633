import type * as vscode from 'vscode';

/** What is disposed of together with its owner. */
export abstract class Disposable implements vscode.Disposable {
  private readonly owned: vscode.Disposable[] = [];
  private disposed = false;

  protected get isDisposed(): boolean {
    return this.disposed;
  }

  /** What comes when the owner is gone already is disposed of at once. */
  protected register<T extends vscode.Disposable>(value: T): T {
    if (this.disposed) value.dispose();
    else this.owned.push(value);
    return value;
  }

  /** Disposes of all, the last first. What one of them throws is thrown when all are done. */
  dispose(): void {
    this.disposed = true;
    disposeAll(this.owned.splice(0).reverse());
  }
}

/** Disposes of several in their order. One that throws does not keep the others; what it throws is thrown when all are done. */
export function disposeAll(all: Iterable<{ readonly dispose: () => unknown }>): void {
  const errors: unknown[] = [];
  for (const one of all) {
    try {
      one.dispose();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors.length === 1 ? errors[0] : new AggregateError(errors);
}
