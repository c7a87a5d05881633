import { type Blocks } from '../platform/files';
import { type Platform } from '../platform/platform';
import { Flag } from '../trail/scan/row';
import { Trail } from '../trail/trail';
import { BlockSource } from './blockSource';
import { MAX_PRINT } from './limits';
import { PartQueue } from './partQueue';
import { PartReader } from './partReader';
import { type Part } from './parts';
import { scanFile } from './scanFile';
import { searchFile } from './searchFile';
import { type Search } from './textSearch';

/** What has happened to the file of a log. */
export type Change = 'none' | 'grown' | 'replaced';

/** A log in a file, read in parts: no more of its text is in memory than is asked for. It can be followed while it grows. */
export class FileLog {
  trail: Trail;
  /** The limit because of which the rest was not read. */
  limit: Part['limit'];
  private source: BlockSource;
  private print: Uint8Array;

  private constructor(
    private readonly platform: Platform,
    readonly uri: string,
    private blocks: Blocks,
    private readonly changed: () => void,
  ) {
    this.source = new BlockSource(blocks);
    this.trail = new Trail(this.source);
    this.print = printOf(blocks, blocks.size);
  }

  /** Opens a file; `changed` is called whenever rows were added. */
  static async open(platform: Platform, uri: string, changed: () => void): Promise<FileLog> {
    return new FileLog(platform, uri, await platform.files.open(uri), changed);
  }

  /** Bytes. */
  get size(): number {
    return this.blocks.size;
  }

  /** Scans the file from its start. */
  async index(signal: AbortSignal): Promise<void> {
    await this.scan(0, '', signal);
  }

  /** Looks whether the file has changed, and reads what was added; a file that is another one is read anew. */
  async follow(signal: AbortSignal): Promise<Change> {
    const blocks = await this.platform.files.open(this.uri);
    const old = this.blocks;
    const isSame = blocks.size >= old.size && isEqual(printOf(blocks, old.size), this.print);
    if (isSame && blocks.size === old.size) {
      blocks.dispose();
      return 'none';
    }
    this.blocks = blocks;
    this.source = new BlockSource(blocks);
    this.print = printOf(blocks, blocks.size);
    old.dispose();
    if (isSame && this.trail.isComplete && this.limit === undefined) {
      const { from, context } = this.resume();
      await this.scan(from, context, signal);
      return 'grown';
    }
    this.trail = new Trail(this.source);
    this.changed();
    await this.scan(0, '', signal);
    return 'replaced';
  }

  /** Looks for words in the text of the events that are known so far. */
  readonly search: Search = (words, goesOn) => searchFile(this.trail, () => this.source, words, goesOn);

  dispose(): void {
    this.blocks.dispose();
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
    const { platform, uri, blocks, source, trail } = this;
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

/** Bytes by which a file is known again: of its start and of what stands before `size`. */
function printOf(blocks: Blocks, size: number): Uint8Array {
  const head = Uint8Array.from(blocks.read(0, Math.min(size, MAX_PRINT)));
  const tail = blocks.read(Math.max(0, size - MAX_PRINT), size);
  const print = new Uint8Array(head.length + tail.length);
  print.set(head);
  print.set(tail, head.length);
  return print;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
