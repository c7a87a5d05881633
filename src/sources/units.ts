import { type Blocks } from '../platform/files';
import { SLICE } from './limits';

/** How much is looked at between two looks at the clock; bytes. */
const STEP = 1 << 20;

/** Whether the text of a file has more UTF-16 units than `limit`, in slices. */
export async function exceedsUnits(blocks: Blocks, limit: number): Promise<boolean> {
  const { size } = blocks;
  if (size <= limit) return false;
  // A unit has at most three bytes in UTF-8.
  if (size > 3 * limit) return true;
  let units = 0;
  let until = performance.now() + SLICE;
  for (let at = 0; at < size && units <= limit; at += STEP) {
    units += unitsOf(blocks.read(at, Math.min(size, at + STEP)));
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    until = performance.now() + SLICE;
  }
  return units > limit;
}

/** UTF-16 units of bytes in UTF-8. */
function unitsOf(bytes: Uint8Array): number {
  const isAligned = bytes.byteOffset % 4 === 0;
  // Four at a time: most of a log is ASCII.
  const words = isAligned ? new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2) : new Uint32Array();
  let units = 0;
  for (let word = 0; word < words.length; word++) {
    if (((words[word] as number) & 0x80808080) === 0) units += 4;
    else for (let at = word * 4; at < word * 4 + 4; at++) units += unitsAt(bytes[at] as number);
  }
  for (let at = words.length * 4; at < bytes.length; at++) units += unitsAt(bytes[at] as number);
  return units;
}

function unitsAt(byte: number): number {
  return (byte & 0xc0) === 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
}
