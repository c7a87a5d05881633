import text from 'knowledge:events';
import type { Bilingual } from './bilingual';
import type { CatalogueEvent, CatalogueFile, CatalogueLayer, EventKind, Source } from './entry';
import { LazyFile, type FileHead } from './lazyFile';

const OURS: Source = 'Trail Log Inspector';

/** A file of the catalogue as it is bundled: its events are the next `count` ones of the columns. */
type BundledHead = FileHead & { readonly count: number };

/**
 * The events of all files, a column for each part: texts of one kind and language lie together, which makes the package a fifth smaller. `why` is empty
 * where nothing is said; what few events have besides is in `more`, by the event's number.
 */
interface Columns {
  readonly name: readonly string[];
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly kind: readonly EventKind[];
  readonly whyZh: readonly string[];
  readonly whyEn: readonly string[];
  readonly more: Readonly<Record<number, { readonly note?: Bilingual; readonly source?: Source }>>;
}

const [heads = '[]', body = '{}'] = text.split('\n');
let files: readonly CatalogueFile[] | undefined;
let columns: Columns | undefined;

/** The catalogue that comes with the extension. Its events are parsed when somebody asks for one of them. */
export function builtin(): CatalogueLayer {
  return { id: 'builtin', source: OURS, files: () => (files ??= readFiles()) };
}

function readFiles(): readonly CatalogueFile[] {
  let next = 0;
  return (JSON.parse(heads) as readonly BundledHead[]).map(({ count, ...head }) => {
    const first = next;
    next += count;
    return new LazyFile(head, { places: () => placesOf(first, count), read: eventAt });
  });
}

function read(): Columns {
  return (columns ??= JSON.parse(body) as Columns);
}

function placesOf(first: number, count: number): ReadonlyMap<string, number> {
  const { name } = read();
  const places = new Map<string, number>();
  for (let at = first; at < first + count; at++) places.set(name[at] ?? '', at);
  return places;
}

function eventAt(at: number): CatalogueEvent {
  const { zh, en, kind, whyZh, whyEn, more } = read();
  const event = { zh: zh[at] ?? '', en: en[at] ?? '', kind: kind[at] ?? 'read' };
  const why = whyZh[at] ?? '';
  const rest = more[at];
  if (why === '') return rest === undefined ? event : { ...event, ...rest };
  return { ...event, why: { zh: why, en: whyEn[at] ?? '' }, ...rest };
}
