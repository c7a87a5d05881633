import type { Catalogue } from './catalogue';
import { derive } from './derived';
import { allOperations } from './operations';
import { aliasesOf, serviceOf } from './services';
import { usual } from './usual';

/** An event that a search may find: of a catalogue, or an operation of a public API, whose texts are derived. What a catalogue lacks, `lookup` derives. */
export interface SearchRow {
  readonly service: string;
  readonly name: string;
  readonly zh: string | undefined;
  readonly en: string | undefined;
}

export interface SearchResult {
  /** The best matches, at most as many as asked for. */
  readonly rows: readonly SearchRow[];
  /** How many match. */
  readonly total: number;
}

interface IndexedRow extends SearchRow {
  readonly lowerName: string;
  /** Everything that words of a query are looked for in, in lower case. */
  readonly text: string;
}

/** Words that people use for one thing. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['授权', '授予'],
  ['ak', 'accesskey', '访问密钥'],
  ['公开', '公共', '公网'],
  ['弹性公网', 'eip'],
  ['用户组', '群组'],
  ['退订', '退款'],
];

/** Rows between two looks at the clock. */
const STEP = 500;

/** How well a row matches, from the best: the name itself, its beginning, a part of it, all words in it, words in the meanings, in the product's name too. */
const RANKS = 6;

/** Finds events by name or by words of either language. Indexing and searching are done in steps, so that the caller can rest in between. */
export class CatalogueSearch {
  private rows: readonly IndexedRow[] | undefined;

  constructor(private readonly catalogue: Catalogue) {}

  /** How many events there are; 0 until they are indexed. */
  get size(): number {
    return this.rows?.length ?? 0;
  }

  *find(query: string, limit: number): Generator<void, SearchResult> {
    const rows = this.rows ?? (yield* this.index());
    const words = query
      .toLowerCase()
      .split(/[\s_.:：-]+/u)
      .filter((word) => word !== '');
    const meant = words.map((word) => SYNONYMS.find((group) => group.includes(word)) ?? [word]);
    const joined = words.join('');
    const ranks = Array.from({ length: RANKS }, (): IndexedRow[] => []);
    let total = 0;
    for (const [at, row] of rows.entries()) {
      if (at % STEP === STEP - 1) yield;
      if (!meant.every((group) => group.some((word) => row.text.includes(word))) && !row.lowerName.includes(joined)) continue;
      total++;
      ranks[rankOf(row, meant, joined)]?.push(row);
    }
    const best: IndexedRow[] = [];
    for (const rank of ranks) {
      if (best.length >= limit) break;
      best.push(...rank.sort(compare).slice(0, limit - best.length));
    }
    return { rows: best, total };
  }

  private *index(): Generator<void, readonly IndexedRow[]> {
    const known = new Map<string, { service: string; name: string; zh: string | undefined; en: string | undefined }>();
    let count = 0;
    for (const { service, name, event } of this.catalogue.found()) {
      if (++count % STEP === 0) yield;
      const key = `${service}\n${name.toLowerCase()}`;
      const row = known.get(key);
      if (row === undefined) known.set(key, { service, name, zh: event.zh, en: event.en });
      else {
        row.zh ??= event.zh;
        row.en ??= event.en;
      }
    }
    for (const { service, name } of allOperations()) {
      if (++count % STEP === 0) yield;
      const key = `${service}\n${name.toLowerCase()}`;
      if (!known.has(key)) known.set(key, { service, name, ...textsOf(name, service) });
    }
    const rows: IndexedRow[] = [];
    for (const row of known.values()) {
      if (rows.length % STEP === STEP - 1) yield;
      const { service, name, zh, en } = row;
      const product = serviceOf(service);
      const others = product === undefined ? [] : aliasesOf(product);
      const text = [name, zh, en, service, product?.name, product?.zh, product?.en, ...others].join('\n').toLowerCase();
      rows.push({ ...row, lowerName: name.toLowerCase(), text });
    }
    this.rows = rows;
    return rows;
  }
}

function textsOf(name: string, service: string): { zh: string; en: string } {
  const { zh, en } = derive(name, service);
  return { zh, en };
}

function rankOf({ lowerName, zh = '', en = '' }: IndexedRow, meant: readonly (readonly string[])[], joined: string): number {
  const holds = (text: string): boolean => meant.every((group) => group.some((word) => text.includes(word)));
  if (lowerName === joined) return 0;
  if (lowerName.startsWith(joined)) return 1;
  if (lowerName.includes(joined)) return 2;
  if (holds(lowerName)) return 3;
  const meanings = `${lowerName}\n${zh}\n${en}`.toLowerCase();
  return holds(meanings) ? 4 : 5;
}

/** Short names are the general ones; of a name that many products have, those of the usual ones come first. */
function compare(a: IndexedRow, b: IndexedRow): number {
  if (a.name !== b.name) return a.name.length - b.name.length || (a.name < b.name ? -1 : 1);
  return usual(a.service) - usual(b.service) || (a.service < b.service ? -1 : 1);
}
