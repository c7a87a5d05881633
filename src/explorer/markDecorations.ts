import * as vscode from 'vscode';
import { Disposable } from '../workspace/disposable';
import { MARK_KINDS, type MarkKind, type Marks } from '../workspace/marks';
import { type OpenTrail } from '../workspace/openTrail';
import { type Trails } from '../workspace/trails';
import { markText } from './markWords';

/** Changes that come closer together are followed as one, in ms. */
const PAUSE = 50;
/** Rows that are looked at, at most. */
const MAX_ROWS = 2_000;

const COLORS: Readonly<Record<MarkKind, string>> = {
  suspicious: 'charts.red',
  important: 'charts.orange',
  question: 'charts.blue',
  harmless: 'charts.green',
};

/** Shows the marks of events in the editor: a bar along the event, and mark and note behind its first line. */
export class MarkDecorations extends Disposable {
  private readonly styles = new Map<MarkKind, vscode.TextEditorDecorationType>();
  private readonly timers = new Map<vscode.TextEditor, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly trails: Trails,
    private readonly marks: Marks,
  ) {
    super();
    for (const kind of MARK_KINDS) {
      const color = new vscode.ThemeColor(COLORS[kind]);
      const options: vscode.DecorationRenderOptions = {
        isWholeLine: true,
        borderStyle: 'solid',
        borderWidth: '0 0 0 3px',
        borderColor: color,
        overviewRulerColor: color,
        after: { color, margin: '0 0 0 2em' },
      };
      this.styles.set(kind, this.register(vscode.window.createTextEditorDecorationType(options)));
    }
    const all = (): void => {
      for (const editor of vscode.window.visibleTextEditors) this.schedule(editor);
    };
    this.register(marks.onDidChange(all));
    this.register(vscode.window.onDidChangeVisibleTextEditors(all));
    this.register(
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        this.schedule(textEditor);
      }),
    );
    this.register(
      trails.onDidOpen((open) => {
        void open.whenReady().then(all);
      }),
    );
    all();
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
        if (open !== undefined) this.draw(editor, open);
      }, PAUSE),
    );
  }

  private draw(editor: vscode.TextEditor, open: OpenTrail): void {
    const found = new Map<MarkKind, vscode.DecorationOptions[]>(MARK_KINDS.map((kind) => [kind, []]));
    const { rows } = open.trail;
    for (const range of this.marks.isEmpty ? [] : editor.visibleRanges) {
      const end = open.document.offsetAt(range.end);
      let row = rows.firstEndingAfter(open.document.offsetAt(range.start));
      for (let looked = 0; row < rows.size && rows.start(row) <= end && looked < MAX_ROWS; row++, looked++) {
        const mark = this.marks.of(open.trail, row);
        if (mark === undefined) continue;
        const whole = open.rowRange(row);
        const first = open.document.lineAt(whole.start.line).range;
        const options = found.get(mark.kind);
        options?.push({ range: first, renderOptions: { after: { contentText: markText(mark) } } });
        if (whole.end.line > whole.start.line) options?.push({ range: new vscode.Range(whole.start.translate(1), whole.end) });
      }
    }
    for (const [kind, style] of this.styles) editor.setDecorations(style, found.get(kind) ?? []);
  }
}
