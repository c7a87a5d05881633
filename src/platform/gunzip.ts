/** What came out of a compressed file. */
export interface Unzipped {
  /** What could be read, all of it where there is no problem. */
  readonly bytes: Uint8Array;
  readonly problem?: GzipProblem;
}

/** Why a compressed file could not be read to its end: it is cut off, its content is damaged, or it grows beyond the limit. */
export type GzipProblem = 'truncated' | 'damaged' | 'too-large';

/** How large the result may be, and what is kept of a larger one, in bytes. */
export interface GunzipLimits {
  readonly most: number;
  readonly kept: number;
}

/** Decompresses a whole file: members one after another give one result. It does not throw: what could be read is there, with the reason why it ends. */
export type Gunzip = (bytes: Uint8Array, limits: GunzipLimits) => Promise<Unzipped>;

/** Whether a file is compressed, by its first bytes. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length >= 3 && bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/** One array of several. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1 && chunks[0] !== undefined) return chunks[0];
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The first `length` bytes of some chunks, cut at the end of the last line where there is one. */
export function cutAtLine(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const wanted: Uint8Array[] = [];
  let left = length;
  for (const chunk of chunks) {
    if (left <= 0) break;
    wanted.push(chunk.subarray(0, left));
    left -= chunk.length;
  }
  const whole = joined(wanted);
  const end = whole.lastIndexOf(0x0a);
  return end < 0 ? whole : whole.subarray(0, end + 1);
}
