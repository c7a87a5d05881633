import { type Blocks } from './files';

/** Arguments that a call takes at once. */
const CHUNK = 8_192;

/** A file that is in memory as a whole. */
export class MemoryBlocks implements Blocks {
  constructor(
    private readonly bytes: Uint8Array,
    readonly changed = 0,
  ) {}

  get size(): number {
    return this.bytes.length;
  }

  read(start: number, end: number): Uint8Array {
    return this.bytes.subarray(start, end);
  }

  readLatin1(start: number, end: number): string {
    const parts: string[] = [];
    for (let at = start; at < end; at += CHUNK)
      parts.push(String.fromCharCode(...this.bytes.subarray(at, Math.min(end, at + CHUNK))));
    return parts.join('');
  }

  dispose(): void {
    // Nothing is held but memory.
  }
}
