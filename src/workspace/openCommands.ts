import * as vscode from 'vscode';
import { together } from './together';
import { type Services } from './services';
import { TRAIL_LANGUAGE } from './language';
import { type LogOpener } from './logOpener';
import { registerCommand } from './command';
import { showNew } from './newDocument';

const SAMPLE = ['media', 'sample.trail.json'];

/** The commands that open logs; some are buttons of the welcome view. */
export function registerOpenLog({ context: { extensionUri }, faults }: Services, opener: LogOpener): vscode.Disposable {
  return together(
    registerCommand(faults, 'trail.openLog', (uri?: vscode.Uri) => openLogs(opener, uri)),
    registerCommand(faults, 'trail.openCompressed', (uri?: vscode.Uri) => openLogs(opener, uri)),
    registerCommand(faults, 'trail.openFolder', (uri?: vscode.Uri) => openFolder(opener, uri)),
    registerCommand(faults, 'trail.openSample', () => openSample(vscode.Uri.joinPath(extensionUri, ...SAMPLE))),
  );
}

async function openLogs(opener: LogOpener, chosen?: vscode.Uri): Promise<void> {
  const uris =
    chosen === undefined
      ? await vscode.window.showOpenDialog({
          canSelectMany: true,
          title: vscode.l10n.t('Open Trail Log'),
          filters: {
            [vscode.l10n.t('Logs')]: ['json', 'jsonl', 'ndjson', 'log', 'txt', 'gz'],
            [vscode.l10n.t('All files')]: ['*'],
          },
        })
      : [chosen];
  for (const uri of uris ?? []) await opener.open(uri);
}

async function openFolder(opener: LogOpener, chosen?: vscode.Uri): Promise<void> {
  const title = vscode.l10n.t('Open Folder of Delivered Logs');
  const uris =
    chosen === undefined
      ? await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, title })
      : [chosen];
  for (const uri of uris ?? []) await opener.open(uri);
}

/** The sample is opened as a new document, so that trying things out changes no file. */
async function openSample(uri: vscode.Uri): Promise<void> {
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  await showNew(content, TRAIL_LANGUAGE);
}
