import * as vscode from 'vscode';
import { areUnified, type LineEnd, lineEndsOf } from '../sources/lineEnds';
import { inSlices } from '../trail/steps';
import { Disposable } from '../workspace/disposable';
import { TRAIL_LANGUAGE } from '../workspace/language';
import { type Services } from '../workspace/services';
import { StatusRemark } from './statusRemark';

/** How long reading a file may hold the extension host at a time, in ms. */
const SLICE = 8;

/** Says in the language status what any save would change of the log in the active editor: line ends of several kinds, which the editor makes alike. */
export function registerSavingStatus(services: Services): vscode.Disposable {
  return vscode.Disposable.from(new SavingStatus(services));
}

class SavingStatus extends Disposable {
  private readonly remark = this.register(new StatusRemark('trail.saving', vscode.l10n.t('ActionTrail Log: Saving')));
  /** What was read of the files of documents that are as they are on the disk; undefined while that is done. */
  private readonly read = new WeakMap<vscode.TextDocument, readonly LineEnd[]>();

  constructor(private readonly services: Services) {
    super();
    const { trails } = services;
    this.register(
      trails.onDidChangeActive(() => {
        this.update();
      }),
    );
    // Saved: all alike. Read anew from the disk: they may be others.
    this.register(
      vscode.workspace.onDidSaveTextDocument((document) => {
        this.forget(document);
      }),
    );
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (!document.isDirty) this.forget(document);
      }),
    );
    this.update();
  }

  private forget(document: vscode.TextDocument): void {
    if (this.read.delete(document)) this.update();
  }

  private update(): void {
    const document = this.services.trails.active?.document;
    this.show(document);
    if (document === undefined || this.read.has(document) || document.isDirty || !isSaved(document)) return;
    this.read.set(document, []);
    void this.look(document);
  }

  private async look(document: vscode.TextDocument): Promise<void> {
    try {
      const blocks = await this.services.platform.files.open(document.uri.toString());
      try {
        const kinds = await inSlices(lineEndsOf(blocks), () => document.isClosed || !this.read.has(document), SLICE);
        if (kinds === undefined) return;
        this.read.set(document, kinds);
      } finally {
        blocks.dispose();
      }
    } catch {
      // The file cannot be read any more: the editor says so when it is saved.
      return;
    }
    if (this.services.trails.active?.document === document) this.show(document);
  }

  private show(document: vscode.TextDocument | undefined): void {
    const kinds = (document && this.read.get(document)) ?? [];
    const all = document?.eol === vscode.EndOfLine.CRLF ? 'CRLF' : 'LF';
    const text = vscode.l10n.t('Mixed line ends ({0}): saving makes all of them {1}', kinds.join(', '), all);
    this.remark.show(areUnified(kinds) ? { text } : undefined);
  }
}

/** Whether a document stands in a file that can be written. */
function isSaved({ uri, isUntitled, languageId }: vscode.TextDocument): boolean {
  return languageId === TRAIL_LANGUAGE && !isUntitled && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}
