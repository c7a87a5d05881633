import * as vscode from 'vscode';
import { meaningOf } from '../filter/meaning';
import { Disposable } from '../workspace/disposable';
import { together } from '../workspace/together';
import { inBackground } from '../workspace/faults';
import { TRAIL_SELECTOR } from '../workspace/language';
import { type OpenTrail } from '../workspace/openTrail';
import { type Services } from '../workspace/services';
import { countsOf } from './lenses/counts';
import { lineOf, MAX_WIDTH, plainLine } from './lenses/line';
import { summaryOf } from './lenses/summary';
import { MAX_LENSES, lensRows } from './lenses/rows';
import { readerLanguages } from '../workspace/display';
import { isRead } from '../workspace/whenRead';

export { MAX_LENSES };

/** The settings that show the line, and in it how often the ids of the event occur. */
const SUMMARY = 'trail.codeLens';
const COUNTS = 'trail.referencesCodeLens';
/** What lenses depend on besides the log. */
const SETTINGS = [SUMMARY, COUNTS, 'trail.hover.languages'];
/** The line does not wait longer for the counts, in ms: they come behind it. */
const PATIENCE = 250;

/** A line above each event that says in short what happened, and in how many events its ids occur. */
export function registerLenses(services: Services): vscode.Disposable {
  return together(new Lenses(services));
}

class Lenses extends Disposable implements vscode.CodeLensProvider {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(private readonly services: Services) {
    super();
    const { trails, catalogues } = services;
    const change = (): void => {
      this.changed.fire();
    };
    this.register(catalogues.onDidChange(change));
    // What stands in other open logs counts as well.
    this.register(trails.onDidOpen(change));
    this.register(trails.onDidClose(change));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (SETTINGS.some((setting) => event.affectsConfiguration(setting))) change();
      }),
    );
    this.register(vscode.languages.registerCodeLensProvider(TRAIL_SELECTOR, this));
  }

  async provideCodeLenses(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeLens[] | undefined> {
    const open = this.services.trails.get(document);
    if (open === undefined || !isOn(SUMMARY, document)) return undefined;
    if (!(await isRead(open, token))) return undefined;
    const { rows } = open.trail;
    const lineOf = (row: number): number => document.positionAt(rows.start(row)).line;
    return lensRows(open.trail, lineOf).map((row) => new EventLens(document, open.range(rows.start(row), rows.start(row))));
  }

  async resolveCodeLens(lens: vscode.CodeLens): Promise<vscode.CodeLens> {
    if (!(lens instanceof EventLens)) return lens;
    const { document, range } = lens;
    const open = this.services.trails.get(document);
    const at = document.offsetAt(range.start);
    const row = open?.trail.rowAt(at) ?? -1;
    let title = '';
    let whole = '';
    let counts: readonly string[] = [];
    if (open !== undefined && row >= 0 && open.trail.isEvent(row)) {
      const summary = summaryOf(open.trail, row, meaningOf(open.trail, row), readerLanguages());
      counts = isOn(COUNTS, document) ? await this.countsSoon(open, row) : [];
      title = lineOf(summary, counts, MAX_WIDTH);
      whole = lineOf(summary, counts);
    }
    // A lens without a title would be shown as "no commands".
    title ||= ' ';
    lens.command =
      counts.length === 0
        ? { title, command: '' }
        : {
            title,
            command: 'trail.findId',
            arguments: [document.uri.toString(), at],
            tooltip: [
              whole === title ? '' : plainLine(whole),
              vscode.l10n.t(
                'Events of the open logs that hold the same ID. Click to see its places. + says at least: of logs that are in no document only the key fields are counted.',
              ),
            ]
              .filter((part) => part !== '')
              .join('\n'),
          };
    return lens;
  }

  /** The counts of an event's ids; nothing where they take long, and the lenses anew when they are there. */
  private async countsSoon(open: OpenTrail, row: number): Promise<readonly string[]> {
    const counting = countsOf(open, row, this.services.counts);
    let isLate = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        isLate = true;
        resolve(undefined);
      }, PATIENCE);
    });
    inBackground(this.services.faults, async () => {
      await counting.finally(() => {
        clearTimeout(timer);
      });
      if (isLate) this.changed.fire();
    });
    return (await Promise.race([counting, late])) ?? [];
  }
}

function isOn(setting: string, document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration(undefined, document).get(setting, true);
}

class EventLens extends vscode.CodeLens {
  constructor(
    readonly document: vscode.TextDocument,
    range: vscode.Range,
  ) {
    super(range);
  }
}
