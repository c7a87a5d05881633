import * as vscode from 'vscode';
import { showProgress } from './notices';
import { type OpenLog } from './openLog';

/** What tells how far a log has been read. */
type Reading = Pick<OpenLog, 'trail' | 'hasFailed' | 'onDidChange'>;

/** Waits until a log has been read; false where that is no longer wanted, or has failed, which the user knows. The trail of a folder is another one then than it was before. */
export async function isRead(log: Reading, token: vscode.CancellationToken): Promise<boolean> {
  while (!log.trail.isComplete && log.hasFailed !== true && !token.isCancellationRequested)
    await new Promise<void>((resolve) => {
      const settle = (): void => {
        changed.dispose();
        cancelled.dispose();
        resolve();
      };
      const changed = log.onDidChange(settle);
      const cancelled = token.onCancellationRequested(settle);
    });
  return log.trail.isComplete && !token.isCancellationRequested;
}

/** Waits until a log has been read, and lets the user see that and stop it; false where he did. */
export async function isReadSoon(log: Reading): Promise<boolean> {
  if (log.trail.isComplete) return true;
  const title = vscode.l10n.t('Reading the log…');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return showProgress(options, (_, token) => isRead(log, token));
}
