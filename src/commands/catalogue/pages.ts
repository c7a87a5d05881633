import * as vscode from 'vscode';
import { Disposable } from '../../workspace/disposable';

/** Read-only pages about catalogues, shown as rendered Markdown. */
const SCHEME = 'trail-catalogue';

/** Makes the Markdown of a page: nothing of a catalogue or a log goes into it without `plain` or `codeSpan`. */
export type Page = () => string;

/** The pages that are open, made anew when the catalogues change. */
export class Pages extends Disposable implements vscode.TextDocumentContentProvider {
  private readonly changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.changed.event;
  private readonly pages = new Map<string, Page>();

  constructor(onDidChange: vscode.Event<void>) {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
    this.register(
      onDidChange(() => {
        for (const uri of this.pages.keys()) this.changed.fire(vscode.Uri.parse(uri));
      }),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.pages.get(uri.toString())?.() ?? '';
  }

  /** Shows a page under a name; one of the same folder and name is replaced. */
  async show(folder: string, name: string, page: Page): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${folder}/${name.replace(/[\\/]/g, '·')}.md` });
    this.pages.set(uri.toString(), page);
    this.changed.fire(uri);
    try {
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    } catch {
      // Without the Markdown extension the text is still readable.
      await vscode.window.showTextDocument(uri, { preview: true });
    }
  }
}
