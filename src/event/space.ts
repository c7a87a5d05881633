import { type Edit } from 'jsonc-parser';
import { type TextEdit } from './textEdit';
import { isSpace } from '../trail/scan/chars';

/** jsonc-parser's edits as ours, with a last look at each: whatever goes wrong elsewhere, only white space is replaced, by white space. */
export function spaceEdits(text: string, edits: readonly Edit[]): readonly TextEdit[] {
  return edits
    .map(({ offset, length, content }) => ({ start: offset, end: offset + length, text: content }))
    .filter(({ start, end, text: space }) => isBlank(text, start, end) && isBlank(space, 0, space.length));
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}
