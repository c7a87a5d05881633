import * as vscode from 'vscode';
import { meaningOf } from '../filter/meaning';
import { Disposable } from '../workspace/disposable';
import { together } from '../workspace/together';
import { DECODED_SCHEME, TRAIL_SELECTOR } from '../workspace/language';
import { type Services } from '../workspace/services';
import { hintsOf, type Wanted } from './hints/hints';
import { readerLanguages } from '../workspace/display';
import { rowEvent } from '../event/rowEvent';

const SECTION = 'trail.inlayHints';
/** Hints of one look at the screen: a log on one line is a screen of its own. */
const MAX_HINTS = 1_000;
const MAX_EVENTS = 300;

/** What an event name means and what a time is in the reader's zone, behind the values. */
export function registerHints({ trails, catalogues }: Services): vscode.Disposable {
  return together(new Hints(trails, catalogues));
}

class Hints extends Disposable implements vscode.InlayHintsProvider {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChangeInlayHints = this.changed.event;

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
        if (change.affectsConfiguration(SECTION) || change.affectsConfiguration('trail.hover.languages')) this.changed.fire();
      }),
    );
    // While a log is read, hints are asked for before their events are known.
    const follow = (open: ReturnType<Services['trails']['get']>): void => {
      if (open === undefined || open.trail.isComplete) return;
      const listener = open.onDidChange(() => {
        if (!open.trail.isComplete) return;
        listener.dispose();
        this.changed.fire();
      });
    };
    this.register(trails.onDidOpen(follow));
    for (const open of trails.all) follow(open);
    this.register(vscode.languages.registerInlayHintsProvider(TRAIL_SELECTOR, this));
  }

  provideInlayHints(document: vscode.TextDocument, range: vscode.Range, token: vscode.CancellationToken): vscode.InlayHint[] {
    const open = this.trails.get(document);
    const wanted = wantedIn(document);
    if (open === undefined || !(wanted.eventName || wanted.time)) return [];
    const { trail } = open;
    const [language = 'en'] = readerLanguages();
    const start = document.offsetAt(range.start);
    const end = document.offsetAt(range.end);
    const hints: vscode.InlayHint[] = [];
    const first = trail.rows.firstEndingAfter(start);
    for (let row = first; row < Math.min(trail.rows.size, first + MAX_EVENTS) && trail.rows.start(row) < end; row++) {
      if (token.isCancellationRequested || hints.length >= MAX_HINTS) break;
      const event = rowEvent(trail, row);
      for (const { at, label, kind } of event ? hintsOf(event, () => meaningOf(trail, row), language, wanted) : []) {
        if (at < start || at > end) continue;
        const hint = new vscode.InlayHint(document.positionAt(at), label);
        hint.paddingLeft = true;
        if (kind === 'time') hint.tooltip = vscode.l10n.t('Local time');
        hints.push(hint);
      }
    }
    return hints;
  }
}

function wantedIn(document: vscode.TextDocument): Wanted {
  const settings = vscode.workspace.getConfiguration(SECTION, document);
  // A decoded document has its times in comments.
  const isTimeWanted = document.uri.scheme !== DECODED_SCHEME && settings.get('time', true);
  return { eventName: settings.get('eventName', false), time: isTimeWanted };
}
