import type { CatalogueEvent, CatalogueFile } from '../../../src/knowledge/catalogue';
import { type SetMeta, writeSet } from '../../../src/knowledge/import/stored';

/** As many as the vendor's metadata has, in as many products, with texts as long. */
export const NAMES = 15_920;
const PRODUCTS = 154;
const EACH = Math.ceil(NAMES / PRODUCTS);

const VERBS = ['Describe', 'Create', 'Delete', 'Modify', 'List', 'Get', 'Update', 'Stop', 'Attach', 'Query'];
const NOUNS = [
  'Instance',
  'SecurityGroup',
  'BackupPolicy',
  'VSwitch',
  'AccessRule',
  'Snapshot',
  'Listener',
  'DomainRecord',
  'Job',
  'Tag',
];

export const nameOf = (at: number): string =>
  `${VERBS[at % VERBS.length] ?? ''}${NOUNS[Math.floor(at / VERBS.length) % NOUNS.length] ?? ''}Of${(at * 7919).toString(36)}`;
export const serviceOf = (at: number): string => `product-${Math.floor(at / EACH)}`;

const meta: SetMeta = {
  id: 'bench',
  source: 'Bench',
  origin: 'files',
  date: '',
  count: NAMES,
  languages: ['zh', 'en'],
  conflicts: 0,
  problems: [],
  problemCount: 0,
  products: [],
  regions: [],
};

/** The stored text of a made-up set. */
export function setText(): string {
  const files = Array.from({ length: PRODUCTS }, (_, product): CatalogueFile => {
    const events: Record<string, CatalogueEvent> = {};
    for (let at = product * EACH; at < Math.min(NAMES, (product + 1) * EACH); at++) {
      events[nameOf(at)] = {
        zh: `查询指定地域下的第${at}项资源的配置`,
        en: `Queries the configuration of resource ${at} in a specified region.`,
      };
    }
    return { service: serviceOf(product * EACH), events };
  });
  return writeSet(meta, files);
}
