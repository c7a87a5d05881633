import * as vscode from 'vscode';
import { reasonOf } from '../platform/files';
import { Disposable } from './disposable';
import { type LogOpener } from './logOpener';

/** The custom editors of package.json: that of files whose names say that they are compressed logs, and that of any other compressed file. */
const VIEW_TYPES = ['trail.compressed', 'trail.compressedAny'];

/**
 * What a double click on a compressed file opens: it gives way to the content at once. An editor of its own could show the text, but no hover, no outline
 * and no problems.
 */
export class GzipEditor extends Disposable implements vscode.CustomReadonlyEditorProvider {
  constructor(private readonly opener: LogOpener) {
    super();
    for (const viewType of VIEW_TYPES) this.register(vscode.window.registerCustomEditorProvider(viewType, this));
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  async resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): Promise<void> {
    const { viewColumn, active } = panel;
    try {
      await this.opener.openCompressed(uri, { preserveFocus: !active, ...(viewColumn === undefined ? {} : { viewColumn }) });
      panel.dispose();
    } catch (error) {
      panel.webview.html = page(vscode.l10n.t('The log cannot be opened: {0}', reasonOf(error)));
    }
  }
}

/** A page of nothing but text. */
function page(text: string): string {
  const escaped = text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="${policy}"></head><body>${escaped}</body></html>`;
}
