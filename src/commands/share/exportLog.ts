import * as vscode from 'vscode';
import { type RowFindings } from '../../checks/budget';
import { type ExplorerInput } from '../../workspace/input';
import { Inputs } from '../../workspace/inputs';
import { isRead } from '../../workspace/whenRead';
import { eventCount } from '../../workspace/display';
import { type ExportLog } from '../../share/export/exportEvents';
import { type Trail } from '../../trail/trail';
import { type Log } from '../../workspace/log';
import { OpenSource } from '../../workspace/openSource';
import { type Services } from '../../workspace/services';
import { showInfo, showProgress } from '../../workspace/notices';
import { label } from '../../words/label';

/** The log that is exported: the one that the tree shows. */
export interface CurrentLog extends ExportLog {
  readonly trail: Trail<RowFindings>;
  readonly log: Log;
  readonly name: string;
  readonly uri: vscode.Uri;
  /** The row whose event alone is in the active editor; -1 where there is none. */
  readonly shownRow: number;
  /** The log's name and how many events it has, for the title of every question. */
  readonly title: string;
  /** Counts up with every change of the log. */
  readonly version: () => number;
}

/** The log in the tree once it has been read; undefined where there is none, which the user is told, or where he would not wait. */
export async function currentLog(services: Services): Promise<CurrentLog | undefined> {
  const { input } = Inputs.of(services).current;
  if (input === undefined) {
    void showInfo(vscode.l10n.t('Open a log to export it.'));
    return undefined;
  }
  const { log } = input;
  const isSource = log instanceof OpenSource;
  if (!isSource) await log.whenReady();
  else if (!(await isSourceRead(input))) return undefined;
  const trail = log.trail as Trail<RowFindings>;
  return {
    log,
    trail,
    uri: log.uri,
    name: input.title,
    shownRow: isSource ? input.selectedRow() : -1,
    title: vscode.l10n.t('Export {0} ({1})', label(input.title), eventCount(trail.events)),
    recordText: (row) => (isSource ? log.recordText(row) : trail.recordText(row)),
    version: () => log.trail.version,
  };
}

/** Waits for a log that is still being read, which can be stopped. */
async function isSourceRead(input: ExplorerInput): Promise<boolean> {
  if (input.trail.isComplete) return true;
  const title = vscode.l10n.t('Reading the log…');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return showProgress(options, (_, token) => isRead(input, token));
}
