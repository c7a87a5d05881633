import { constants, deflateRawSync } from 'node:zlib';

const PART = 1 << 24;
/** A gzip member's head: deflated, without a name, of no time and no system. */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/**
 * A compressed file of `size` zeros, in bytes, made without holding them. Its end says nothing true of its content: whoever reads so far has gone too far.
 */
export function bombOf(size: number): Buffer {
  const part = deflateRawSync(Buffer.alloc(PART), { finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.alloc(0));
  return Buffer.concat([HEAD, ...Array.from({ length: Math.ceil(size / PART) }, () => part), end, Buffer.alloc(8)]);
}
