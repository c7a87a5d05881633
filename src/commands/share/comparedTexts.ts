import * as vscode from 'vscode';
import { Disposable } from '../../workspace/disposable';

/** The beginning of a longer text is compared: editors compare no more in time. UTF-16 units. */
export const MAX_COMPARED = 4_194_304;

/** Texts side by side in the editor's own comparison, as documents that cannot be edited. They are kept while they are open. */
export class ComparedTexts extends Disposable implements vscode.TextDocumentContentProvider {
  private readonly contents = new Map<string, string>();
  private count = 0;

  constructor(private readonly scheme: string) {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
    this.register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.contents.delete(uri.toString());
      }),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.contents.get(uri.toString()) ?? '';
  }

  /** Shows two texts, or a document and a text, and gives the address of the second. `name` is that of a file with such a text. */
  async show(name: string, title: string, before: string | vscode.Uri, after: string): Promise<vscode.Uri> {
    const query = String(++this.count);
    const address = (side: string, text: string): vscode.Uri => {
      const uri = vscode.Uri.from({ scheme: this.scheme, path: `/${side}/${name}`, query });
      this.contents.set(uri.toString(), text);
      return uri;
    };
    const left = typeof before === 'string' ? address('original', before) : before;
    const right = address('redacted', after);
    await vscode.commands.executeCommand('vscode.diff', left, right, title, { preview: false });
    return right;
  }

  /** Closes the comparison with a text. */
  async close(uri: vscode.Uri): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const shown = tabs.filter(
      ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString(),
    );
    await vscode.window.tabGroups.close(shown, true);
  }
}
