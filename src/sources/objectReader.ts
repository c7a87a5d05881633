import { isFileError, reasonOf } from '../platform/files';
import { type Gunzip, isGzip } from '../platform/gunzip';
import { Column, createDictionaries } from '../trail/scan/row';
import { type Paused, Scanner } from '../trail/scan/scanner';
import { natureOf, type Shape } from '../trail/shape';
import { StringSource } from '../trail/source';
import { decodeText } from './encoding';
import { type FailureReason } from './failure';
import { AT_ONCE, MAX_GROWTH, MAX_UNZIPPED, PART_ROWS } from './limits';
import { ObjectRows } from './objectRows';
import { Packer, type PackedRows } from './parts';
import { gained } from './scanParts';
import { Room } from './room';
import { unpack } from './unpack';

/** An object of a folder that is to be read. */
export interface ObjectJob {
  readonly number: number;
  readonly uri: string;
}

/** How objects are read: in the editor's thread they are waited for, in others not. */
export interface ObjectFiles {
  /** The content of a file of no more than `most` bytes; fails as `Files.read` does. */
  readonly read: (uri: string, most: number) => Promise<Uint8Array> | Uint8Array;
  readonly gunzip: Gunzip;
  /** Keeps the content of an object where it could not be read again; false where there is no room for it. */
  readonly hold: (object: number, uri: string, bytes: Uint8Array) => boolean;
  /** How long a thread may work on one object without a break, ms. */
  readonly slice: number;
}

/** What an object was found to hold. */
export interface ReadObject {
  readonly number: number;
  /** Bytes, as it is stored; 0 where it was not read. */
  readonly size: number;
  /** How many rows of the batch are of it. */
  readonly events: number;
  readonly shape: Shape;
  /** Stretches of it that are no events. */
  readonly skipped: number;
  readonly failure?: FailureReason;
}

/** The events of some objects, object by object. They can be handed from one thread to another. */
export interface Batch {
  readonly objects: readonly ReadObject[];
  readonly rows: PackedRows;
  /** The values that each column's dictionary has gained since the batch before. */
  readonly values: readonly (readonly string[])[];
  /** The last one of what the reader was given to read. */
  readonly isLast: boolean;
}

/** Reads objects one by one. What it has learned of how events are written, and their values, are kept for those that come. */
export class ObjectReader {
  private readonly dictionaries = createDictionaries();
  private readonly scanner = new Scanner(this.dictionaries);
  private readonly handed = new Array<number>(Column.Count).fill(0);
  private packer = new Packer(PART_ROWS);
  private objects: ReadObject[] = [];
  /** Objects that are unpacked at the same time must not fill the memory. */
  private readonly room = new Room(MAX_UNZIPPED);
  /** Objects are waited for together, and scanned one after another: the rows of each follow each other. */
  private scanning: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly files: ObjectFiles,
    private readonly give: (batch: Batch) => void,
  ) {}

  /** Reads some objects; gives what they hold before it resolves. Nothing is begun any more once `isStopped` says so. */
  async read(jobs: readonly ObjectJob[], isStopped: () => boolean): Promise<void> {
    let next = 0;
    const work = async (): Promise<void> => {
      for (let job = jobs[next++]; job !== undefined && !isStopped(); job = jobs[next++]) {
        await this.readObject(job).catch((error: unknown) => {
          this.fail(job, isFileError(error) ? { refused: error.fault } : reasonOf(error));
        });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    this.flush(true);
  }

  private async readObject(job: ObjectJob): Promise<void> {
    const { files } = this;
    const { number, uri } = job;
    const packed = await files.read(uri, MAX_UNZIPPED);
    if (!files.hold(number, uri, packed)) {
      this.fail(job, { refused: 'no-memory' });
      return;
    }
    const most = isGzip(packed) ? Math.min(MAX_UNZIPPED, packed.length * MAX_GROWTH) : packed.length;
    await this.room.within(most, () => this.unpackAndScan(number, packed));
  }

  private async unpackAndScan(number: number, packed: Uint8Array): Promise<void> {
    const { bytes, problem } = await unpack(packed, this.files.gunzip);
    const { length } = bytes;
    if (!mayHoldEvents(bytes)) {
      this.fail({ number }, problem === undefined ? { refused: 'no-trail' } : { gzip: problem, length }, packed.length);
      return;
    }
    const { text } = decodeText(bytes);
    const object = { number, size: packed.length };
    const scan = this.scanning.then(() => this.scan(object, text, problem && { gzip: problem, length }));
    this.scanning = scan.catch(() => undefined);
    await scan;
  }

  private fail({ number }: Pick<ObjectJob, 'number'>, failure: FailureReason, size = 0): void {
    this.objects.push({ number, size, events: 0, shape: 'none', skipped: 0, failure });
  }

  private async scan(
    object: Pick<ReadObject, 'number' | 'size'>,
    text: string,
    problem: FailureReason | undefined,
  ): Promise<void> {
    const { packer, scanner, files } = this;
    const from = packer.size;
    const rows = new ObjectRows(packer);
    let paused: Paused | undefined;
    for (let at = 0, context = '', isDone = false; !isDone;) {
      rows.deadline = performance.now() + files.slice;
      const place = scanner.scan(text, 0, at, context, true, rows, paused);
      ({ at, context, paused } = place);
      isDone = !place.stopped;
      if (!isDone) await new Promise((resolve) => setTimeout(resolve, 0));
    }
    const { isTrail, shape } = natureOf({ rows, contexts: packer.contexts, text: new StringSource(text) });
    const failure = problem ?? (isTrail ? undefined : { refused: 'no-trail' });
    if (!isTrail) packer.dropFrom(from);
    const skipped = isTrail ? rows.size - (packer.size - from) : 0;
    this.objects.push({ ...object, events: packer.size - from, shape, skipped, ...(failure && { failure }) });
    if (packer.size >= PART_ROWS / 2) this.flush(false);
  }

  private flush(isLast: boolean): void {
    const { objects, packer, dictionaries, handed } = this;
    this.objects = [];
    if (packer.capacity > PART_ROWS) this.packer = new Packer(PART_ROWS);
    this.give({ objects, rows: packer.pack(), values: gained(dictionaries, handed), isLast });
  }
}

/** Whether a content has what every event has, in each encoding: a brace, or at least a quote. Blanks that were packed are not looked through. */
function mayHoldEvents(bytes: Uint8Array): boolean {
  return bytes.includes(0x7b) || bytes.includes(0x22);
}
