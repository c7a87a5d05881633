import * as vscode from 'vscode';
import { type RowFindings } from '../../checks/budget';
import { type Log } from '../../trail/log';
import { type Trail } from '../../trail/trail';
import { label } from '../../words/label';
import { eventCount } from '../../workspace/display';
import { showInfo } from '../../workspace/notices';
import { type OpenLog } from '../../workspace/openLog';
import { type Services } from '../../workspace/services';
import { isReadSoon } from '../../workspace/whenRead';

/** A log that is exported, as it is now. */
export interface ExportedLog extends Log {
  readonly log: OpenLog;
  readonly trail: Trail<RowFindings>;
  /** Whether the log is still what it was. */
  readonly isSame: () => boolean;
  /** The log's name and how many events it has, for the title of every question. */
  readonly title: string;
}

/** The current log once it has been read; undefined where there is none, which the user is told, or where he would not wait. */
export async function logToExport({ current: { log } }: Services): Promise<ExportedLog | undefined> {
  if (log === undefined) {
    void showInfo(vscode.l10n.t('Open a log to export it.'));
    return undefined;
  }
  if (!(await isReadSoon(log))) return undefined;
  const trail = log.trail as Trail<RowFindings>;
  const { version } = trail;
  return {
    log,
    trail,
    recordText: (row) => log.recordText(row),
    isSame: () => log.trail === trail && trail.version === version,
    title: vscode.l10n.t('Export {0} ({1})', label(log.title), eventCount(trail.events)),
  };
}
