import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { cutAtLine, type Gunzip, type GzipProblem, joined, type Unzipped } from '../gunzip';

/** Decompressed bytes that come at once; the last of these are lost where the content is damaged. */
const CHUNK = 1 << 16;
/** The same on the second try, after damage was found. */
const SMALL_CHUNK = 1 << 9;
/** Files up to this are decompressed at once where they grow to no more than that: to start a thread costs more. Bytes. */
const SMALL = 1 << 16;
const SMALL_GROWN = 1 << 20;

/** Decompresses by Node's zlib, in its own threads. */
export const gunzip: Gunzip = async (bytes, limits) => {
  if (bytes.length <= SMALL) {
    try {
      return { bytes: gunzipSync(bytes, { chunkSize: CHUNK, maxOutputLength: Math.min(limits.most, SMALL_GROWN) }) };
    } catch {
      // Too large, or damaged: what can be read of it is found below.
    }
  }
  const first = await run(bytes, limits, CHUNK);
  return first.problem === 'damaged' ? run(bytes, limits, SMALL_CHUNK) : first;
};

function run(bytes: Uint8Array, { most, kept }: Parameters<Gunzip>[1], chunkSize: number): Promise<Unzipped> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    let last: Buffer = Buffer.alloc(0);
    const stream = createGunzip({ chunkSize });
    const stop = (problem: GzipProblem): void => {
      stream.destroy();
      resolve({ bytes: problem === 'too-large' ? cutAtLine(chunks, kept) : joined(chunks), problem });
    };
    stream.on('data', (chunk: Buffer) => {
      // A bomb is the same over and over, of NULs or blanks: it needs no memory of its own.
      const before = last.subarray(0, chunk.length);
      if (!before.equals(chunk)) last = chunk;
      chunks.push(last === chunk ? chunk : before);
      length += chunk.length;
      if (length > most) stop('too-large');
    });
    stream.on('end', () => {
      resolve({ bytes: joined(chunks) });
    });
    stream.on('error', (error: NodeJS.ErrnoException & { errno?: number }) => {
      stop(error.errno === constants.Z_BUF_ERROR ? 'truncated' : 'damaged');
    });
    stream.end(bytes);
  });
}
