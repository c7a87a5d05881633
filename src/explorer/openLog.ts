import * as vscode from 'vscode';
import { TRAIL_LANGUAGE } from '../workspace/language';

const SAMPLE = ['media', 'sample.trail.json'];

/** The buttons of the welcome view. */
export function registerOpenLog({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('trail.openLog', openLog),
    vscode.commands.registerCommand('trail.openSample', () => openSample(vscode.Uri.joinPath(extensionUri, ...SAMPLE))),
  );
}

async function openLog(): Promise<void> {
  const uris = await vscode.window.showOpenDialog({
    canSelectMany: true,
    title: vscode.l10n.t('Open Trail Log'),
    filters: {
      [vscode.l10n.t('Logs')]: ['json', 'jsonl', 'ndjson', 'log', 'txt'],
      [vscode.l10n.t('All files')]: ['*'],
    },
  });
  for (const uri of uris ?? []) {
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      // Who opens a file here says that it is a trail; what it is otherwise, the view tells.
      const shown =
        document.languageId === TRAIL_LANGUAGE
          ? document
          : await vscode.languages.setTextDocumentLanguage(document, TRAIL_LANGUAGE);
      await vscode.window.showTextDocument(shown, { preview: false });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('The log cannot be opened: {0}', reason));
    }
  }
}

/** The sample is opened as a new document, so that trying things out changes no file. */
async function openSample(uri: vscode.Uri): Promise<void> {
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const document = await vscode.workspace.openTextDocument({ language: TRAIL_LANGUAGE, content });
  await vscode.window.showTextDocument(document);
}
