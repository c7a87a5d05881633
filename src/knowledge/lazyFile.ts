import type { CatalogueEvent, CatalogueFile, Source } from './entry';

/** What a catalogue file says before its events. */
export type FileHead = Omit<CatalogueFile, 'events'>;

/** The events of a file, told by their names, each read on its own. */
export interface EventReader {
  /** Every name with the place from which its event is read. */
  places(): ReadonlyMap<string, number>;
  read(place: number): CatalogueEvent;
}

/** A catalogue file of which an event is read when somebody asks for it: a log has a few hundred names, a catalogue ten thousands. */
export class LazyFile implements CatalogueFile {
  readonly service: string;
  readonly also: readonly string[];
  readonly source?: Source;
  private known: ReadonlyMap<string, number> | undefined;

  constructor(
    head: FileHead,
    private readonly reader: EventReader,
  ) {
    this.service = head.service;
    this.also = head.also ?? [];
    if (head.source !== undefined) this.source = head.source;
  }

  /** All events, read anew. */
  get events(): CatalogueFile['events'] {
    const events = Object.create(null) as Record<string, CatalogueEvent>;
    for (const [name, place] of this.places()) events[name] = this.reader.read(place);
    return events;
  }

  names(): Iterable<string> {
    return this.places().keys();
  }

  has(name: string): boolean {
    return this.places().has(name);
  }

  event(name: string): CatalogueEvent | undefined {
    const place = this.places().get(name);
    return place === undefined ? undefined : this.reader.read(place);
  }

  private places(): ReadonlyMap<string, number> {
    return (this.known ??= this.reader.places());
  }
}

/** The names of a file. */
export function namesIn(file: CatalogueFile): Iterable<string> {
  return file instanceof LazyFile ? file.names() : Object.keys(file.events);
}

/** Whether a file has an event of exactly this name. */
export function hasName(file: CatalogueFile, name: string): boolean {
  return file instanceof LazyFile ? file.has(name) : Object.hasOwn(file.events, name);
}

/** The event of exactly this name. */
export function eventIn(file: CatalogueFile, name: string): CatalogueEvent | undefined {
  if (file instanceof LazyFile) return file.event(name);
  return hasName(file, name) ? file.events[name] : undefined;
}
