import { type Platform } from '../platform/platform';
import { Flag } from '../trail/scan/row';
import { Trail } from '../trail/trail';
import { type Change, changeOf, openFile, type OpenedFile } from './openedFile';
import { PartQueue } from './partQueue';
import { PartReader } from './partReader';
import { type Part } from './parts';
import { scanFile } from './scanFile';
import { searchFile } from './searchFile';
import { type Search } from './textSearch';

/** A log in a file, read in parts: no more of its text is in memory than is asked for. It can be followed while it grows. */
export class FileLog {
  trail: Trail;
  /** The limit because of which the rest was not read. */
  limit: Part['limit'];
  private isDisposed = false;

  private constructor(
    private readonly platform: Platform,
    readonly uri: string,
    private file: OpenedFile,
    private readonly changed: () => void,
  ) {
    this.trail = new Trail(file.source);
  }

  /** Opens a file; `changed` is called whenever rows were added. */
  static async open(platform: Platform, uri: string, changed: () => void): Promise<FileLog> {
    return new FileLog(platform, uri, await openFile(platform.files, uri), changed);
  }

  /** Bytes. */
  get size(): number {
    return this.file.size;
  }

  /** Scans the file from its start. */
  async index(signal: AbortSignal): Promise<void> {
    await this.scan(0, '', signal);
  }

  /** Looks whether the file has changed, and reads what was added; a file that is another one, or was changed within, is read anew. */
  async follow(signal: AbortSignal): Promise<Change> {
    const change = this.reopen(await openFile(this.platform.files, this.uri));
    if (change === 'none') return change;
    if (change === 'grown' && this.trail.isComplete && this.limit === undefined) {
      const { from, context } = this.resume();
      await this.scan(from, context, signal);
      return change;
    }
    this.trail = new Trail(this.file.source);
    this.changed();
    await this.scan(0, '', signal);
    return 'replaced';
  }

  /** Reads from now on from the file as it is now, where it is not as it was. */
  private reopen(fresh: OpenedFile): Change {
    let change: Change = 'none';
    try {
      if (!this.isDisposed) change = changeOf(this.file, fresh);
    } finally {
      if (change === 'none') fresh.dispose();
    }
    if (change === 'none') return change;
    this.file.dispose();
    this.file = fresh;
    return change;
  }

  /** Looks for words in the text of the events that are known so far. */
  readonly search: Search = (words, goesOn) => searchFile(this.trail, () => this.file.source, words, goesOn);

  dispose(): void {
    this.isDisposed = true;
    this.file.dispose();
  }

  /** Where the scan goes on when more text comes: behind the last record, or at its start where it may go on itself. */
  private resume(): { readonly from: number; readonly context: string } {
    const { trail } = this;
    const { rows } = trail;
    let last = rows.size - 1;
    const mayGoOn =
      last >= 0 && ((rows.flags(last) & Flag.Event) === 0 || (rows.flags(last) & OPEN) !== 0 || rows.end(last) >= trail.scanned);
    if (mayGoOn) trail.dropFrom(last--);
    return last < 0 ? { from: 0, context: '' } : { from: rows.end(last), context: trail.contexts.name(rows.context(last)) };
  }

  private async scan(from: number, context: string, signal: AbortSignal): Promise<void> {
    const { platform, uri, trail } = this;
    const { blocks, source } = this.file;
    // From now on records are read from the file as it is: the one that was open before has been closed.
    trail.taken(source, from, false);
    const reader = new PartReader(trail);
    const queue = new PartQueue<Part>(
      signal,
      (part) => reader.take(part, source),
      (part) => {
        this.limit = part.limit;
        this.changed();
      },
    );
    const took = (part: Part): void => {
      queue.add(part);
    };
    try {
      await scanFile(platform, { uri, blocks, source, options: { from, context }, signal, took });
    } finally {
      await queue.settled();
      // Cancelled, or failed: what has been read is all there will be.
      if (!trail.isComplete) trail.taken(source, trail.scanned, true);
      this.changed();
    }
  }
}

const OPEN = Flag.Truncated | Flag.BrokenOff | Flag.Damaged;
