import * as vscode from 'vscode';
import { type Search } from '../sources/textSearch';
import { natureOf, type Nature } from '../trail/shape';
import { type Trail } from '../trail/trail';
import { Disposable } from './disposable';
import { showProgress } from './notices';

/** Tabs may outlive their session: what they show must not be taken for a log of the next one. */
const session = Date.now().toString(36);
let count = 0;

/** A log that is not in a document: a file that the editor gives to no extension, a folder of delivered objects. */
export abstract class OpenSource extends Disposable {
  /** Tells it from all others of the session. */
  readonly id = `${session}-${++count}`;
  protected readonly changed = this.register(new vscode.EventEmitter<void>());
  /** Rows were added, or the trail is another one. */
  readonly onDidChange = this.changed.event;
  private readonly controller = new AbortController();
  private known: { trail: Trail; version: number; nature: Nature } | undefined;

  constructor(readonly uri: vscode.Uri) {
    super();
  }

  abstract readonly trail: Trail;

  /** Looks for words in the text of all events; it also ends when the log is closed. */
  search(words: readonly string[], goesOn: () => boolean): ReturnType<Search> {
    return this.searchText(words, () => !this.isDisposed && goesOn());
  }

  protected abstract readonly searchText: Search;

  /** What there is to say of the log as a whole, as lines of text. */
  abstract summary(): readonly string[];

  /** Why not all of the log is there, a line each. */
  abstract limits(): readonly string[];

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

  /** The text of an event; fails with the reason where it cannot be read any more. */
  recordText(row: number): string {
    return this.trail.recordText(row);
  }

  /** Whether an event occurred before; undefined where that is not known. */
  readonly isDuplicate?: (row: number) => boolean;

  /** Aborted when the log is closed. */
  protected get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Does work that takes long, with progress and a way to stop it. The signal is also aborted when the log is closed. */
  protected async inProgress(
    title: string,
    work: (signal: AbortSignal, report: (share: number, message: string) => void) => Promise<void>,
  ): Promise<void> {
    const options = { location: vscode.ProgressLocation.Notification, title: title, cancellable: true };
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
