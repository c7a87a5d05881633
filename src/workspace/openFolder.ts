import { problemMessage } from '../sources/unpack';
import * as vscode from 'vscode';
import { reasonOf } from '../platform/files';
import { type Platform } from '../platform/platform';
import { type Failure, FolderLog, type Refusal } from '../sources/folderLog';
import { MAX_EVENTS, MAX_FAILURES, MAX_OBJECTS } from '../sources/limits';
import { type Nature } from '../trail/shape';
import { type Search } from '../sources/textSearch';
import { type Trail } from '../trail/trail';
import { numberOf } from './amounts';
import { OpenSource } from './openSource';

/** A folder of delivered objects as one log. */
export class OpenFolder extends OpenSource {
  private readonly log: FolderLog;
  override readonly isDuplicate = (row: number): boolean => this.log.duplicates.has(row);
  private isStopped = false;
  private problem: string | undefined;

  constructor(platform: Platform, uri: vscode.Uri) {
    super(uri);
    this.log = new FolderLog(platform, uri.toString());
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

  /** Reads all objects. */
  async read(): Promise<void> {
    await this.withProgress(vscode.l10n.t('Reading {0}', this.title), async (signal, report) => {
      try {
        await this.log.index(signal, (done, total) => {
          report(done / total, vscode.l10n.t('{0} of {1} files', numberOf(done), numberOf(total)));
        });
      } catch (error) {
        this.problem = reasonOf(error);
      }
      this.isStopped = signal.aborted;
    });
    this.changed.fire();
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

const REFUSALS: Readonly<Record<Refusal, string>> = {
  'too-large': 'The file is too large to be read with others: open it alone.',
  'no-memory': 'There is no memory left for this file (the limit MAX_HELD).',
  'no-trail': 'The file is no ActionTrail log.',
};

/** Why a file was not read; what the system says of it stays as it is. */
function reasonText(reason: Failure['reason'], t: typeof vscode.l10n.t): string {
  if (typeof reason === 'string') return reason;
  return 'gzip' in reason ? problemMessage(reason.gzip, reason.length, t, numberOf) : t(REFUSALS[reason.refused]);
}
