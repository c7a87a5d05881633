import type * as vscode from 'vscode';
import { type Log } from './log';

/** Resolves once the whole log has been scanned: true, or false where the answer is no longer wanted. */
export function whenScanned(open: Log, token: vscode.CancellationToken): Promise<boolean> {
  if (token.isCancellationRequested) return Promise.resolve(false);
  if (open.trail.isComplete) return Promise.resolve(true);
  return new Promise((resolve) => {
    const settle = (scanned: boolean): void => {
      changed.dispose();
      cancelled.dispose();
      resolve(scanned);
    };
    const changed = open.onDidChange(() => {
      if (open.trail.isComplete) settle(true);
    });
    const cancelled = token.onCancellationRequested(() => {
      settle(false);
    });
  });
}
