import { type Blocks } from '../platform/files';
import { type TextSource } from '../trail/source';
import { type Encoding, encodingOf } from './encoding';
import { MAX_READ } from './limits';

/**
 * The text of a file that is read in parts. Offsets count from behind the byte order mark: bytes of a file in UTF-8, units of one in UTF-16. `read` gives
 * text; `scanText` gives what the scanner reads, byte text of a file in UTF-8.
 */
export class BlockSource implements TextSource {
  readonly length: number;
  readonly encoding: Encoding;
  private readonly mark: number;
  private readonly unit: 1 | 2;
  private readonly decoder: InstanceType<typeof TextDecoder>;

  constructor(
    private readonly blocks: Blocks,
    size = blocks.size,
  ) {
    const { encoding, mark } = encodingOf(blocks.read(0, Math.min(4, size)));
    this.encoding = encoding;
    this.mark = mark;
    this.unit = encoding === 'utf-8' ? 1 : 2;
    this.length = Math.floor((size - mark) / this.unit);
    this.decoder = new TextDecoder(encoding, { ignoreBOM: true });
  }

  /** Whether `scanText` gives byte text. */
  get isByteText(): boolean {
    return this.unit === 1;
  }

  read(start: number, end: number): string {
    const to = Math.min(end, start + MAX_READ);
    return this.decoder.decode(this.blocks.read(this.byte(start), this.byte(to)));
  }

  get readBytes(): TextSource['readBytes'] {
    return this.isByteText ? (start, end) => this.blocks.readLatin1(this.byte(start), this.byte(end)) : undefined;
  }

  scanText(start: number, end: number): string {
    return this.isByteText ? this.blocks.readLatin1(this.byte(start), this.byte(end)) : this.read(start, end);
  }

  private byte(offset: number): number {
    return this.mark + offset * this.unit;
  }
}
