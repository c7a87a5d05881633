import * as vscode from 'vscode';
import { meaningOf } from '../explorer/meanings';
import { Disposable } from '../workspace/disposable';
import { TRAIL_SELECTOR } from '../workspace/language';
import { type Services } from '../workspace/services';
import { summaryOf } from './lenses/summary';
import { MAX_LENSES, lensRows } from './lenses/rows';
import { readerLanguages } from './readerLanguages';
import { whenScanned } from './whenScanned';

export { MAX_LENSES };

/** The setting that shows them, and the one that says in which languages. */
const SETTINGS = ['trail.codeLens', 'trail.hover.languages'];

/** A line above each event that says in short what happened. */
export function registerLenses({ trails, catalogues }: Services): vscode.Disposable {
  return vscode.Disposable.from(new Lenses(trails, catalogues));
}

class Lenses extends Disposable implements vscode.CodeLensProvider {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(
    private readonly trails: Services['trails'],
    catalogues: Services['catalogues'],
  ) {
    super();
    this.register(
      catalogues.onDidChange(() => {
        this.changed.fire();
      }),
    );
    this.register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (SETTINGS.some((setting) => change.affectsConfiguration(setting))) this.changed.fire();
      }),
    );
    this.register(vscode.languages.registerCodeLensProvider(TRAIL_SELECTOR, this));
  }

  async provideCodeLenses(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeLens[] | undefined> {
    const open = this.trails.get(document);
    if (open === undefined || !vscode.workspace.getConfiguration('trail', document).get('codeLens', true)) return undefined;
    if (!(await whenScanned(open, token))) return undefined;
    const { rows } = open.trail;
    const lineOf = (row: number): number => document.positionAt(rows.start(row)).line;
    return lensRows(open.trail, lineOf).map((row) => new EventLens(document, open.range(rows.start(row), rows.start(row))));
  }

  resolveCodeLens(lens: vscode.CodeLens): vscode.CodeLens {
    if (!(lens instanceof EventLens)) return lens;
    const open = this.trails.get(lens.document);
    const row = open?.trail.rowAt(lens.document.offsetAt(lens.range.start)) ?? -1;
    const title =
      open !== undefined && row >= 0 && open.trail.isEvent(row)
        ? summaryOf(open.trail, row, meaningOf(open.trail, row), readerLanguages())
        : '';
    // A lens without a title would be shown as "no commands".
    lens.command = { title: title === '' ? ' ' : title, command: '' };
    return lens;
  }
}

class EventLens extends vscode.CodeLens {
  constructor(
    readonly document: vscode.TextDocument,
    range: vscode.Range,
  ) {
    super(range);
  }
}
