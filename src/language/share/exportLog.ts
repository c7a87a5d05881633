import * as vscode from 'vscode';
import { type RowFindings } from '../../checks/budget';
import { type ExportLog } from '../../share/export/exportEvents';
import { type Trail } from '../../trail/trail';
import { type Log } from '../../workspace/log';
import { type Services } from '../../workspace/services';

/** The log that a command is about: that of the active editor or tab. */
export interface ActiveLog extends ExportLog {
  readonly trail: Trail<RowFindings>;
  readonly log: Log;
  readonly name: string;
  readonly uri: vscode.Uri;
  /** Counts up with every change of the log. */
  readonly version: () => number;
}

/** The active log once it has been read; undefined, after telling the user, where there is none. */
export async function activeLog({ trails, sources }: Services): Promise<ActiveLog | undefined> {
  const open = trails.active;
  if (open !== undefined) {
    await open.whenReady();
    const { trail, uri } = open;
    return {
      log: open,
      trail,
      uri,
      name: nameOf(uri),
      recordText: (row) => trail.recordText(row),
      version: () => trail.version,
    };
  }
  const source = sources.active;
  if (source !== undefined) {
    return {
      log: source,
      trail: source.trail as Trail<RowFindings>,
      uri: source.uri,
      name: source.title,
      recordText: (row) => source.recordText(row),
      version: () => source.trail.version,
    };
  }
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a log to export it.'));
  return undefined;
}

function nameOf({ path }: vscode.Uri): string {
  return path.split('/').at(-1) ?? path;
}
