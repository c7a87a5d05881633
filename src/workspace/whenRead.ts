import type * as vscode from 'vscode';
import { type ExplorerInput } from './input';

/** Waits until a log has been read; false where that is no longer wanted. The trail of a folder is another one then than it was before. */
export async function isRead(input: ExplorerInput, token: vscode.CancellationToken): Promise<boolean> {
  while (!input.trail.isComplete && !token.isCancellationRequested)
    await new Promise<void>((resolve) => {
      const settle = (): void => {
        changed.dispose();
        cancelled.dispose();
        resolve();
      };
      const changed = input.onDidChange(settle);
      const cancelled = token.onCancellationRequested(settle);
    });
  return !token.isCancellationRequested;
}
