import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createCatalogue } from '../../src/knowledge/catalogue';
import { type CatalogueEntry } from '../../src/knowledge/entry';
import { relativesOf } from '../../src/knowledge/relatives';
import { wordsOf } from '../../src/knowledge/derive/words';
import { TitleWords, latinRuns } from './titleWords';

/** An operation and what the vendor's Chinese title of it is. */
interface Api {
  readonly service: string;
  readonly name: string;
  readonly title: string;
}

/** What is counted, with a title for each figure, and the English words that are left in Chinese texts, the commonest first. */
export interface Measure {
  readonly total: number;
  readonly rows: readonly (readonly [title: string, count: number])[];
  readonly words: readonly (readonly [word: string, count: number])[];
}

/** The operations of a checkout of aliyun-openapi-meta. */
export function apisIn(folder: string): readonly Api[] {
  return readdirSync(join(folder, 'zh-CN')).flatMap((service) => {
    const file = join(folder, 'zh-CN', service, 'version.json');
    if (!existsSync(file)) return [];
    const { apis } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly apis: Readonly<Record<string, { readonly title?: string | null }>>;
    };
    return Object.entries(apis).map(([name, { title }]) => ({ service, name, title: title ?? '' }));
  });
}

/** Asks the built-in catalogue for every operation of a checkout of aliyun-openapi-meta. */
export function measure(folder: string): Measure {
  const apis = apisIn(folder);
  const kept = new TitleWords(apis.map(({ name, title }) => ({ words: wordsOf(name), title })));
  const catalogue = createCatalogue();
  const counts = { builtIn: 0, derived: 0, borrowed: 0, latin: 0, english: 0 };
  const left = new Map<string, number>();
  for (const { service, name } of apis) {
    const entry = catalogue.lookup(service, name);
    counts[originOf(entry, service)]++;
    if (latinRuns(entry.zh).length > 0) counts.latin++;
    const english = latinRuns(entry.zh).filter((word) => !kept.keeps(word));
    if (english.length > 0) counts.english++;
    for (const word of english) left.set(word, (left.get(word) ?? 0) + 1);
  }
  return {
    total: apis.length,
    rows: [
      ['built in', counts.builtIn],
      ['derived', counts.derived],
      ['borrowed from another product', counts.borrowed],
      ['Chinese with Latin letters', counts.latin],
      ['Chinese with English left', counts.english],
    ],
    words: [...left].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
  };
}

function originOf({ derived, match, service: owner }: CatalogueEntry, service: string): 'builtIn' | 'derived' | 'borrowed' {
  if (derived) return 'derived';
  const isOwn = match === 'common' || owner === service || relativesOf(service).includes(owner);
  return isOwn ? 'builtIn' : 'borrowed';
}
