import * as vscode from 'vscode';
import { disposeAll } from './disposable';

/** Several as one, disposed of in their order; unlike with VS Code's own, one that throws does not keep the others. */
export function together(...all: readonly { readonly dispose: () => unknown }[]): vscode.Disposable {
  return new vscode.Disposable(() => {
    disposeAll(all);
  });
}
