import type { CatalogueEvent, CatalogueFile, Source } from './entry';

/** What a catalogue file says before its events. */
export type FileHead = Omit<CatalogueFile, 'events'>;

/** A catalogue file whose events are read when somebody asks for the first of them. */
export class LazyFile implements CatalogueFile {
  readonly service: string;
  readonly also: readonly string[];
  readonly source?: Source;
  private known: CatalogueFile['events'] | undefined;

  constructor(
    head: FileHead,
    private readonly read: () => Readonly<Record<string, CatalogueEvent>>,
  ) {
    this.service = head.service;
    this.also = head.also ?? [];
    if (head.source !== undefined) this.source = head.source;
  }

  get events(): CatalogueFile['events'] {
    return (this.known ??= this.read());
  }
}
