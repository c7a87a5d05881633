import { type Platform } from '../platform/platform';
import { type Nature } from '../trail/shape';
import { inSlices } from '../trail/steps';
import { Trail } from '../trail/trail';
import { BatchReader } from './batchReader';
import { duplicatesOf } from './duplicates';
import { type Failure, type FailureReason } from './failure';
import { FolderEvents } from './folderEvents';
import { FolderText } from './folderText';
import { MAX_EVENTS, SLICE } from './limits';
import { type Batch } from './objectReader';
import { listObjects, type LogObject } from './objects';
import { ObjectTexts } from './objectTexts';
import { PartQueue } from './partQueue';
import { readObjects } from './readObjects';
import { searchFolder } from './searchFolder';
import { type Search } from './textSearch';

/**
 * All logs below a folder as one, its events in the order of time. The texts are not kept: an event is read again from its object. Objects that are added
 * later are read when somebody asks for it.
 */
export class FolderLog {
  trail: Trail;
  /** The row of the first event with the same id, of each row that is not the first. */
  duplicates: ReadonlyMap<number, number> = new Map();
  /** The limit because of which some was not read. */
  limit: 'objects' | 'events' | undefined;
  private text: FolderText;
  private readonly texts: ObjectTexts;
  private readonly events = new FolderEvents();
  private readonly all: LogObject[] = [];
  private readonly numbers = new Map<string, number>();
  private unlisted: readonly Failure[] = [];
  /** Of objects, by their numbers. */
  private readonly reasons = new Map<number, FailureReason>();
  private readonly gaps = new Map<number, number>();

  constructor(
    private readonly platform: Platform,
    readonly uri: string,
    /** Puts a reason into the language of the display. */
    t: (message: string) => string = (message) => message,
  ) {
    this.texts = new ObjectTexts(platform, t);
    this.text = new FolderText(this.texts);
    this.trail = new Trail(this.text);
  }

  get nature(): Nature {
    return this.trail.rows.size > 0
      ? { isTrail: true, shape: this.events.shape }
      : { isTrail: false, shape: 'none', foreign: 'no-events' };
  }

  /** By the time in their names; those that were added later behind the others. */
  get objects(): readonly LogObject[] {
    return this.all;
  }

  /** What was not read, or not to its end, in the order of the objects. */
  get failures(): readonly Failure[] {
    const ofObjects = [...this.reasons].sort(([a], [b]) => a - b);
    return [...this.unlisted, ...ofObjects.map(([number, reason]) => ({ name: this.all[number]?.name ?? '', reason }))];
  }

  /** How many stretches of objects were no events. */
  get skipped(): number {
    return [...this.gaps.values()].reduce((sum, one) => sum + one, 0);
  }

  /** Reads everything; where it is cancelled, what has been read is the log. */
  async index(signal: AbortSignal, progress: (done: number, total: number) => void): Promise<void> {
    try {
      await this.update(new Set(), signal, progress);
    } finally {
      // It could not be listed, or has nothing to read.
      if (!this.trail.isComplete) this.trail.taken(this.text, 0, true);
    }
  }

  /** Reads the objects that were added since, and once more those of these names; false where there are none. Others are not read again. */
  async update(
    changed: ReadonlySet<string>,
    signal: AbortSignal,
    progress: (done: number, total: number) => void = () => undefined,
  ): Promise<boolean> {
    const listing = await listObjects(this.platform.files, this.uri, signal);
    this.unlisted = listing.failures;
    if (listing.isCut) this.limit = 'objects';
    const again = new Set<number>();
    const wanted: number[] = [];
    for (const object of listing.objects) {
      let number = this.numbers.get(object.name);
      if (number !== undefined && !changed.has(object.name)) continue;
      if (number === undefined) {
        number = this.all.push(object) - 1;
        this.numbers.set(object.name, number);
      } else again.add(number);
      wanted.push(number);
    }
    if (wanted.length === 0) return false;
    this.forget(again);
    try {
      await this.read(wanted, signal, progress);
    } finally {
      await this.arrange();
    }
    return true;
  }

  /** Why an object could not be read again. */
  get problem(): string | undefined {
    return this.texts.problem;
  }

  /** The name of the object that an event is in. */
  objectOf(row: number): string {
    return this.all[this.text.objectOf(row)]?.name ?? '';
  }

  /** Looks for words in the text of the events. */
  readonly search: Search = (words, goesOn) => searchFolder(this.text, words, goesOn);

  private forget(objects: ReadonlySet<number>): void {
    if (objects.size > 0) this.events.drop(objects);
    for (const number of objects) {
      this.texts.forget(number);
      this.reasons.delete(number);
      this.gaps.delete(number);
    }
  }

  private async read(
    numbers: readonly number[],
    signal: AbortSignal,
    progress: (done: number, total: number) => void,
  ): Promise<void> {
    const full = new AbortController();
    const both = AbortSignal.any([signal, full.signal]);
    let done = 0;
    const queue = new PartQueue<{ readonly reader: BatchReader; readonly batch: Batch }>(
      both,
      ({ reader, batch }) => reader.take(batch),
      ({ batch }) => {
        this.events.add(batch);
        for (const { number, failure, skipped, size } of batch.objects) {
          this.texts.expect(number, size);
          if (failure !== undefined) this.reasons.set(number, failure);
          if (skipped > 0) this.gaps.set(number, skipped);
          progress(++done, numbers.length);
        }
        if (this.events.size < MAX_EVENTS) return;
        this.limit = 'events';
        full.abort();
      },
    );
    await readObjects(this.platform, {
      folder: this.uri,
      objects: numbers.map((number) => ({ number, uri: this.all[number]?.uri ?? '' })),
      hold: (number, uri, bytes) => this.texts.hold(number, uri, bytes),
      signal: both,
      takes: () => {
        const reader = new BatchReader(this.trail);
        return (batch) => {
          queue.add({ reader, batch });
        };
      },
    });
    await queue.settled();
  }

  /** Puts what has been read into the order of time: a trail of its own, so that the one before can be read until then. */
  private async arrange(): Promise<void> {
    const trail = new Trail(this.text, this.trail);
    const places = await inSlices(this.events.give(trail), () => false, SLICE);
    const text = new FolderText(this.texts, [...this.all], places);
    trail.taken(text, text.length, true);
    const duplicates = new Map<number, number>();
    let until = performance.now() + SLICE;
    for (const { row, first } of duplicatesOf(trail)) {
      duplicates.set(row, first);
      if (performance.now() < until) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      until = performance.now() + SLICE;
    }
    this.text = text;
    this.trail = trail;
    this.duplicates = duplicates;
  }
}
