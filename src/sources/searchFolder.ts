import { inSlices, type Steps, STEP } from '../trail/steps';
import { type FolderPlaces, LINE_END } from './folderEvents';
import { type FolderText } from './folderText';
import { SLICE } from './limits';
import { type Found, wordsIn } from './textSearch';

/** Looks for words in the texts of a folder's objects, each of which is read once, although their events lie among those of others. */
export async function* searchFolder(
  text: FolderText,
  words: readonly string[],
  goesOn: () => boolean,
): AsyncGenerator<Found, void, undefined> {
  const { places } = text;
  const sorted = await inSlices(rowsByObject(places), () => !goesOn(), SLICE);
  if (sorted === undefined) return;
  const { order, objects } = sorted;
  let found: number[] = [];
  let problems: string[] = [];
  let until = performance.now() + SLICE;
  for (let object = 0; object + 1 < objects.length; object++) {
    const rows = order.subarray(objects[object], objects[object + 1]);
    if (rows.length === 0) continue;
    const known = text.known(object);
    const content = known ?? (await text.readWhole(object));
    if (known === undefined) {
      // Others had their turn meanwhile.
      if (!goesOn()) return;
      until = performance.now() + SLICE;
    }
    if (typeof content !== 'string') problems.push(content.problem);
    else {
      rows.sort((a, b) => (places.starts[a] ?? 0) - (places.starts[b] ?? 0));
      let next = 0;
      for (const hit of wordsIn((start, end) => content.slice(start, end), content.length, words)) {
        while (hit !== undefined && next < rows.length && endOf(places, rows[next] ?? 0) <= hit) next++;
        const row = rows[next];
        if (hit !== undefined && row !== undefined && (places.starts[row] ?? 0) <= hit) {
          found.push(row);
          next++;
        }
        if (performance.now() < until) continue;
        yield { rows: found, share: object / (objects.length - 1), problems };
        [found, problems] = [[], []];
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (!goesOn()) return;
        until = performance.now() + SLICE;
      }
    }
  }
  yield { rows: found, share: 1, problems };
}

/** Where a row ends in the text of its object. */
function endOf({ starts, lines }: FolderPlaces, row: number): number {
  return (starts[row] ?? 0) + (lines[row + 1] ?? 0) - (lines[row] ?? 0) - LINE_END.length;
}

/** The rows object by object; those of an object lie in `order` from `objects[object]` on. */
function* rowsByObject({ objects: owners }: FolderPlaces): Steps<{ readonly order: Uint32Array; readonly objects: Uint32Array }> {
  const { length } = owners;
  let last = -1;
  for (let row = 0; row < length; row++) {
    if ((row & (STEP - 1)) === 0) yield;
    last = Math.max(last, owners[row] ?? 0);
  }
  const objects = new Uint32Array(last + 2);
  const count = (object: number): number => objects[object] ?? 0;
  for (let row = 0; row < length; row++) {
    if ((row & (STEP - 1)) === 0) yield;
    const behind = (owners[row] ?? 0) + 1;
    objects[behind] = count(behind) + 1;
  }
  for (let object = 0; object <= last; object++) objects[object + 1] = count(object + 1) + count(object);
  const at = objects.slice();
  const order = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    if ((row & (STEP - 1)) === 0) yield;
    const owner = owners[row] ?? 0;
    const place = at[owner] ?? 0;
    order[place] = row;
    at[owner] = place + 1;
  }
  return { order, objects };
}
