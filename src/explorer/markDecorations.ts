import * as vscode from 'vscode';
import { Disposable } from '../workspace/disposable';
import { type Faults } from '../workspace/faults';
import { MARK_KINDS, type MarkKind, type Marks } from '../workspace/marks';
import { type OpenTrail } from '../workspace/openTrail';
import { type Trails } from '../workspace/trails';
import { markText } from './markWords';
import { VisibleRows } from './visibleRows';

const COLORS: Readonly<Record<MarkKind, string>> = {
  suspicious: 'charts.red',
  important: 'charts.orange',
  question: 'charts.blue',
  harmless: 'charts.green',
};

/** Shows the marks of events in the editor: a bar along the event, and mark and note behind its first line. */
export class MarkDecorations extends Disposable {
  private readonly styles = new Map<MarkKind, vscode.TextEditorDecorationType>();

  constructor(
    trails: Trails,
    private readonly marks: Marks,
    faults: Faults,
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
    const rows = this.register(
      new VisibleRows(trails, faults, (editor, open) => {
        this.draw(editor, open);
      }),
    );
    this.register(
      marks.onDidChange(() => {
        rows.drawAll();
      }),
    );
  }

  private draw(editor: vscode.TextEditor, open: OpenTrail): void {
    const found = new Map<MarkKind, vscode.DecorationOptions[]>(MARK_KINDS.map((kind) => [kind, []]));
    for (const row of this.marks.isEmpty ? [] : VisibleRows.of(editor, open)) {
      const mark = this.marks.of(open.trail, row);
      if (mark === undefined) continue;
      const whole = open.rowRange(row);
      const first = open.document.lineAt(whole.start.line).range;
      const options = found.get(mark.kind);
      options?.push({ range: first, renderOptions: { after: { contentText: markText(mark) } } });
      if (whole.end.line > whole.start.line) options?.push({ range: new vscode.Range(whole.start.translate(1), whole.end) });
    }
    for (const [kind, style] of this.styles) editor.setDecorations(style, found.get(kind) ?? []);
  }
}
