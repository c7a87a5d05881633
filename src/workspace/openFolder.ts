import { problemMessage } from '../sources/unpack';
import * as vscode from 'vscode';
import { reasonOf } from '../platform/files';
import { type Platform } from '../platform/platform';
import { type FailureReason, type Refusal } from '../sources/failure';
import { FolderLog } from '../sources/folderLog';
import { MAX_EVENTS, MAX_FAILURES, MAX_OBJECTS } from '../sources/limits';
import { isLogName } from '../sources/objects';
import { type Nature } from '../trail/shape';
import { type Search } from '../sources/textSearch';
import { type Trail } from '../trail/trail';
import { numberOf } from './display';
import { type EventDocuments } from './eventDocuments';
import { OpenSource } from './openSource';

/** A folder of delivered objects as one log. */
export class OpenFolder extends OpenSource {
  private readonly log: FolderLog;
  private isStopped = false;
  private problem: string | undefined;
  private isBusy = false;
  /** Files that were written while it is open, by their paths below the folder. */
  private readonly written = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(platform: Platform, uri: vscode.Uri, documents: EventDocuments) {
    super(uri, documents);
    this.log = new FolderLog(platform, uri.toString(), vscode.l10n.t);
    const watcher = this.register(vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(uri, '**')));
    const written = ({ path }: vscode.Uri): void => {
      const name = path.slice(this.uri.path.replace(/\/+$/, '').length + 1);
      // Logs, and folders, which may have come with logs in them.
      if (!isLogName(name) && !/(?:^|\/)[^./]+$/.test(name)) return;
      this.written.add(name);
      this.followSoon();
    };
    this.register(watcher.onDidCreate(written));
    this.register(watcher.onDidChange(written));
  }

  get trail(): Trail {
    return this.log.trail;
  }

  protected readonly searchText: Search = (words, goesOn) => this.log.search(words, goesOn);

  override get nature(): Nature {
    return this.log.nature;
  }

  override recordText(row: number): string {
    const text = super.recordText(row);
    if (text === '') throw new Error(`${this.log.objectOf(row)}: ${this.log.problem ?? ''}`);
    return text;
  }

  isDuplicate(row: number): boolean {
    return this.log.duplicates.has(row);
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  /** Reads all objects. */
  async read(): Promise<void> {
    this.isBusy = true;
    await this.inProgress(vscode.l10n.t('Reading {0}', this.title), async (signal, report) => {
      try {
        await this.log.index(signal, (done, total) => {
          report(done / total, vscode.l10n.t('{0} of {1} files', numberOf(done), numberOf(total)));
        });
      } catch (error) {
        this.problem = reasonOf(error);
      }
      this.isStopped = signal.aborted;
    });
    this.isBusy = false;
    this.changed.fire();
    if (this.written.size > 0) this.followSoon();
  }

  private followSoon(): void {
    if (this.isStopped || this.isDisposed) return;
    // Objects are delivered together, and written piece by piece.
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.follow();
    }, FOLLOW_AFTER);
  }

  /** Reads what was delivered since. */
  private async follow(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    const written = new Set(this.written);
    this.written.clear();
    try {
      if (await this.log.update(written, this.signal)) this.changed.fire();
    } catch (error) {
      // The folder is gone for a moment, or for good: what was read stays.
      this.problem = reasonOf(error);
      this.changed.fire();
    }
    this.isBusy = false;
    if (this.written.size > 0) this.followSoon();
  }

  summary(): readonly string[] {
    const { log, trail } = this;
    const { t } = vscode.l10n;
    const lines = [this.uri.scheme === 'file' ? this.uri.fsPath : this.uri.toString(), ''];
    if (trail.isComplete) {
      lines.push(t('Files: {0}', numberOf(log.objects.length)), t('Events: {0}', numberOf(trail.events)));
      lines.push(t('Duplicates by event ID: {0}', numberOf(log.duplicates.size)));
      if (log.skipped > 0) lines.push(t('Stretches that are no events: {0}', numberOf(log.skipped)));
    }
    lines.push(...this.reasons());
    if (log.failures.length > 0) lines.push('', ...this.unread());
    for (const { name, reason } of log.failures.slice(0, MAX_FAILURES))
      lines.push(`  ${name.replace(/\s/g, ' ')}: ${reasonText(reason, t)}`);
    const more = log.failures.length - MAX_FAILURES;
    if (more > 0) lines.push(`  ${t('… and {0} more', numberOf(more))}`);
    return lines;
  }

  limits(): readonly string[] {
    return [...this.reasons(), ...this.unread()];
  }

  private reasons(): readonly string[] {
    const { t } = vscode.l10n;
    const { limit } = this.log;
    const lines: string[] = [];
    if (this.problem !== undefined) lines.push(t('The folder could not be read: {0}', this.problem));
    if (this.isStopped) lines.push(t('The reading was stopped: the other files are not shown.'));
    if (limit === 'objects')
      lines.push(
        t('The folder has more than {0} files (the limit MAX_OBJECTS): the others are not shown.', numberOf(MAX_OBJECTS)),
      );
    if (limit === 'events')
      lines.push(
        t('The log has more than {0} events (the limit MAX_EVENTS): what lies behind is not shown.', numberOf(MAX_EVENTS)),
      );
    return lines;
  }

  private unread(): readonly string[] {
    const { length } = this.log.failures;
    return length === 0 ? [] : [vscode.l10n.t('Files that could not be read, or not to their end: {0}', numberOf(length))];
  }
}

/** How long after a file of the folder was written the folder is looked at, in ms. */
const FOLLOW_AFTER = 1_000;

const REFUSALS: Readonly<Record<Refusal, string>> = {
  irregular: 'This is no regular file, but a folder, a pipe, a device or a socket.',
  'too-large': 'The file is too large to be read with others: open it alone.',
  'no-memory': 'There is no memory left for this file (the limit MAX_HELD).',
  'no-trail': 'The file is no ActionTrail log.',
};

/** Why a file was not read; what the system says of it stays as it is. */
function reasonText(reason: FailureReason, t: typeof vscode.l10n.t): string {
  if (typeof reason === 'string') return reason;
  return 'gzip' in reason ? problemMessage(reason.gzip, reason.length, t, numberOf) : t(REFUSALS[reason.refused]);
}
