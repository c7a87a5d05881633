import { Inflate } from 'fflate';
import { MAX_FILE, MAX_TOTAL, MAX_ZIP_ENTRIES } from './limits';
import type { ProblemCode } from './problem';

/** A file within a zip. */
export interface ZipEntry {
  readonly path: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
  readonly encrypted: boolean;
  /** Where its local header stands. */
  readonly offset: number;
}

/** Why a zip, or a file in it, cannot be read. */
export class ZipError extends Error {
  constructor(
    readonly code: ProblemCode,
    detail: string,
  ) {
    super(detail);
  }
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 0xffff;
const WIDE = 0xffffffff;
/** No deflate stream unpacks to more than this many times its size. */
const MAX_RATIO = 1032;
/** Fed to the inflater in pieces this small, so that even the densest packing stays near the limit; bytes. */
const PIECE = 16 * 1024;

/**
 * A zip's files by its central directory. Names are only compared, never used to write, so that `../` is harmless; sizes are
 * taken for what they claim and counted again while unpacking, so that a zip bomb ends at the limit.
 */
export class Zip {
  readonly entries: readonly ZipEntry[];
  private readonly view: DataView;
  private total = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.entries = this.directory();
  }

  /** A file's bytes. Throws ZipError. */
  read({ offset, packed, unpacked, method, encrypted }: ZipEntry): Uint8Array {
    if (encrypted) throw new ZipError('bad-packing', 'encrypted');
    if (unpacked > MAX_FILE) throw new ZipError('too-large', megabytes(MAX_FILE));
    if (offset + LOCAL_SIZE > this.bytes.length || this.view.getUint32(offset, true) !== LOCAL)
      throw new ZipError('bad-zip', 'header');
    const start = offset + LOCAL_SIZE + this.view.getUint16(offset + 26, true) + this.view.getUint16(offset + 28, true);
    const data = this.bytes.subarray(start, start + packed);
    if (data.length < packed) throw new ZipError('bad-zip', 'cut off');
    if (unpacked > packed * MAX_RATIO + PIECE) throw new ZipError('bad-zip', 'size');
    this.total += unpacked;
    if (this.total > MAX_TOTAL) throw new ZipError('too-large', megabytes(MAX_TOTAL));
    if (method !== 0 && method !== 8) throw new ZipError('bad-packing', String(method));
    const content = method === 0 ? data : inflate(data, unpacked);
    if (content.length !== unpacked) throw new ZipError('bad-zip', 'size');
    return content;
  }

  private directory(): readonly ZipEntry[] {
    const { view } = this;
    const end = this.end();
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    if (at === WIDE || count === 0xffff) throw new ZipError('bad-packing', 'Zip64');
    if (count > MAX_ZIP_ENTRIES) throw new ZipError('too-many', String(MAX_ZIP_ENTRIES));
    const entries: ZipEntry[] = [];
    const decoder = new TextDecoder();
    for (let left = count; left > 0; left--) {
      if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL) throw new ZipError('bad-zip', 'directory');
      const name = view.getUint16(at + 28, true);
      const path = decoder.decode(this.bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + name)).replaceAll('\\', '/');
      const entry: ZipEntry = {
        path,
        encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
        method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true),
        unpacked: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      };
      if (!path.endsWith('/')) entries.push(entry);
      at += CENTRAL_SIZE + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return entries;
  }

  private end(): number {
    const last = this.bytes.length - END_SIZE;
    for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--) if (this.view.getUint32(at, true) === END) return at;
    throw new ZipError('bad-zip', 'end');
  }
}

/** Unpacks at most `limit` bytes. */
function inflate(packed: Uint8Array, limit: number): Uint8Array {
  const content = new Uint8Array(limit);
  let size = 0;
  const inflater = new Inflate((piece) => {
    if (size + piece.length > limit) throw new ZipError('too-large', megabytes(limit));
    content.set(piece, size);
    size += piece.length;
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE) inflater.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  } catch (error) {
    if (error instanceof ZipError) throw error;
    throw new ZipError('bad-zip', error instanceof Error ? error.message : 'deflate');
  }
  return content.subarray(0, size);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}
