import { lastWhere } from '../escapes/bisect';
import { reasonOf } from '../platform/files';
import { type TextFiles, type TextSource } from '../trail/source';
import { type FolderPlaces, LINE_END } from './folderEvents';
import { MAX_READ } from './limits';
import { type LogObject } from './objects';
import { type ObjectTexts } from './objectTexts';

const NOWHERE: FolderPlaces = { objects: new Uint32Array(), starts: new Uint32Array(), lines: new Float64Array(1) };

/** The text of a folder's trail: the records of its objects as lines. None of it is kept: a record is read from its object again. */
export class FolderText implements TextSource {
  /** The objects by their names. */
  readonly files: TextFiles;

  constructor(
    private readonly texts: ObjectTexts,
    private readonly objects: readonly LogObject[] = [],
    /** Where the records are. */
    readonly places = NOWHERE,
  ) {
    this.files = { names: objects.map(({ name }) => name), of: (row) => this.objectOf(row) };
  }

  get length(): number {
    return this.places.lines.at(-1) ?? 0;
  }

  /** The number of the object that a row is in. */
  objectOf(row: number): number {
    return this.places.objects[row] ?? -1;
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

  /** The text of an object, where it is at hand. */
  known(object: number): string | undefined {
    return this.texts.known(object);
  }

  /** The text of an object as it is now, read in the background and not kept; or why it cannot be read any more. */
  async readWhole(object: number): Promise<string | { readonly problem: string }> {
    const { name = '', uri = '' } = this.objects[object] ?? {};
    try {
      return await this.texts.readWhole(object, uri);
    } catch (error) {
      return { problem: `${name}: ${reasonOf(error)}` };
    }
  }

  private record(row: number, length: number): string {
    const start = this.places.starts[row] ?? 0;
    const object = this.objectOf(row);
    return this.texts.of(object, this.objects[object]?.uri ?? '').slice(start, start + length);
  }

  private rowAt(offset: number): number {
    const { lines } = this.places;
    return lastWhere(lines.length - 1, (row) => (lines[row] ?? 0) <= offset);
  }
}
