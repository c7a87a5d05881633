import * as vscode from 'vscode';
import { type Progress } from '../../share/redact/redact';
import { inSlices, type Steps } from '../../trail/steps';
import { StringSource } from '../../trail/source';
import { Trail } from '../../trail/trail';
import { showProgress } from '../../workspace/notices';

/** How long work may hold the extension host at a time, in ms. */
const SLICE = 8;

/** Does work in slices, with progress and a way to stop it; undefined where the user did. `between` is done after every slice. */
export async function withProgress<T>(
  title: string,
  progress: Progress,
  steps: Steps<T>,
  between?: () => Promise<void>,
): Promise<T | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return showProgress(options, (report, token) => {
    let told = 0;
    const isStopped = (): boolean => {
      const percent = Math.floor(progress.share * 100);
      if (percent > told) report.report({ increment: percent - told, message: `${percent} %` });
      told = Math.max(told, percent);
      return token.isCancellationRequested;
    };
    return inSlices(steps, isStopped, SLICE, between);
  });
}

/** The trail of a text, read in steps. */
export function* trailOf(text: string): Steps<Trail> {
  const trail = new Trail(new StringSource(text));
  while (!trail.advance(performance.now() + SLICE / 2)) yield;
  return trail;
}
