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
    return new LazyFile(head, () => eventsOf(first, count));
  });
}

function eventsOf(first: number, count: number): Readonly<Record<string, CatalogueEvent>> {
  const { name, zh, en, kind, whyZh, whyEn, more } = (columns ??= JSON.parse(body) as Columns);
  const events: Record<string, CatalogueEvent> = {};
  for (let at = first; at < first + count; at++) {
    const why = { zh: whyZh[at] ?? '', en: whyEn[at] ?? '' };
    events[name[at] ?? ''] = {
      zh: zh[at] ?? '',
      en: en[at] ?? '',
      kind: kind[at] ?? 'read',
      ...(why.zh === '' ? {} : { why }),
      ...more[at],
    };
  }
  return events;
}
