import * as vscode from 'vscode';
import { reasonOf } from '../platform/files';
import { type Platform } from '../platform/platform';
import { cutEvents } from '../sources/cutEvents';
import { FileLog } from '../sources/fileLog';
import { MAX_EVENTS, MAX_FILE, MAX_WINDOW } from '../sources/limits';
import { type Search } from '../sources/textSearch';
import { type Trail } from '../trail/trail';
import { bytesOf, numberOf, percentOf } from './display';
import { type EventDocuments } from './eventDocuments';
import { OpenSource } from './openSource';
import { say } from './notices';

/** A log in a file that is too large for a document, read in parts and followed while it grows. */
export class OpenFile extends OpenSource {
  private isBusy = false;
  /** The file has changed while it was being read. */
  private isStale = false;
  private isStopped = false;
  /** Why the file could not be read to its end, and why it could not be looked at again. */
  private problem: string | undefined;
  private followProblem: string | undefined;
  private cutOf: { readonly trail: Trail; readonly version: number; readonly count: number } | undefined;

  private constructor(
    uri: vscode.Uri,
    documents: EventDocuments,
    private readonly log: FileLog,
  ) {
    super(uri, documents);
  }

  static async open(platform: Platform, uri: vscode.Uri, documents: EventDocuments): Promise<OpenFile> {
    const key = uri.toString();
    const file: OpenFile = new OpenFile(
      uri,
      documents,
      await FileLog.open(platform, key, () => {
        file.changed.fire();
      }),
    );
    file.register(file.log);
    file.register(
      platform.files.watch(key, () => {
        void file.follow();
      }),
    );
    return file;
  }

  get trail(): Trail {
    return this.log.trail;
  }

  protected readonly searchText: Search = (words, goesOn) => this.log.search(words, goesOn);

  /** Reads the file. */
  async read(): Promise<void> {
    const title = vscode.l10n.t('Reading {0}', this.title);
    this.isBusy = true;
    await this.inProgress(title, async (signal, report) => {
      const listener = this.onDidChange(() => {
        report(this.share, percentOf(this.share));
      });
      try {
        await this.log.index(signal);
      } catch (error) {
        this.problem = reasonOf(error);
      }
      listener.dispose();
      this.isStopped = signal.aborted;
    });
    this.isBusy = false;
    this.changed.fire();
    // It may have changed before it was watched.
    await this.follow();
  }

  summary(): readonly string[] {
    const { log, trail } = this;
    const lines = [this.uri.scheme === 'file' ? this.uri.fsPath : this.uri.toString(), ''];
    lines.push(vscode.l10n.t('Size: {0}', bytesOf(log.size)));
    lines.push(vscode.l10n.t('Events: {0}', numberOf(trail.events)));
    if (!trail.isComplete) lines.push(vscode.l10n.t('{0} read', percentOf(this.share)));
    lines.push(...this.limits());
    const skipped = trail.rows.size - trail.events;
    if (skipped > 0) lines.push(vscode.l10n.t('Stretches that are no events: {0}', numberOf(skipped)));
    return lines;
  }

  isDuplicate(): boolean {
    return false;
  }

  limits(): readonly string[] {
    const { t } = vscode.l10n;
    const lines: string[] = [];
    if (this.isStopped) lines.push(t('The reading was stopped: what lies behind is not shown.'));
    const problem = this.problem ?? this.followProblem;
    if (problem !== undefined) lines.push(t('The file could not be read: {0}', problem));
    if (this.log.limit === 'events')
      lines.push(
        t('The log has more than {0} events (the limit MAX_EVENTS): what lies behind is not shown.', numberOf(MAX_EVENTS)),
      );
    if (this.log.limit === 'size')
      lines.push(t('The log has more than {0} (the limit MAX_FILE): what lies behind is not shown.', bytesOf(MAX_FILE)));
    const cut = this.cut;
    if (cut > 0)
      lines.push(
        t('Events of more than {0} were cut off there: {1} (the limit MAX_WINDOW).', bytesOf(MAX_WINDOW), numberOf(cut)),
      );
    return lines;
  }

  /** How many events were too long to be read to their end, as soon as the log has been. */
  private get cut(): number {
    const { trail } = this;
    if (!trail.isComplete) return 0;
    if (this.cutOf?.trail !== trail || this.cutOf.version !== trail.version)
      this.cutOf = { trail, version: trail.version, count: cutEvents(trail) };
    return this.cutOf.count;
  }

  private get share(): number {
    const { trail } = this;
    return trail.text.length === 0 ? 1 : Math.min(1, trail.scanned / trail.text.length);
  }

  /** Reads what was added since. */
  private async follow(): Promise<void> {
    this.isStale = true;
    if (this.isBusy || this.isStopped || this.isDisposed) return;
    this.isBusy = true;
    while (this.isStale && !this.signal.aborted) {
      this.isStale = false;
      try {
        const change = await this.log.follow(this.signal);
        this.followProblem = undefined;
        if (change !== 'none') this.problem = undefined;
        if (change === 'replaced') say(vscode.l10n.t('{0} was replaced, and has been read anew.', this.title));
      } catch (error) {
        // The file is gone for a moment, or for good: what was read stays.
        this.followProblem = reasonOf(error);
      }
    }
    this.isBusy = false;
    this.changed.fire();
  }
}
