import { closeSync, fstatSync, readSync } from 'node:fs';
import { type Blocks } from '../files';
import { type FaultText, openRegular } from './regularFile';

/** A file that is read in parts, into a buffer that is used again: fresh memory for each part would cost more than the reading. */
export class FileBlocks implements Blocks {
  readonly size: number;
  readonly changed: number;
  private file: number | undefined;
  private buffer = Buffer.alloc(0);

  constructor(path: string, said: FaultText) {
    this.file = openRegular(path, said);
    ({ size: this.size, mtimeMs: this.changed } = fstatSync(this.file));
  }

  read(start: number, end: number): Uint8Array {
    return this.fill(start, end);
  }

  readLatin1(start: number, end: number): string {
    return this.fill(start, end).toString('latin1');
  }

  /** Nothing can be read any more: the descriptor's number may be another file's soon. */
  dispose(): void {
    const { file } = this;
    this.file = undefined;
    if (file !== undefined) closeSync(file);
  }

  private fill(start: number, end: number): Buffer {
    const { file } = this;
    if (file === undefined) throw new Error('the file has been closed');
    const length = Math.max(0, end - start);
    if (this.buffer.length < length) this.buffer = Buffer.allocUnsafeSlow(length);
    let at = 0;
    while (at < length) {
      const count = readSync(file, this.buffer, at, length - at, start + at);
      // The file has become shorter.
      if (count === 0) break;
      at += count;
    }
    return this.buffer.subarray(0, at);
  }
}
