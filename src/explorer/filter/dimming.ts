import * as vscode from 'vscode';
import { type RowTest } from '../../filter/rowTest';
import { Disposable } from '../../workspace/disposable';
import { type Faults } from '../../workspace/faults';
import { type Filters } from '../../workspace/filters';
import { type OpenTrail } from '../../workspace/openTrail';
import { type Trails } from '../../workspace/trails';
import { VisibleRows } from '../visibleRows';

const SETTING = 'trail.explorer.dim';

const PALE = '0.35';
/** Who chose a theme of high contrast must be able to read it. */
const PALE_IN_CONTRAST = '0.65';

function isHighContrast(): boolean {
  const { HighContrast, HighContrastLight } = vscode.ColorThemeKind;
  return [HighContrast, HighContrastLight].includes(vscode.window.activeColorTheme.kind);
}

/** Makes the events that a filter hides pale in the editor, as far as they can be seen. */
export class Dimming extends Disposable {
  private readonly styles = [PALE, PALE_IN_CONTRAST].map((opacity) =>
    this.register(vscode.window.createTextEditorDecorationType({ opacity })),
  );
  private readonly tests = new WeakMap<OpenTrail, { readonly filter: unknown; readonly test: RowTest }>();

  constructor(
    trails: Trails,
    private readonly filters: Filters,
    faults: Faults,
  ) {
    super();
    const rows = this.register(
      new VisibleRows(trails, faults, (editor, open) => {
        const hidden = this.hidden(editor, open);
        this.styles.forEach((style, at) => {
          editor.setDecorations(style, isHighContrast() === (at === 1) ? hidden : []);
        });
      }),
    );
    this.register(
      vscode.window.onDidChangeActiveColorTheme(() => {
        rows.drawAll();
      }),
    );
    this.register(
      filters.onDidChange(() => {
        rows.drawAll();
      }),
    );
    this.register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SETTING)) rows.drawAll();
      }),
    );
  }

  private hidden(editor: vscode.TextEditor, open: OpenTrail): vscode.Range[] {
    const filter = this.filters.of(open);
    const isWanted = vscode.workspace.getConfiguration(undefined, open.document).get(SETTING, true);
    if (filter.isEmpty || !isWanted) return [];
    const known = this.tests.get(open);
    const test = known?.filter === filter ? known.test : filter.matcher(open.trail);
    this.tests.set(open, { filter, test });
    const ranges: vscode.Range[] = [];
    for (const row of VisibleRows.of(editor, open)) if (open.trail.isEvent(row) && !test(row)) ranges.push(open.rowRange(row));
    return ranges;
  }
}

/** Switches the paleness on or off, for all windows. */
export async function toggleDimming(): Promise<void> {
  const configuration = vscode.workspace.getConfiguration();
  await configuration.update(SETTING, !configuration.get(SETTING, true), vscode.ConfigurationTarget.Global);
}
