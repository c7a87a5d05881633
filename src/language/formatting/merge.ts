import { type TextEdit } from '../../event/textEdit';
import { type TextSource } from '../../trail/source';

/** More edits than this are slow to apply one by one. */
export const MAX_SINGLE_EDITS = 5_000;
/** What stands between two edits is taken into one edit up to this many units. */
const MAX_BETWEEN = 1_000;
/** One edit does not grow beyond this many units. */
const MAX_MERGED = 100_000;

/** Many small edits as fewer larger ones: what stands between them is written again as it is. */
export function merged(source: TextSource, edits: readonly TextEdit[]): readonly TextEdit[] {
  if (edits.length <= MAX_SINGLE_EDITS) return edits;
  const larger: TextEdit[] = [];
  let parts: string[] = [];
  let start = 0;
  let end = -1;
  const close = (): void => {
    if (end >= 0) larger.push({ start, end, text: parts.join('') });
  };
  for (const edit of edits) {
    if (end < 0 || edit.start - end > MAX_BETWEEN || edit.end - start > MAX_MERGED) {
      close();
      ({ start } = edit);
      parts = [];
    } else parts.push(source.read(end, edit.start));
    parts.push(edit.text);
    ({ end } = edit);
  }
  close();
  return larger;
}
