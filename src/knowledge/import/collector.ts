import type { Bilingual } from '../bilingual';
import type { CatalogueEvent, CatalogueFile, EventKind, Source } from '../entry';
import { serviceOf } from '../services';
import { MAX_EVENTS, MAX_PROBLEMS } from './limits';
import type { ImportProblem, Origin, ProblemCode } from './problem';

/** One event as a file says it. */
export interface EventRow {
  /** A product code or a service name; undefined where the document does not say it. */
  readonly service: string | undefined;
  readonly name: string;
  readonly zh?: string | undefined;
  readonly en?: string | undefined;
  readonly kind?: EventKind | undefined;
  readonly why?: Bilingual | undefined;
  readonly note?: Bilingual | undefined;
  readonly source?: Source | undefined;
}

/** Names that metadata gives beside its events; a language may be missing. */
export type Names = ReadonlyMap<string, Partial<Bilingual>>;

/** What was taken from some files, and what was not. */
export interface ImportResult {
  readonly files: readonly CatalogueFile[];
  readonly count: number;
  readonly languages: readonly ('zh' | 'en')[];
  readonly products: Names;
  readonly regions: Names;
  /** At most MAX_PROBLEMS. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  /** Events whose service no document tells: they are taken for names of every product. */
  readonly withoutService: number;
}

export interface CollectorOptions {
  /** The service of events whose document does not tell it. */
  readonly service?: string | undefined;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Events = Map<string, Mutable<CatalogueEvent>>;

const EVERY = '*';

/** Puts together what several files say of events: two languages of a document, many products, the names of products and regions. */
export class Collector {
  private readonly services = new Map<string, Events>();
  private readonly also = new Map<string, Set<string>>();
  private readonly sources = new Map<string, Source>();
  /** Events without a service, by document: `actiontrail` for actiontrail.zh.md and actiontrail.en.md. */
  private readonly homeless = new Map<string, { origin: Origin; events: Events }>();
  private readonly mentioned = new Map<string, { code: string; name: string; origin: Origin }>();
  private readonly homes = new Map<string, string>();
  private readonly products = new Map<string, Partial<Bilingual>>();
  private readonly regions = new Map<string, Partial<Bilingual>>();
  private readonly kept: ImportProblem[] = [];
  private problemCount = 0;
  private size = 0;
  private full = false;

  constructor(private readonly options: CollectorOptions = {}) {}

  report(code: ProblemCode, { file, line }: Origin, detail?: string): void {
    this.problemCount++;
    if (this.kept.length >= MAX_PROBLEMS) return;
    this.kept.push({
      file,
      ...(line !== undefined && { line }),
      code,
      ...(detail !== undefined && { detail: detail.slice(0, 200) }),
    });
  }

  get isFull(): boolean {
    return this.full;
  }

  /** Takes one event. Of two meanings in one language the first stays; `quiet` does not report the second one. */
  add(row: EventRow, origin: Origin, quiet = false): void {
    const events = row.service === undefined ? this.eventsOf(origin) : this.eventsOfService(canonical(row.service));
    const known = events.get(row.name);
    if (known === undefined && this.size >= MAX_EVENTS) {
      if (!this.full) this.report('too-many', origin, String(MAX_EVENTS));
      this.full = true;
      return;
    }
    if (known === undefined) this.size++;
    if (merge(events, row.name, row) && !quiet) this.report('duplicate', origin, row.name);
  }

  /** A file names an event without saying what it means; another file may say it. */
  mention(service: string, name: string, origin: Origin): void {
    const code = canonical(service);
    this.mentioned.set(`${code}\n${name}`, { code, name, origin });
  }

  /** Says whose events a document holds. */
  settle(origin: Origin, service: string): void {
    this.homes.set(stem(origin.file), canonical(service));
  }

  alias(service: string, also: readonly string[]): void {
    const code = canonical(service);
    const known = this.also.get(code) ?? new Set();
    for (const other of also) known.add(other.toLowerCase());
    this.also.set(code, known);
  }

  name(what: 'products' | 'regions', key: string, names: Partial<Bilingual>): void {
    const known = this[what].get(key);
    this[what].set(key, { ...names, ...known });
  }

  source(service: string, source: Source): void {
    const code = canonical(service);
    if (!this.sources.has(code)) this.sources.set(code, source);
  }

  finish(): ImportResult {
    const withoutService = this.house();
    for (const { code, name, origin } of this.mentioned.values())
      if (this.services.get(code)?.has(name) !== true) this.report('no-meaning', origin, name);
    const languages = new Set<'zh' | 'en'>();
    let count = 0;
    const files = [...this.services].map(([service, events]): CatalogueFile => {
      for (const { zh, en } of events.values()) {
        if (zh !== undefined) languages.add('zh');
        if (en !== undefined) languages.add('en');
      }
      count += events.size;
      const also = [...(this.also.get(service) ?? [])].filter((code) => code !== service);
      const source = this.sources.get(service);
      return { service, ...(also.length > 0 && { also }), ...(source && { source }), events: recordOf(events) };
    });
    return {
      files: files.filter(({ events }) => Object.keys(events).length > 0),
      count,
      languages: (['zh', 'en'] as const).filter((language) => languages.has(language)),
      products: this.products,
      regions: this.regions,
      problems: this.kept,
      problemCount: this.problemCount,
      withoutService,
    };
  }

  private eventsOfService(code: string): Events {
    const known = this.services.get(code);
    if (known) return known;
    const events: Events = new Map();
    this.services.set(code, events);
    return events;
  }

  private eventsOf(origin: Origin): Events {
    const key = stem(origin.file);
    const known = this.homeless.get(key);
    if (known) return known.events;
    const events: Events = new Map();
    this.homeless.set(key, { origin: { file: origin.file }, events });
    return events;
  }

  /** Gives events without a service that of the document's other language, of a document with the same events, or the given one. */
  private house(): number {
    let without = 0;
    // Documents that tell their service come first: the others may hold the same events.
    const documents = [...this.homeless].sort(([a], [b]) => Number(this.homes.has(b)) - Number(this.homes.has(a)));
    for (const [key, { origin, events }] of documents) {
      const service = this.homes.get(key) ?? this.alike(events) ?? this.options.service;
      if (service === undefined) {
        without += events.size;
        this.report('no-service', origin);
      }
      const home = this.eventsOfService(service === undefined ? EVERY : canonical(service));
      for (const [name, event] of events) if (merge(home, name, event)) this.report('duplicate', origin, name);
    }
    this.homeless.clear();
    return without;
  }

  private alike(events: Events): string | undefined {
    for (const [service, others] of this.services) {
      const shared = [...events.keys()].filter((name) => others.has(name)).length;
      if (service !== EVERY && shared * 2 >= events.size) return service;
    }
    return undefined;
  }
}

/** Adds what is new; true when a text says something else than the one that is known. */
function merge(events: Events, name: string, row: Omit<EventRow, 'service' | 'name'>): boolean {
  let event = events.get(name);
  if (!event) {
    event = {};
    events.set(name, event);
  }
  let differs = false;
  for (const language of ['zh', 'en'] as const) {
    const text = row[language];
    if (text === undefined) continue;
    if (event[language] === undefined) event[language] = text;
    else if (event[language] !== text) differs = true;
  }
  if (row.kind !== undefined) event.kind ??= row.kind;
  if (row.why !== undefined) event.why ??= row.why;
  if (row.note !== undefined) event.note ??= row.note;
  if (row.source !== undefined) event.source ??= row.source;
  return differs;
}

/** An event may be called `__proto__`: the record inherits nothing. */
function recordOf(events: Events): Readonly<Record<string, CatalogueEvent>> {
  const record = Object.create(null) as Record<string, CatalogueEvent>;
  for (const [name, event] of events) record[name] = event;
  return record;
}

function canonical(service: string): string {
  return service === EVERY ? EVERY : (serviceOf(service)?.code ?? service.trim().toLowerCase());
}

const LANGUAGE = /(?:^|[._/-])(?:zh(?:[-_](?:cn|hans))?|cn|en(?:[-_]us)?|chinese|english)(?=$|[._/-])/gi;

/** What the two languages of a document have in common in their paths. */
function stem(file: string): string {
  return file
    .replace(/\.[^./]+$/, '')
    .replace(LANGUAGE, '')
    .toLowerCase();
}
