import { builtin } from './builtin';
import { derive, kindFromName } from './derived';
import {
  TRUST,
  type CatalogueEntry,
  type CatalogueEvent,
  type CatalogueLayer,
  type EventKind,
  type Match,
  type Source,
} from './entry';
import { LayerIndex, type Found } from './layer';
import { operationOf, operationsNamed } from './operations';
import { plainNameOf } from './plainName';
import { relativesOf } from './relatives';
import { usual } from './usual';

export { builtin } from './builtin';
export type * from './entry';

const COMMON = '*';

/** Meanings that are kept ready, so that a log with a million events pays for each of its names once. */
const MAX_CACHED = 20_000;

const DERIVED: Source = { zh: '根据事件名称推断', en: 'Derived from the event name' };

/**
 * The meanings of event names, in layers: workspace, user, imported, built in; what no layer knows is derived from the name.
 *
 * A name is looked for in its service, then among the names common to all products (`Create` on a buy page must not be explained
 * with the `Create` of another product). Where the service is known, nobody else's meaning is taken for it but that of another API of the same product:
 * the rest is derived. Where none is named, all services are asked. At each step the more trusted layer wins; what its entry does not say (a second
 * language, the kind, why to look) is filled from the same event in the layers below.
 */
export class Catalogue {
  private readonly layers: readonly LayerIndex[];
  private readonly cache = new Map<string, CatalogueEntry>();

  constructor(layers: readonly CatalogueLayer[]) {
    this.layers = [...layers].sort((a, b) => TRUST.indexOf(a.id) - TRUST.indexOf(b.id)).map((layer) => new LayerIndex(layer));
  }

  /** What the event means. Always answers; `service` is a resolved product code, without regard to case. */
  lookup(service: string | undefined, eventName: string): CatalogueEntry {
    const code = service?.toLowerCase() ?? '';
    const key = `${code}\n${eventName}`;
    const known = this.cache.get(key);
    if (known) return known;
    const entry = this.find(code, eventName);
    if (this.cache.size >= MAX_CACHED) this.cache.clear();
    this.cache.set(key, entry);
    return entry;
  }

  /** The meanings of a name in all services that hold it, the most usual service first; a common name last. */
  lookupAll(eventName: string): readonly CatalogueEntry[] {
    const groups = this.others(eventName);
    const common = this.inService(COMMON, eventName);
    if (common.length > 0) groups.push(common);
    return groups.map((group) => entryOf(group, eventName, group[0]?.service === COMMON ? 'common' : 'service'));
  }

  /** Every event that some layer holds, once for each service. */
  *all(): IterableIterator<CatalogueEntry> {
    const seen = new Set<string>();
    for (const layer of this.layers) {
      for (const found of layer.all()) {
        const key = `${found.service}\n${found.name.toLowerCase()}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const group = this.inService(found.service, found.name);
        yield entryOf(group.length > 0 ? group : [found], found.name, found.service === COMMON ? 'common' : 'service');
      }
    }
  }

  /** What every layer holds, the most trusted first, as it stands there. */
  *found(): IterableIterator<Found> {
    for (const layer of this.layers) yield* layer.all();
  }

  private find(service: string, name: string): CatalogueEntry {
    const own = service === '' || service === COMMON ? [] : this.inService(service, name);
    if (own.length > 0) return entryOf(own, name, 'service');
    const common = this.inService(COMMON, name);
    if (common.length > 0) return { ...entryOf(common, name, 'common'), service: service === '' ? COMMON : service };
    const entry =
      service === '' || service === COMMON ? this.unowned(name) : (this.related(service, name) ?? derivedEntry(service, name));
    return entry.derived && entry.match === 'derived' ? (this.spelledOtherwise(service, name) ?? entry) : entry;
  }

  /** What a name means that is not written as names are: with blanks or hyphens, with its product before it, as a console says it. */
  private spelledOtherwise(service: string, asked: string): CatalogueEntry | undefined {
    const plain = plainNameOf(asked);
    if (plain === undefined) return undefined;
    const code = service === '' || service === COMMON ? (plain.service ?? '') : service;
    const entry = this.find(code, plain.name);
    const isKnown = !entry.derived || operationOf(entry.service, plain.name) !== undefined;
    return isKnown ? { ...entry, name: asked, documentedName: entry.documentedName ?? plain.name } : undefined;
  }

  /** What another API of the same product says of a name that this one has not. How it is judged there is not borrowed. */
  private related(service: string, name: string): CatalogueEntry | undefined {
    if (operationOf(service, name) !== undefined) return undefined;
    for (const relative of relativesOf(service)) {
      const found = this.inService(relative, name);
      if (found.length > 0) return { ...textsOf(entryOf(found, name, 'relative')), kind: kindFromName(name, service) };
      if (operationOf(relative, name) !== undefined) return derivedEntry(relative, name);
    }
    return undefined;
  }

  /** The meaning of a name whose service is not known: that of the only one that has it, or all of them. */
  private unowned(name: string): CatalogueEntry {
    const groups = this.others(name);
    const isExact = groups.some(([found]) => found?.name === name);
    const operations = operationsNamed(name).filter(
      (one) => (one.name === name || !isExact) && !groups.some(([found]) => found?.service === one.service),
    );
    const owners = [
      ...groups.map((group) => entryOf(group, name, 'service')),
      ...operations.map(({ service }) => derivedEntry(service, name)),
    ];
    const [first] = owners;
    if (first === undefined) return derivedEntry('', name);
    if (owners.length === 1) return { ...first, match: 'other' };
    return { ...textsOf(first), kind: kindOf(owners, name), match: 'ambiguous', candidates: owners };
  }

  /** The event in every layer that holds it, the most trusted first. */
  private inService(service: string, name: string): Found[] {
    const group: Found[] = [];
    for (const layer of this.layers) {
      const found = layer.inService(service, name);
      if (found !== undefined) group.push(found);
    }
    return group;
  }

  /** The event in every service that holds it: one list, the most trusted layer first, for each service. */
  private others(name: string): Found[][] {
    const groups = new Map<string, Found[]>();
    const all = this.layers.flatMap((layer) => layer.inAll(name));
    const exact = all.filter((found) => found.name === name);
    for (const found of exact.length > 0 ? exact : all) {
      const group = groups.get(found.service);
      if (group) group.push(found);
      else groups.set(found.service, [found]);
    }
    return [...groups.entries()].sort(([a], [b]) => usual(a) - usual(b) || (a < b ? -1 : 1)).map(([, group]) => group);
  }
}

/** A catalogue of the given layers, in whatever order they come; without any, the built-in one. */
export function createCatalogue(layers: readonly CatalogueLayer[] = [builtin()]): Catalogue {
  return new Catalogue(layers);
}

/** An entry that is being made. */
type Draft = { -readonly [Key in keyof CatalogueEntry]: CatalogueEntry[Key] };

/** `found` is one event in several layers, the most trusted first, and not empty. */
function entryOf(found: readonly Found[], asked: string, match: Match): CatalogueEntry {
  const [first] = found;
  if (!first) return derivedEntry('', asked);
  const zh = first.event.zh ?? pick(found, 'zh');
  const en = first.event.en ?? pick(found, 'en');
  const derived = zh === undefined || en === undefined ? derive(first.name, first.service) : undefined;
  // Filled step by step: spreading what may be missing takes longer than all the rest.
  const entry: Draft = {
    service: first.service,
    name: asked,
    zh: zh ?? derived?.zh ?? '',
    en: en ?? derived?.en ?? '',
    kind: pick(found, 'kind') ?? kindFromName(first.name, first.service),
    source: first.source,
    derived: false,
    match,
    layer: first.layer,
  };
  const why = pick(found, 'why');
  const note = pick(found, 'note');
  if (why !== undefined) entry.why = why;
  if (note !== undefined) entry.note = note;
  if (first.name !== asked) entry.documentedName = first.name;
  const language = first.event.zh === undefined ? 'zh' : first.event.en === undefined ? 'en' : undefined;
  if (language !== undefined) {
    const other = found.find(({ event }) => event[language] !== undefined);
    entry.filled = { language, source: other?.source ?? DERIVED };
  }
  return entry;
}

function pick<Key extends keyof CatalogueEvent>(found: readonly Found[], key: Key): CatalogueEvent[Key] | undefined {
  for (const { event } of found) if (event[key] !== undefined) return event[key];
  return undefined;
}

/** A name that no layer holds. The vendor's list of operations tells how it is spelt. */
function derivedEntry(service: string, name: string): CatalogueEntry {
  const spelt = operationOf(service, name)?.name ?? name;
  const entry: CatalogueEntry = { service, name, ...derive(spelt, service), source: DERIVED, derived: true, match: 'derived' };
  return spelt === name ? entry : { ...entry, documentedName: spelt };
}

/** An entry without what is judged of its own event. */
function textsOf(entry: CatalogueEntry): CatalogueEntry {
  const texts: Draft = { ...entry };
  delete texts.why;
  delete texts.note;
  return texts;
}

/** The kind that all agree on, else what the name says. */
function kindOf(owners: readonly CatalogueEntry[], name: string): EventKind {
  const kinds = new Set(owners.map(({ kind }) => kind));
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined ? kind : kindFromName(name);
}
