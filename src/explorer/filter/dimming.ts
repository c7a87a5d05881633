import * as vscode from 'vscode';
import { type RowTest } from '../../filter/rowTest';
import { Disposable } from '../../workspace/disposable';
import { type Filters } from '../../workspace/filters';
import { type OpenTrail } from '../../workspace/openTrail';
import { type Trails } from '../../workspace/trails';

const SETTING = 'trail.explorer.dim';
/** Changes that come closer together are followed as one, in ms. */
const PAUSE = 50;
/** Rows that are judged around what can be seen, at most. */
const MAX_ROWS = 2_000;

/** Makes the events that a filter hides pale in the editor, as far as they can be seen. */
export class Dimming extends Disposable {
  private readonly style = this.register(vscode.window.createTextEditorDecorationType({ opacity: '0.35' }));
  private readonly timers = new Map<vscode.TextEditor, ReturnType<typeof setTimeout>>();
  private readonly tests = new WeakMap<OpenTrail, { readonly filter: unknown; readonly test: RowTest }>();

  constructor(
    private readonly trails: Trails,
    private readonly filters: Filters,
  ) {
    super();
    const all = (): void => {
      for (const editor of vscode.window.visibleTextEditors) this.schedule(editor);
    };
    this.register(filters.onDidChange(all));
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
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SETTING)) all();
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
        if (open !== undefined) editor.setDecorations(this.style, this.hidden(editor, open));
      }, PAUSE),
    );
  }

  private hidden(editor: vscode.TextEditor, open: OpenTrail): vscode.Range[] {
    const filter = this.filters.of(open);
    const isWanted = vscode.workspace.getConfiguration(undefined, open.document).get(SETTING, true);
    if (filter.isEmpty || !isWanted) return [];
    const known = this.tests.get(open);
    const test = known?.filter === filter ? known.test : filter.matcher(open.trail);
    this.tests.set(open, { filter, test });
    const { rows } = open.trail;
    const ranges: vscode.Range[] = [];
    for (const range of editor.visibleRanges) {
      const end = open.document.offsetAt(range.end);
      let row = rows.firstEndingAfter(open.document.offsetAt(range.start));
      for (let judged = 0; row < rows.size && rows.start(row) <= end && judged < MAX_ROWS; row++, judged++)
        if (open.trail.isEvent(row) && !test(row)) ranges.push(open.rowRange(row));
    }
    return ranges;
  }
}

/** Switches the paleness on or off, for all windows. */
export async function toggleDimming(): Promise<void> {
  const configuration = vscode.workspace.getConfiguration();
  await configuration.update(SETTING, !configuration.get(SETTING, true), vscode.ConfigurationTarget.Global);
}
