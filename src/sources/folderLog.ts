import { type FolderEntry, reasonOf } from '../platform/files';
import { type Platform } from '../platform/platform';
import { natureOf, type Nature } from '../trail/shape';
import { StringSource } from '../trail/source';
import { inSlices } from '../trail/steps';
import { Trail } from '../trail/trail';
import { duplicatesOf } from './duplicates';
import { decodeText } from './encoding';
import { FolderEvents } from './folderEvents';
import { type FolderObject, FolderText } from './folderText';
import { AT_ONCE, MAX_EVENTS, MAX_OBJECTS, MAX_UNZIPPED, SLICE } from './limits';
import { byTime, isLogName } from './objects';
import { searchFolder } from './searchFolder';
import { type Search } from './textSearch';
import { type GzipProblem } from '../platform/gunzip';
import { unpack } from './unpack';

/** Why a file of a folder is not read although it could be. */
export type Refusal = 'too-large' | 'no-memory' | 'no-trail';

/** An object of the folder that was not read, or not to its end, and why: a text to translate and its arguments. */
export interface Failure {
  readonly name: string;
  readonly reason: string | { readonly gzip: GzipProblem; readonly length: number } | { readonly refused: Refusal };
}

/** All logs below a folder as one, its events in the order of time. The texts are not kept: an event is read again from its object. */
export class FolderLog {
  readonly trail: Trail;
  readonly failures: Failure[] = [];
  /** The row of the first event with the same id, of each row that is not the first. */
  readonly duplicates = new Map<number, number>();
  objects: readonly FolderObject[] = [];
  /** How many stretches of objects were no events. */
  skipped = 0;
  /** The limit because of which some was not read. */
  limit: 'objects' | 'events' | undefined;
  private readonly text: FolderText;
  private readonly events: FolderEvents;

  constructor(
    private readonly platform: Platform,
    readonly uri: string,
  ) {
    this.text = new FolderText(platform);
    this.trail = new Trail(this.text);
    this.events = new FolderEvents(this.trail);
  }

  get nature(): Nature {
    return this.trail.rows.size > 0
      ? { isTrail: true, shape: this.events.shape }
      : { isTrail: false, shape: 'none', foreign: 'no-events' };
  }

  /** Reads everything; where it is cancelled, what has been read is the log. */
  async index(signal: AbortSignal, progress: (done: number, total: number) => void): Promise<void> {
    try {
      this.objects = await this.list(signal);
    } catch (error) {
      this.trail.taken(this.text, 0, true);
      throw error;
    }
    let next = 0;
    let done = 0;
    const work = async (): Promise<void> => {
      while (next < this.objects.length && !signal.aborted && this.limit !== 'events') {
        await this.read(next++);
        progress(++done, this.objects.length);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const places = await inSlices(this.events.give(), () => false, SLICE);
    if (places === undefined) return;
    this.text.fill(this.objects, places);
    this.trail.taken(this.text, this.text.length, true);
    this.failures.sort((a, b) => byTime(a.name, b.name));
    await this.findDuplicates();
  }

  /** Why an object could not be read again. */
  get problem(): string | undefined {
    return this.text.problem;
  }

  /** The name of the object that an event is in. */
  objectOf(row: number): string {
    return this.objects[this.text.objectOf(row)]?.name ?? '';
  }

  /** Looks for words in the text of the events. */
  readonly search: Search = (words, goesOn) => searchFolder(this.text, words, goesOn);

  private async findDuplicates(): Promise<void> {
    let until = performance.now() + SLICE;
    for (const { row, first } of duplicatesOf(this.trail)) {
      this.duplicates.set(row, first);
      if (performance.now() < until) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      until = performance.now() + SLICE;
    }
  }

  private async list(signal: AbortSignal): Promise<readonly FolderObject[]> {
    const found: FolderObject[] = [];
    const folders = [{ uri: this.uri, path: '' }];
    for (let folder = folders.pop(); folder !== undefined && !signal.aborted; folder = folders.pop()) {
      const { uri: from, path: parent } = folder;
      let entries: readonly FolderEntry[];
      try {
        entries = await this.platform.files.list(from);
      } catch (error) {
        if (parent === '') throw error;
        this.failures.push({ name: parent, reason: reasonOf(error) });
        continue;
      }
      for (const { name, uri, isFolder } of entries) {
        const path = parent === '' ? name : `${parent}/${name}`;
        if (isFolder) folders.push({ uri, path });
        else if (isLogName(name)) found.push({ name: path, uri });
      }
      if (found.length > MAX_OBJECTS) {
        this.limit = 'objects';
        found.length = MAX_OBJECTS;
        break;
      }
    }
    return found.sort((a, b) => byTime(a.name, b.name));
  }

  private async read(number: number): Promise<void> {
    const object = this.objects[number];
    if (object === undefined) return;
    const { files, gunzip } = this.platform;
    try {
      const { size } = await files.stat(object.uri);
      if (size > MAX_UNZIPPED) {
        this.fail(object, { refused: 'too-large' });
        return;
      }
      const packed = await files.read(object.uri);
      if (!this.text.hold(number, object.uri, packed)) {
        this.fail(object, { refused: 'no-memory' });
        return;
      }
      const { bytes, problem } = await unpack(packed, gunzip);
      if (problem !== undefined) this.fail(object, { gzip: problem, length: bytes.length });
      const trail = new Trail(new StringSource(decodeText(bytes).text), this.trail);
      while (!trail.advance(performance.now() + SLICE)) await new Promise((resolve) => setTimeout(resolve, 0));
      const { isTrail, shape } = natureOf(trail);
      if (isTrail) this.skipped += this.events.add(number, trail, shape);
      else if (problem === undefined) this.fail(object, { refused: 'no-trail' });
      if (this.events.size >= MAX_EVENTS) this.limit = 'events';
    } catch (error) {
      this.fail(object, reasonOf(error));
    }
  }

  private fail({ name }: FolderObject, reason: Failure['reason']): void {
    this.failures.push({ name, reason });
  }
}
