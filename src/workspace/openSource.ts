import * as vscode from 'vscode';
import { reasonOf } from '../platform/files';
import { type Search as TextSearch } from '../sources/textSearch';
import { type Groups } from '../trail/group/groups';
import { spellingsOf } from '../trail/search';
import { natureOf, type Nature } from '../trail/shape';
import { batches } from '../trail/steps';
import { type Trail } from '../trail/trail';
import { Disposable } from './disposable';
import { keyIn, rowOf } from './eventAddress';
import { type EventDocuments } from './eventDocuments';
import { groupedIn, type Grouping } from './grouped';
import { EVENT_SCHEME } from './language';
import { showError, showProgress } from './notices';
import { type EventFinding, type Found, type Locate, type OpenLog, type Place, type RevealOptions, type Search } from './openLog';
import { locationsShown, partShown, placesShown } from './shownEvent';

/** Tabs may outlive their session: what they show must not be taken for a log of the next one. */
const session = Date.now().toString(36);
let count = 0;

/** A log that is not in a document: a file that the editor gives to no extension, a folder of delivered objects. Its events open one by one. */
export abstract class OpenSource extends Disposable implements OpenLog {
  readonly key = `${session}-${++count}`;
  protected readonly changed = this.register(new vscode.EventEmitter<void>());
  /** Rows were added, or the trail is another one. */
  readonly onDidChange = this.changed.event;
  private readonly controller = new AbortController();
  private known: { trail: Trail; version: number; nature: Nature } | undefined;

  constructor(
    readonly uri: vscode.Uri,
    private readonly documents: EventDocuments,
  ) {
    super();
  }

  abstract readonly trail: Trail;

  /** Looks for words in the text of all events. */
  protected abstract readonly searchText: TextSearch;

  /** What there is to say of the log as a whole, as lines of text. */
  abstract summary(): readonly string[];

  abstract isDuplicate(row: number): boolean;

  abstract limits(): readonly string[];

  readonly onDidFind: vscode.Event<number> = (listener, thisArg: unknown, disposables) =>
    this.documents.onDidFind(
      ({ log, row }) => {
        if (log === this) listener.call(thisArg, row);
      },
      undefined,
      disposables,
    );

  readonly onDidSelect: vscode.Event<void> = (listener, thisArg: unknown, disposables) =>
    vscode.window.onDidChangeActiveTextEditor(
      () => {
        listener.call(thisArg);
      },
      undefined,
      disposables,
    );

  /** The name of the file or folder. */
  get title(): string {
    const { path } = this.uri;
    return path.replace(/\/+$/, '').split('/').at(-1) ?? path;
  }

  get nature(): Nature {
    const { trail } = this;
    if (this.known?.trail !== trail || this.known.version !== trail.version)
      this.known = { trail, version: trail.version, nature: natureOf(trail) };
    return this.known.nature;
  }

  recordText(row: number): string {
    return this.trail.recordText(row);
  }

  watch(): () => boolean {
    const { trail } = this;
    return () => !this.isDisposed && this.trail === trail;
  }

  selectedRow(): number {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return uri === undefined ? -1 : this.rowShownAt(uri);
  }

  position(): number {
    return this.selectedRow();
  }

  rowShownAt(uri: vscode.Uri): number {
    return uri.scheme === EVENT_SCHEME && keyIn(uri) === this.key ? rowOf(this.trail, uri) : -1;
  }

  async reveal(row: number, { preserveFocus, part: given, member, uncovered }: RevealOptions): Promise<void> {
    try {
      const editor = await this.documents.show(this, row, preserveFocus, uncovered);
      const part = given ?? (member && partShown(editor.document.getText(), member));
      if (part === undefined) return;
      const range = new vscode.Range(editor.document.positionAt(part.start), editor.document.positionAt(part.end));
      editor.selection = new vscode.Selection(range.start, range.end);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    } catch (error) {
      void showError(vscode.l10n.t('The event cannot be read: {0}', reasonOf(error)));
    }
  }

  places(row: number, locate: Locate): readonly Place[] {
    return placesShown(this, row, locate);
  }

  async *search({ value, except, goesOn }: Search): AsyncGenerator<Found, void, undefined> {
    const isOpen = (): boolean => !this.isDisposed && goesOn();
    for await (const { rows, share, problems: unread } of this.searchText(spellingsOf(value), isOpen)) {
      const problems = [...unread];
      const wanted = rows.filter((row) => row !== except);
      for await (const locations of batches(locationsShown(this, wanted, value, problems), isOpen))
        yield { locations, share, problems: problems.splice(0) };
    }
  }

  group(grouping: Grouping): Promise<Groups | undefined> {
    return groupedIn(this.trail, grouping);
  }

  eventFindings(row: number): readonly EventFinding[] {
    return this.documents.findings(this, row);
  }

  /** Aborted when the log is closed. */
  protected get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Does work that takes long, with progress and a way to stop it. The signal is also aborted when the log is closed. */
  protected async inProgress(
    title: string,
    work: (signal: AbortSignal, report: (share: number, message: string) => void) => Promise<void>,
  ): Promise<void> {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    await showProgress(options, async (progress, token) => {
      const stop = new AbortController();
      const abort = (): void => {
        stop.abort();
      };
      token.onCancellationRequested(abort);
      this.signal.addEventListener('abort', abort);
      let told = 0;
      await work(stop.signal, (share, message) => {
        const percent = Math.floor(share * 100);
        progress.report({ increment: percent - told, message });
        told = percent;
      });
    });
  }

  override dispose(): void {
    this.controller.abort();
    super.dispose();
  }
}
