import * as vscode from 'vscode';
import { Disposable } from './disposable';
import { type OpenSource } from './openSource';
import { SUMMARY_SCHEME } from './language';
import { type Sources } from './sources';

/** How often a summary follows the reading, in ms. */
const PAUSE = 500;

/** What is said of a source as a whole, as a document that cannot be edited: it stands for the source among the tabs. */
export class Summaries extends Disposable implements vscode.TextDocumentContentProvider {
  private readonly changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.changed.event;
  private readonly followed = new WeakSet<OpenSource>();

  constructor(private readonly sources: Sources) {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(SUMMARY_SCHEME, this));
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    const source = this.sources.of(uri);
    return source && `${source.summary().join('\n')}\n`;
  }

  /** Shows the summary of a source. */
  async show(source: OpenSource): Promise<void> {
    const name = vscode.l10n.t('{0} – summary', source.title);
    const uri = vscode.Uri.from({ scheme: SUMMARY_SCHEME, path: `/${name}.txt`, query: source.key });
    this.follow(source, uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: false });
  }

  private follow(source: OpenSource, uri: vscode.Uri): void {
    if (this.followed.has(source)) return;
    this.followed.add(source);
    let timer: ReturnType<typeof setTimeout> | undefined;
    source.onDidChange(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        if (!this.isDisposed) this.changed.fire(uri);
      }, PAUSE);
    });
  }
}
