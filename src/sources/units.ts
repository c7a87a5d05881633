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
    for (const byte of blocks.read(at, Math.min(size, at + STEP))) {
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
    }
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    until = performance.now() + SLICE;
  }
  return units > limit;
}
