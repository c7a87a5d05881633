import * as vscode from 'vscode';
import { type Blocks } from '../platform/files';
import { isBrokenText } from '../sources/brokenText';
import { areUnified, type LineEnd, lineEndsOf } from '../sources/lineEnds';
import { inSlices, STEP, type Steps } from '../trail/steps';
import { Disposable } from '../workspace/disposable';
import { together } from '../workspace/together';
import { inBackground } from '../workspace/faults';
import { TRAIL_LANGUAGE } from '../workspace/language';
import { type Services } from '../workspace/services';
import { StatusRemark } from './statusRemark';

/** How long reading a file may hold the extension host at a time, in ms. */
const SLICE = 8;
const REPLACED = '\ufffd';

/** What the editor cannot keep of a file. */
interface Loss {
  readonly lineEnds: readonly LineEnd[];
  /** Bytes that are no text are shown, and saved, as U+FFFD. */
  readonly isBroken: boolean;
}

const NONE: Loss = { lineEnds: [], isBroken: false };

/**
 * Says in the language status what any save would change of the log in the active editor: line ends of several kinds, which the editor makes alike, and bytes
 * that are no text.
 */
export function registerSavingStatus(services: Services): vscode.Disposable {
  return together(new SavingStatus(services));
}

class SavingStatus extends Disposable {
  private readonly lineEnds = this.register(new StatusRemark('trail.lineEnds', vscode.l10n.t('ActionTrail Log: Saving')));
  private readonly bytes = this.register(new StatusRemark('trail.bytes', vscode.l10n.t('ActionTrail Log: Saving')));
  /** What was found in the files of documents that are as they are on the disk; nothing yet while one is read. */
  private readonly found = new WeakMap<vscode.TextDocument, Loss>();

  constructor(private readonly services: Services) {
    super();
    const { trails } = services;
    this.register(
      trails.onDidChangeActive(() => {
        this.update();
      }),
    );
    this.register(
      vscode.workspace.onDidSaveTextDocument((document) => {
        this.forget(document);
      }),
    );
    // Read anew from the disk: it may be another file.
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (!document.isDirty) this.forget(document);
      }),
    );
    this.update();
  }

  private forget(document: vscode.TextDocument): void {
    if (this.found.delete(document)) this.update();
  }

  private update(): void {
    const document = this.services.trails.active?.document;
    this.show(document);
    if (document === undefined || this.found.has(document) || document.isDirty || !isSaved(document)) return;
    const pending = { ...NONE };
    this.found.set(document, pending);
    inBackground(this.services.faults, () =>
      this.look(document, () => this.found.get(document) === pending && !document.isClosed),
    );
  }

  private async look(document: vscode.TextDocument, goesOn: () => boolean): Promise<void> {
    try {
      const blocks = await this.services.platform.files.open(document.uri.toString());
      try {
        const loss = await inSlices(lossOf(blocks, document), () => !goesOn(), SLICE);
        if (loss === undefined || !goesOn()) return;
        this.found.set(document, loss);
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
    const { lineEnds, isBroken } = (document && this.found.get(document)) ?? NONE;
    const all = document?.eol === vscode.EndOfLine.CRLF ? 'CRLF' : 'LF';
    const mixed = vscode.l10n.t('Mixed line ends ({0}): saving makes all of them {1}', lineEnds.join(', '), all);
    this.lineEnds.show(areUnified(lineEnds) ? { text: mixed } : undefined);
    this.bytes.show(isBroken ? { text: vscode.l10n.t('Bytes that are no text: saving replaces them') } : undefined);
  }
}

function* lossOf(blocks: Blocks, document: vscode.TextDocument): Steps<Loss> {
  const lineEnds = yield* lineEndsOf(blocks);
  // The editor may read the file in another encoding, in which all of it is text.
  const isBroken = (yield* isBrokenText(blocks)) && (yield* isReplaced(document));
  return { lineEnds, isBroken };
}

function* isReplaced(document: vscode.TextDocument): Steps<boolean> {
  for (let line = 0; line < document.lineCount; line++) {
    if (document.lineAt(line).text.includes(REPLACED)) return true;
    if (line % (STEP / 4) === 0) yield;
  }
  return false;
}

/** Whether a document stands in a file that can be written. */
function isSaved({ uri, isUntitled, languageId }: vscode.TextDocument): boolean {
  return languageId === TRAIL_LANGUAGE && !isUntitled && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}
