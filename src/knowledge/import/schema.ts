import type { Bilingual } from '../bilingual';
import type { EventKind, Source } from '../entry';
import type { Collector } from './collector';
import { JsonPlaces } from './jsonPlace';
import { clean } from './text';

type Path = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

const SERVICE = /^(?:\*|[a-z0-9][a-z0-9._-]*)$/i;
const KINDS: readonly string[] = ['read', 'write', 'delete', 'logon', 'order', 'platform'] satisfies readonly EventKind[];
const FILE_KEYS: ReadonlySet<string> = new Set(['$schema', 'service', 'also', 'source', 'events']);
const EVENT_KEYS: ReadonlySet<string> = new Set(['zh', 'en', 'kind', 'why', 'note', 'source']);

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value looks like a catalogue file of our schema, right or wrong. */
export function isCatalogue(value: unknown): value is Fields {
  return isFields(value) && 'events' in value && isFields(value['events']) && ('service' in value || !('Events' in value));
}

/** Takes catalogue files of our schema (schema/event-catalogue.schema.json). What is wrong is reported, the rest is taken. */
export function importCatalogues(collector: Collector, file: string, text: string, value: unknown): void {
  const places = new JsonPlaces(text);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  list.forEach((entry, at) => {
    const path = Array.isArray(value) ? [at] : [];
    new CatalogueReader(collector, file, places).read(entry, path);
  });
}

class CatalogueReader {
  constructor(
    private readonly collector: Collector,
    private readonly file: string,
    private readonly places: JsonPlaces,
  ) {}

  read(entry: unknown, path: Path): void {
    if (!isCatalogue(entry)) {
      this.wrong(path, 'object with service and events expected');
      return;
    }
    const { service, also, source, events } = entry;
    if (typeof service !== 'string' || !SERVICE.test(service)) {
      this.wrong('service' in entry ? [...path, 'service'] : path, 'service');
      return;
    }
    this.unknown(entry, FILE_KEYS, path);
    if (Array.isArray(also) && also.every((code): code is string => typeof code === 'string' && SERVICE.test(code)))
      this.collector.alias(service, also);
    else if (also !== undefined) this.wrong([...path, 'also'], 'also');
    const from = this.source(source, [...path, 'source']);
    if (from !== undefined) this.collector.source(service, from);
    for (const [name, event] of Object.entries(isFields(events) ? events : {})) {
      this.event(service, name, event, [...path, 'events', name]);
      if (this.collector.isFull) return;
    }
  }

  private event(service: string, name: string, event: unknown, path: Path): void {
    if (name === '' || name.length > 256 || !isFields(event)) {
      this.wrong(path, name === '' ? 'empty name' : name);
      return;
    }
    this.unknown(event, EVENT_KEYS, path);
    const zh = this.text(event['zh'], [...path, 'zh']);
    const en = this.text(event['en'], [...path, 'en']);
    const line = this.places;
    if (zh === undefined && en === undefined) {
      this.collector.report('no-meaning', { file: this.file, ...at(line.line(path)) }, name);
      return;
    }
    const kind = event['kind'];
    const isKind = typeof kind === 'string' && KINDS.includes(kind);
    if (kind !== undefined && !isKind) this.wrong([...path, 'kind'], 'kind');
    this.collector.add(
      {
        service,
        name,
        zh,
        en,
        kind: isKind ? (kind as EventKind) : undefined,
        why: this.bilingual(event['why'], [...path, 'why']),
        note: this.bilingual(event['note'], [...path, 'note']),
        source: this.source(event['source'], [...path, 'source']),
      },
      { file: this.file },
    );
  }

  private text(value: unknown, path: Path): string | undefined {
    if (value === undefined) return undefined;
    const text = typeof value === 'string' ? clean(value) : '';
    if (text !== '') return text;
    this.wrong(path, String(path.at(-1)));
    return undefined;
  }

  private bilingual(value: unknown, path: Path): Bilingual | undefined {
    if (value === undefined) return undefined;
    if (!isFields(value)) {
      this.wrong(path, String(path.at(-1)));
      return undefined;
    }
    const zh = this.text(value['zh'], [...path, 'zh']);
    const en = this.text(value['en'], [...path, 'en']);
    if (zh !== undefined && en !== undefined) return { zh, en };
    this.wrong(path, String(path.at(-1)));
    return undefined;
  }

  private source(value: unknown, path: Path): Source | undefined {
    return typeof value === 'string' ? this.text(value, path) : this.bilingual(value, path);
  }

  private unknown(fields: Fields, known: ReadonlySet<string>, path: Path): void {
    for (const key of Object.keys(fields)) if (!known.has(key)) this.wrong([...path, key], key);
  }

  private wrong(path: Path, detail: string): void {
    this.collector.report('bad-entry', { file: this.file, ...at(this.places.line(path)) }, detail);
  }
}

function at(line: number | undefined): { readonly line?: number } {
  return line === undefined ? {} : { line };
}
