import { type Blocks, type Files } from '../platform/files';
import { BlockSource } from './blockSource';
import { MAX_PRINT } from './limits';

/** What has happened to the file of a log. */
export type Change = 'none' | 'grown' | 'replaced';

/** A file that is open, and what it is known again by. */
export class OpenedFile {
  readonly source: BlockSource;
  private readonly print: Uint8Array;

  constructor(readonly blocks: Blocks) {
    this.source = new BlockSource(blocks);
    this.print = printOf(blocks, blocks.size);
  }

  /** Bytes. */
  get size(): number {
    return this.blocks.size;
  }

  /** Whether the other one begins with all of this one, as far as its print tells. */
  isBeginningOf({ blocks }: OpenedFile): boolean {
    return blocks.size >= this.size && isEqual(printOf(blocks, this.size), this.print);
  }

  dispose(): void {
    this.blocks.dispose();
  }
}

/** Opens a file. Nothing stays open where that fails. */
export async function openFile(files: Files, uri: string): Promise<OpenedFile> {
  const blocks = await files.open(uri);
  try {
    return new OpenedFile(blocks);
  } catch (error) {
    blocks.dispose();
    throw error;
  }
}

/** What has become of a file. One of the same size that was written is another one: what is in its middle is not compared. */
export function changeOf(old: OpenedFile, fresh: OpenedFile): Change {
  if (!old.isBeginningOf(fresh)) return 'replaced';
  if (fresh.size > old.size) return 'grown';
  return fresh.blocks.changed === old.blocks.changed ? 'none' : 'replaced';
}

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
