import * as vscode from 'vscode';
import { memberPart } from '../event/member';
import { columnBeside, showRange } from './reveal';
import { type OpenTrail } from './openTrail';
import { type Nature } from '../trail/shape';
import { type Trail } from '../trail/trail';
import { type ExplorerInput, type RevealOptions } from './input';

let count = 0;
const known = new WeakMap<OpenTrail, DocumentInput>();

/** The trail of an open document as the explorer's input. */
export class DocumentInput implements ExplorerInput {
  readonly key = `document-${++count}`;
  readonly onDidChange: vscode.Event<void>;
  readonly onDidSelect: vscode.Event<void>;
  private last: vscode.TextEditor | undefined;

  private constructor(readonly open: OpenTrail) {
    this.onDidChange = open.onDidChange;
    this.onDidSelect = (listener, thisArg: unknown, disposables) =>
      vscode.window.onDidChangeTextEditorSelection(
        ({ textEditor }) => {
          if (textEditor.document !== open.document) return;
          this.last = textEditor;
          listener.call(thisArg);
        },
        undefined,
        disposables,
      );
  }

  static of(open: OpenTrail): DocumentInput {
    let input = known.get(open);
    if (input === undefined) known.set(open, (input = new DocumentInput(open)));
    return input;
  }

  get log(): OpenTrail {
    return this.open;
  }

  get title(): string {
    return this.open.uri.path.split('/').at(-1) ?? '';
  }

  get trail(): Trail {
    return this.open.trail;
  }

  get arrangement(): number {
    return this.open.arrangement;
  }

  get nature(): Nature {
    return this.open.nature;
  }

  selectedRow(): number {
    const editor = this.editor;
    if (editor === undefined) return -1;
    const { rows } = this.trail;
    const offset = this.open.document.offsetAt(editor.selection.active);
    // Where one record touches the next, the cursor is in the one that starts there: that is where `reveal` puts it.
    const row = rows.firstEndingAfter(offset);
    return row < rows.size && rows.start(row) <= offset ? row : this.trail.rowAt(offset);
  }

  position(): number {
    const row = this.selectedRow();
    const { editor } = this;
    if (row >= 0 || editor === undefined) return row;
    return this.trail.rows.firstEndingAfter(this.open.document.offsetAt(editor.selection.active)) - 0.5;
  }

  async reveal(row: number, { preserveFocus, part: given, member, uncovered }: RevealOptions): Promise<void> {
    const { rows } = this.trail;
    const part = given ?? (member && memberPart(this.trail, row, member));
    const start = rows.start(row);
    const range = this.open.range(
      part === undefined ? start : start + part.start,
      part === undefined ? rows.end(row) : start + part.end,
    );
    const viewColumn = this.editor?.viewColumn ?? columnBeside(uncovered);
    await showRange(this.open.document, range, { preserveFocus, viewColumn });
  }

  /** The editor that shows the document: the active one, else the one used last, else any. */
  private get editor(): vscode.TextEditor | undefined {
    const { document } = this.open;
    const active = vscode.window.activeTextEditor;
    if (active?.document === document) return active;
    const visible = vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
    return visible.find((editor) => editor === this.last) ?? visible[0];
  }
}
