import type { CatalogueEvent, CatalogueFile, CatalogueLayer, LayerId, Source } from './entry';
import { eventIn, hasName, namesIn } from './lazyFile';

/** An event and where it stands. */
export interface Found {
  readonly layer: LayerId;
  readonly service: string;
  /** The name as the file spells it. */
  readonly name: string;
  readonly event: CatalogueEvent;
  readonly source: Source;
}

/** One file with a second index by folded name, built when an exact name was not found for the first time. */
class FileIndex {
  private folded: Map<string, string> | undefined;

  constructor(private readonly file: CatalogueFile) {}

  find(name: string): string | undefined {
    if (hasName(this.file, name)) return name;
    if (!this.folded) {
      this.folded = new Map();
      for (const known of namesIn(this.file)) {
        const key = known.toLowerCase();
        if (!this.folded.has(key)) this.folded.set(key, known);
      }
    }
    return this.folded.get(name.toLowerCase());
  }

  found(name: string, layer: CatalogueLayer): Found | undefined {
    const event = eventIn(this.file, name);
    if (!event) return undefined;
    const source = event.source ?? this.file.source ?? layer.source;
    return { layer: layer.id, service: this.file.service.toLowerCase(), name, event, source };
  }

  names(): Iterable<string> {
    return namesIn(this.file);
  }
}

/** The indexes of one layer, built piece by piece when they are needed. */
export class LayerIndex {
  private files: readonly FileIndex[] | undefined;
  private readonly byService = new Map<string, FileIndex[]>();
  /** By folded name: the file that holds it, or a list where several do. */
  private byName: ReadonlyMap<string, FileIndex | readonly FileIndex[]> | undefined;

  constructor(private readonly layer: CatalogueLayer) {}

  /** The event of a service, by exact name, else without regard to case. */
  inService(service: string, name: string): Found | undefined {
    this.load();
    for (const file of this.byService.get(service) ?? []) {
      const known = file.find(name);
      if (known !== undefined) return file.found(known, this.layer);
    }
    return undefined;
  }

  /** The events of this name in all products, without the names common to all. */
  inAll(name: string): readonly Found[] {
    const files = this.named().get(name.toLowerCase());
    if (files === undefined) return [];
    const found: Found[] = [];
    for (const file of files instanceof FileIndex ? [files] : files) {
      const known = file.find(name);
      const event = known === undefined ? undefined : file.found(known, this.layer);
      if (event && event.service !== '*') found.push(event);
    }
    return found;
  }

  *all(): IterableIterator<Found> {
    for (const file of this.load()) {
      for (const name of file.names()) {
        const found = file.found(name, this.layer);
        if (found) yield found;
      }
    }
  }

  private load(): readonly FileIndex[] {
    if (this.files) return this.files;
    const files: FileIndex[] = [];
    for (const file of this.layer.files()) {
      const index = new FileIndex(file);
      files.push(index);
      for (const code of new Set([file.service, ...(file.also ?? [])].map((code) => code.toLowerCase()))) {
        const known = this.byService.get(code);
        if (known) known.push(index);
        else this.byService.set(code, [index]);
      }
    }
    this.files = files;
    return files;
  }

  private named(): ReadonlyMap<string, FileIndex | readonly FileIndex[]> {
    if (this.byName) return this.byName;
    const byName = new Map<string, FileIndex | FileIndex[]>();
    for (const file of this.load()) {
      for (const name of file.names()) {
        const key = name.toLowerCase();
        const known = byName.get(key);
        if (known === undefined) byName.set(key, file);
        else if (known instanceof FileIndex) {
          if (known !== file) byName.set(key, [known, file]);
        } else if (!known.includes(file)) known.push(file);
      }
    }
    this.byName = byName;
    return byName;
  }
}
