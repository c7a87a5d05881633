import * as vscode from 'vscode';
import { Disposable } from '../../workspace/disposable';
import { CLOUD_SCHEME } from '../../workspace/language';
import { type CloudFiles } from './cloudFiles';
import { stateText } from './describe';

/** A line behind the last event: how much there is, and what loads more. */
export class CloudLens extends Disposable implements vscode.CodeLensProvider {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(private readonly files: CloudFiles) {
    super();
    this.register(
      files.onDidChange(() => {
        this.changed.fire();
      }),
    );
    this.register(vscode.languages.registerCodeLensProvider({ scheme: CLOUD_SCHEME }, this));
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const log = this.files.find(document.uri);
    if (log === undefined) return [];
    const last = new vscode.Position(document.lineCount - 1, 0);
    const range = new vscode.Range(last, last);
    const lens = (title: string, command: string): vscode.CodeLens =>
      new vscode.CodeLens(range, { title, command, arguments: [document.uri] });
    const state = lens(stateText(log), '');
    if (log.isBusy) return [state];
    if (log.hasMore) return [state, lens(vscode.l10n.t('Load Older'), 'trail.cloud.loadOlder')];
    return [state, lens(vscode.l10n.t('Search Again'), 'trail.cloud.searchAgain')];
  }
}
