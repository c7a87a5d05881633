import * as vscode from 'vscode';
import { percentOf } from '../../workspace/display';
import { findReferences, MAX_REFERENCES, type References } from './find';
import { type Searched } from '../../workspace/searched';
import { showInfo, showProgress } from '../../workspace/notices';

/** A search that takes longer shows how far it is, and can be stopped; ms. */
const PATIENCE = 700;

/** Every place of a value in the logs, and the user is told why they may not be all; undefined where the search was given up. */
export async function searchReferences(
  logs: readonly Searched[],
  value: string,
  token: vscode.CancellationToken,
): Promise<References | undefined> {
  let share = 0;
  let isStopped = false;
  let isOver = false;
  const searching = findReferences(logs, value, {
    isCancelled: () => token.isCancellationRequested,
    isStopped: () => isStopped,
    report: (done) => (share = done),
  }).finally(() => (isOver = true));
  const timer = setTimeout(() => {
    const title = vscode.l10n.t('Looking for references');
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    void showProgress(options, async (progress, stop) => {
      stop.onCancellationRequested(() => (isStopped = true));
      while (!isOver) {
        progress.report({ message: percentOf(share) });
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    });
  }, PATIENCE);
  try {
    const found = await searching;
    if (found !== undefined) tell(found);
    return found;
  } finally {
    clearTimeout(timer);
  }
}

function tell({ isCut, isStopped, unread, problems }: References): void {
  const { t } = vscode.l10n;
  const [problem = ''] = problems;
  const lines = [
    isCut ? t('There are more places: the first {0} are listed (the limit MAX_REFERENCES).', MAX_REFERENCES) : '',
    isStopped ? t('The search was stopped: what had been found by then is listed.') : '',
    ...unread.map((title) => t('{0} is still being read: what lies further on is not listed yet.', title)),
    problems.length === 0 ? '' : t('Not everything could be searched: {0}', problem),
  ].filter((line) => line !== '');
  if (lines.length > 0) void showInfo(lines.join(' '));
}
