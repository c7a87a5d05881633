import { type Blocks } from '../platform/files';
import { type Steps } from '../trail/steps';
import { encodingOf } from './encoding';

/** Bytes that are read at a time. */
const BLOCK = 256 * 1024;

/** Whether a file that is read as UTF-8 holds bytes that are none: an editor shows U+FFFD in their place, and saves that. */
export function* isBrokenText(blocks: Blocks): Steps<boolean> {
  const { encoding } = encodingOf(blocks.read(0, Math.min(4, blocks.size)));
  if (encoding !== 'utf-8') return false;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < blocks.size; at += BLOCK) {
      const end = Math.min(at + BLOCK, blocks.size);
      decoder.decode(blocks.read(at, end), { stream: end < blocks.size });
      yield;
    }
  } catch {
    return true;
  }
  return false;
}
