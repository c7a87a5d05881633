import * as vscode from 'vscode';
import { reasonOf } from '../platform/files';
import { isGzip } from '../platform/gunzip';
import { type Platform } from '../platform/platform';
import { EDITOR_LIMIT } from '../sources/limits';
import { exceedsUnits } from '../sources/units';
import { contentUri } from './gzipFiles';
import { TRAIL_LANGUAGE } from './language';
import { type Sources } from './sources';
import { type Summaries } from './summaries';
import { showError } from './notices';

/** What a file is opened as. */
type Kind = 'folder' | 'compressed' | 'large' | 'document';

/** Opens logs of every kind: documents, compressed files, files that are too large for a document, folders. */
export class LogOpener {
  constructor(
    private readonly platform: Platform,
    private readonly sources: Sources,
    private readonly summaries: Summaries,
  ) {}

  /** Opens what somebody says is a log. Failures are told to the user. */
  async open(uri: vscode.Uri): Promise<void> {
    try {
      const kind = await this.kindOf(uri);
      if (kind === 'folder') await this.openFolder(uri);
      else if (kind === 'compressed') await this.openCompressed(uri);
      else if (kind === 'large') await this.openLarge(uri);
      else await showLog(uri);
    } catch (error) {
      void showError(vscode.l10n.t('The log cannot be opened: {0}', reasonOf(error)));
    }
  }

  /** Shows the content of a compressed file. */
  async openCompressed(uri: vscode.Uri, options: vscode.TextDocumentShowOptions = { preview: false }): Promise<void> {
    const content = contentUri(uri);
    const blocks = await this.platform.files.open(content.toString());
    const isLarge = await exceedsUnits(blocks, EDITOR_LIMIT);
    blocks.dispose();
    if (isLarge) await this.openLarge(content);
    else await showLog(content, options);
  }

  async openFolder(uri: vscode.Uri): Promise<void> {
    const { source, reading } = this.sources.openFolder(uri);
    await this.summaries.show(source);
    await reading;
  }

  /** Opens a file that is too large for a document; its summary stands for it among the tabs. */
  async openLarge(uri: vscode.Uri): Promise<void> {
    const { source, reading } = await this.sources.openFile(uri);
    await this.summaries.show(source);
    await reading;
  }

  private async kindOf(uri: vscode.Uri): Promise<Kind> {
    const { files } = this.platform;
    const key = uri.toString();
    const { size, isFolder } = await files.stat(key);
    if (isFolder) return 'folder';
    if (/\.gz$/i.test(uri.path)) return 'compressed';
    const blocks = await files.open(key);
    try {
      if (isGzip(blocks.read(0, 4))) return 'compressed';
      return size > EDITOR_LIMIT && (await exceedsUnits(blocks, EDITOR_LIMIT)) ? 'large' : 'document';
    } finally {
      blocks.dispose();
    }
  }
}

/** Who opens a file as a log says that it is a trail; what it is otherwise, the view tells. */
async function showLog(uri: vscode.Uri, options: vscode.TextDocumentShowOptions = { preview: false }): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const isTrail = document.languageId === TRAIL_LANGUAGE;
  const shown = isTrail ? document : await vscode.languages.setTextDocumentLanguage(document, TRAIL_LANGUAGE);
  await vscode.window.showTextDocument(shown, options);
}
