import { type FolderEntry, type Files, reasonOf } from '../platform/files';
import { upTo } from '../trail/group/level';
import { mergeSort } from '../trail/mergeSort';
import { inSlices } from '../trail/steps';
import { type Failure } from './failure';
import { MAX_OBJECTS, SLICE } from './limits';
import { orAborted } from './orAborted';

/** Names of the objects of a folder that may be logs. */
const LOG = /\.(?:gz|json|jsonl|ndjson)$/i;
/** A delivered object's name (facts 2.4): the time at which it was written, UTC, and how many events it holds. */
const DELIVERED = /(?:^|\/)Actiontrail_[^/]*?_(\d{14})_\d+_\d+_\d+_[0-9a-f]+(?:\.gz)?$/i;

/** Whether a file below a folder is read as a log of it. */
export function isLogName(name: string): boolean {
  return LOG.test(name) || DELIVERED.test(name);
}

/** Orders objects by the time in their names; those without one by name, behind the others. */
export function byTime(a: string, b: string): number {
  const keyA = keyOf(a);
  const keyB = keyOf(b);
  return keyA === keyB ? 0 : keyA < keyB ? -1 : 1;
}

function keyOf(name: string): string {
  return `${DELIVERED.exec(name)?.[1] ?? '~'} ${name}`;
}

/** A file of a folder that may be a log; its name is its path below the folder. */
export interface LogObject {
  readonly name: string;
  readonly uri: string;
}

/** What lies below a folder. */
export interface Listing {
  readonly objects: readonly LogObject[];
  /** Folders that cannot be listed. */
  readonly failures: readonly Failure[];
  /** There are more than MAX_OBJECTS. */
  readonly isCut: boolean;
}

/** The files below a folder that may be logs, in the order of `byTime`. Fails where the folder itself cannot be listed. */
export async function listObjects(files: Files, folder: string, signal: AbortSignal): Promise<Listing> {
  const found: LogObject[] = [];
  const failures: Failure[] = [];
  const folders = [{ uri: folder, path: '' }];
  for (let next = folders.pop(); next !== undefined && !signal.aborted && found.length <= MAX_OBJECTS; next = folders.pop()) {
    const { uri: from, path: parent } = next;
    let entries: readonly FolderEntry[];
    try {
      entries = (await orAborted(files.list(from), signal)) ?? [];
    } catch (error) {
      if (parent === '') throw error;
      failures.push({ name: parent, reason: reasonOf(error) });
      continue;
    }
    for (const { name, uri, isFolder } of entries) {
      const path = parent === '' ? name : `${parent}/${name}`;
      if (isFolder) folders.push({ uri, path });
      else if (isLogName(name)) found.push({ name: path, uri });
    }
  }
  const isCut = found.length > MAX_OBJECTS;
  if (isCut) found.length = MAX_OBJECTS;
  const keys = found.map(({ name }) => keyOf(name));
  const order = await inSlices(
    mergeSort(upTo(found.length), (a, b) => (keys[a] as string) > (keys[b] as string)),
    () => false,
    SLICE,
  );
  const objects = Array.from(order ?? [], (number) => found[number] as LogObject);
  return { objects, failures, isCut };
}
