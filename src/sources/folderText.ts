import { type Platform } from '../platform/platform';
import { reasonOf } from '../platform/files';
import { isGzip } from '../platform/gunzip';
import { type TextFiles, type TextSource } from '../trail/source';
import { decodeText } from './encoding';
import { type FolderPlaces, LINE_END } from './folderEvents';
import { CACHED_LENGTH, KEPT_OF_TOO_LARGE, MAX_HELD, MAX_READ, MAX_UNZIPPED } from './limits';
import { unpack } from './unpack';

const NOWHERE: FolderPlaces = { objects: new Uint32Array(), starts: new Uint32Array(), lines: new Float64Array(1) };

/** A file of the folder. */
export interface FolderObject {
  /** Its path in the folder. */
  readonly name: string;
  readonly uri: string;
}

/** The text of a folder's trail: the records of its objects as lines. None of it is kept: a record is read from its object again. */
export class FolderText implements TextSource {
  /** Where the records are. */
  places = NOWHERE;
  private objects: readonly FolderObject[] = [];
  /** The objects by their names. */
  files: TextFiles | undefined;
  /** Compressed objects that could not be read again without waiting. */
  private readonly held = new Map<number, Uint8Array>();
  private heldSize = 0;
  /** Why an object could not be read again. */
  problem: string | undefined;
  /** Texts of objects, the one used last at the end. */
  private readonly texts = new Map<number, string>();

  constructor(private readonly platform: Platform) {}

  get length(): number {
    return this.places.lines.at(-1) ?? 0;
  }

  /** The number of the object that a row is in. */
  objectOf(row: number): number {
    return this.places.objects[row] ?? -1;
  }

  /** Keeps an object for reading it again, where that is needed; false where there is no room for it. */
  hold(object: number, uri: string, bytes: Uint8Array): boolean {
    if (this.platform.files.readsNow(uri)) return true;
    if (this.heldSize + bytes.length > MAX_HELD) return false;
    this.held.set(object, bytes);
    this.heldSize += bytes.length;
    return true;
  }

  /** Says where the records are. */
  fill(objects: readonly FolderObject[], places: FolderPlaces): void {
    this.objects = objects;
    this.places = places;
    this.files = { names: objects.map(({ name }) => name), of: (row) => this.objectOf(row) };
  }

  read(start: number, end: number): string {
    const { lines } = this.places;
    const to = Math.min(end, start + MAX_READ, this.length);
    let row = this.rowAt(start);
    let text = '';
    for (let at = start; at < to; row++) {
      const line = lines[row] ?? 0;
      const next = lines[row + 1] ?? 0;
      const record = this.record(row, next - line - LINE_END.length) + LINE_END;
      text += record.slice(at - line, Math.min(to, next) - line);
      at = next;
    }
    return text;
  }

  private record(row: number, length: number): string {
    const start = this.places.starts[row] ?? 0;
    return this.textOf(this.objectOf(row)).slice(start, start + length);
  }

  private rowAt(offset: number): number {
    const { lines } = this.places;
    let low = 0;
    let high = Math.max(0, lines.length - 2);
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((lines[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The text of an object, where it is at hand. */
  known(object: number): string | undefined {
    return this.texts.get(object);
  }

  /** The text of an object as it is now, read in the background and not kept; or why it cannot be read any more. */
  async readWhole(object: number): Promise<string | { readonly problem: string }> {
    const { name = '', uri = '' } = this.objects[object] ?? {};
    try {
      const bytes = this.held.get(object) ?? (await this.platform.files.read(uri));
      return decodeText((await unpack(bytes, this.platform.gunzip)).bytes).text;
    } catch (error) {
      return { problem: `${name}: ${reasonOf(error)}` };
    }
  }

  private textOf(object: number): string {
    const known = this.texts.get(object);
    if (known !== undefined) {
      this.texts.delete(object);
      this.texts.set(object, known);
      return known;
    }
    const text = this.load(object);
    this.texts.set(object, text);
    let length = [...this.texts.values()].reduce((sum, one) => sum + one.length, 0);
    for (const [other, { length: freed }] of this.texts) {
      if (length <= CACHED_LENGTH || other === object) break;
      this.texts.delete(other);
      length -= freed;
    }
    return text;
  }

  /** The text of an object as it is now; nothing where it cannot be read any more: `problem` then says why. */
  private load(object: number): string {
    try {
      const bytes = this.held.get(object) ?? this.platform.files.readNow(this.objects[object]?.uri ?? '');
      const limits = { most: MAX_UNZIPPED, kept: KEPT_OF_TOO_LARGE };
      return decodeText(isGzip(bytes) ? this.platform.gunzipNow(bytes, limits).bytes : bytes).text;
    } catch (error) {
      this.problem = reasonOf(error);
      return '';
    }
  }
}
