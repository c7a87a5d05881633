import * as vscode from 'vscode';
import { reasonOf } from '../platform/files';
import { Disposable } from './disposable';
import { type Faults } from './faults';
import { showError } from './notices';

/** The output channel of the extension. What fails stands there with its stack, each time; a notification says it once, until the editor is started anew. */
export class FaultLog extends Disposable implements Faults {
  private readonly channel = this.register(vscode.window.createOutputChannel(vscode.l10n.t('ActionTrail Log'), { log: true }));
  private readonly shown = new Set<string>();

  readonly tell = (error: unknown): void => {
    if (error instanceof vscode.CancellationError || this.isDisposed) return;
    this.log(error);
    const reason = reasonOf(error);
    if (this.shown.has(reason)) return;
    this.shown.add(reason);
    const open = vscode.l10n.t('Show Log');
    void showError(vscode.l10n.t('Something went wrong, and was left undone: {0}', reason), open).then((action) => {
      if (action === open) this.channel.show();
    });
  };

  /** Notes what was done, in a line. */
  note(line: string): void {
    if (!this.isDisposed) this.channel.info(line);
  }

  /** Logs what the user is told by others. */
  log(error: unknown): void {
    if (!this.isDisposed) this.channel.error(error instanceof Error ? error : String(error));
  }
}
