import { toByteText } from '../trail/scan/byteText';
import { type Trail } from '../trail/trail';
import { type BlockSource } from './blockSource';
import { SLICE } from './limits';
import { type Found, wordsIn } from './textSearch';

/** Looks for words in the bytes of a file. `sourceOf` gives what the file is read from now: it is opened anew when it has grown. */
export async function* searchFile(
  trail: Trail,
  sourceOf: () => BlockSource,
  words: readonly string[],
  goesOn: () => boolean,
): AsyncGenerator<Found, void, undefined> {
  const { rows } = trail;
  const length = trail.scanned;
  const written = sourceOf().isByteText ? words.map(toByteText) : words;
  const read = (start: number, end: number): string => sourceOf().scanText(start, end);
  let found: number[] = [];
  let behind = 0;
  let at = 0;
  let until = performance.now() + SLICE;
  for (const hit of wordsIn(read, length, written)) {
    if (hit !== undefined && hit >= behind) {
      const row = trail.rowAt(hit);
      if (row >= 0 && trail.isEvent(row) && hit < rows.end(row)) found.push(row);
      // One place makes the whole event worth reading.
      behind = row < 0 ? hit + 1 : Math.max(hit + 1, rows.end(row));
    }
    at = hit ?? at;
    if (performance.now() < until) continue;
    yield { rows: found, share: at / length, problems: [] };
    found = [];
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!goesOn()) return;
    until = performance.now() + SLICE;
  }
  yield { rows: found, share: 1, problems: [] };
}
