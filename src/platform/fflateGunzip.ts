import { Gunzip as Inflater } from 'fflate';
import { cutAtLine, type Gunzip, type GunzipLimits, type GzipProblem, joined, type Unzipped } from './gunzip';

/** Compressed bytes that are taken at once: what they grow to lies in memory before the limit is looked at. */
const STEP = 1 << 14;

class TooLarge extends Error {}

/** Decompresses in this thread, where the platform has no better way. Cyclic checksums are not compared. */
export function inflate(bytes: Uint8Array, { most, kept }: GunzipLimits): Unzipped {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let problem: GzipProblem | undefined;
  const inflater = new Inflater((chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length > most) throw new TooLarge();
  });
  try {
    for (let at = 0; at < bytes.length; at += STEP) inflater.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch (error) {
    // fflate's code 0: the end came too early.
    const isEnd = (error as { code?: number }).code === 0;
    problem = error instanceof TooLarge ? 'too-large' : isEnd ? 'truncated' : 'damaged';
  }
  if (problem === undefined) return { bytes: joined(chunks) };
  return { bytes: problem === 'too-large' ? cutAtLine(chunks, kept) : joined(chunks), problem };
}

export const gunzip: Gunzip = (bytes, limits) => Promise.resolve(inflate(bytes, limits));
