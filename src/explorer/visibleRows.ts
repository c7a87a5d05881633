import * as vscode from 'vscode';
import { Disposable } from '../workspace/disposable';
import { type Faults, inBackground } from '../workspace/faults';
import { type OpenTrail } from '../workspace/openTrail';
import { type Trails } from '../workspace/trails';

/** Changes that come closer together are followed as one, in ms. */
const PAUSE = 50;
/** Rows that are gone through in one stretch of an editor, at most. */
const MAX_ROWS = 2_000;

/** Draws what editors with a log show, again whenever that may have changed: they scroll, are edited, a log has been read, or `drawAll` is called. */
export class VisibleRows extends Disposable {
  private readonly timers = new Map<vscode.TextEditor, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly trails: Trails,
    private readonly faults: Faults,
    private readonly draw: (editor: vscode.TextEditor, open: OpenTrail) => void,
  ) {
    super();
    const all = (): void => {
      this.drawAll();
    };
    this.register(vscode.window.onDidChangeVisibleTextEditors(all));
    this.register(
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        this.schedule(textEditor);
      }),
    );
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) this.schedule(editor);
      }),
    );
    this.register(
      trails.onDidOpen((open) => {
        inBackground(faults, () => open.whenReady().then(all));
      }),
    );
    all();
  }

  /** The rows that an editor shows, in the order of the text. */
  static *of(editor: vscode.TextEditor, open: OpenTrail): Generator<number> {
    const { rows } = open.trail;
    for (const range of editor.visibleRanges) {
      const end = open.document.offsetAt(range.end);
      let row = rows.firstEndingAfter(open.document.offsetAt(range.start));
      for (let count = 0; row < rows.size && rows.start(row) <= end && count < MAX_ROWS; row++, count++) yield row;
    }
  }

  drawAll(): void {
    for (const editor of vscode.window.visibleTextEditors) this.schedule(editor);
  }

  override dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    super.dispose();
  }

  private schedule(editor: vscode.TextEditor): void {
    clearTimeout(this.timers.get(editor));
    this.timers.set(
      editor,
      setTimeout(() => {
        this.timers.delete(editor);
        const open = this.trails.get(editor.document);
        if (open !== undefined)
          inBackground(this.faults, () => {
            this.draw(editor, open);
          });
      }, PAUSE),
    );
  }
}
