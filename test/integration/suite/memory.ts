import type * as vscode from 'vscode';

/** What the user chose, kept for one test. */
export class Memory implements vscode.Memento {
  private readonly values = new Map<string, unknown>();

  keys(): readonly string[] {
    return [...this.values.keys()];
  }

  get<T>(key: string, missing?: T): T | undefined {
    return this.values.has(key) ? (this.values.get(key) as T) : missing;
  }

  update(key: string, value: unknown): Thenable<void> {
    this.values.set(key, value);
    return Promise.resolve();
  }
}
