import type { Bilingual } from '../bilingual';
import type { Collector } from './collector';
import { isFields } from './schema';
import { clean, firstSentence, isChinese, mayBeEventName } from './text';

type Language = 'zh' | 'en';
type Fields = Readonly<Record<string, unknown>>;

/** The files of the vendor's metadata repository that say something of events, products and regions. */
const VERSION = /(?:^|\/)(?:zh-cn|en-us)\/[^/]+\/version\.json$/i;
const PRODUCTS = /(?:^|\/)(?:zh-cn|en-us|metadatas)\/products\.json$/i;

const FOLDER = /(?:^|\/)(zh|en)[-_](?:cn|us)\/(?:([^/]+)\/)?[^/]*$/i;
const DEPRECATED: Bilingual = { zh: '该接口已弃用', en: 'This operation is deprecated.' };

/** A text of the other language slips in now and then; a whole file of them was asked for in the wrong one. */
const WRONG_SHARE = 0.5;

/** Of a folder's or a zip's files those of the vendor's metadata, if there are any. */
export function metadataFiles(paths: readonly string[]): readonly string[] {
  return paths.some((path) => VERSION.test(path)) ? paths.filter((path) => VERSION.test(path) || PRODUCTS.test(path)) : [];
}

/** `zh-CN/ecs/version.json` is Chinese and of ecs. */
function placeOf(file: string): { language: Language | undefined; product: string | undefined } {
  const found = FOLDER.exec(file);
  return { language: found?.[1]?.toLowerCase() as Language | undefined, product: found?.[2] };
}

export function isApiList(value: unknown): value is Fields {
  return isFields(value) && isFields(value['apis']);
}

/** A list of products, as the repository (`{products: […]}`) or the service (`[…]`) has it. */
export function isProductList(value: unknown): value is Fields | readonly unknown[] {
  const list: unknown = isFields(value) ? value['products'] : value;
  return (
    Array.isArray(list) && list.length > 0 && list.every((product) => isFields(product) && typeof product['code'] === 'string')
  );
}

/** What is known of a list of operations without looking into it. */
export interface ApiListOptions {
  readonly service?: string;
  readonly language?: Language;
}

/** Takes the operations of one product: `version.json` of the repository, or what the vendor's service answers. False when they are in the wrong language. */
export function importApiList(collector: Collector, file: string, value: Fields, options: ApiListOptions = {}): boolean {
  const place = placeOf(file);
  const info = isFields(value['info']) ? value['info'] : {};
  const service = options.service ?? (typeof info['product'] === 'string' ? info['product'] : place.product);
  const origin = { file };
  if (service === undefined) {
    collector.report('bad-entry', origin, 'info.product');
    return true;
  }
  const apis = Object.entries(isFields(value['apis']) ? value['apis'] : {}).flatMap(([name, api]) => {
    if (mayBeEventName(name) && isFields(api)) return [{ name, api }];
    collector.report('bad-entry', origin, name);
    return [];
  });
  const texts = apis.map(({ api }) => `${textAt(api, 'title')} ${textAt(api, 'summary')}`);
  const chinese = texts.filter(isChinese).length;
  const language = options.language ?? place.language ?? (chinese * 2 > texts.length ? 'zh' : 'en');
  // English titles are often only the name, so that a Chinese list without one Chinese character is an English one.
  const wrong = language === 'zh' ? chinese === 0 : chinese > texts.length * WRONG_SHARE;
  if (texts.length > 0 && wrong) {
    collector.report('wrong-language', origin, language);
    return false;
  }
  for (const { name, api } of apis) {
    const text = meaningOf(name, api, language);
    const note = api['deprecated'] === true ? DEPRECATED : undefined;
    const kind = api['operationType'] === 'read' ? 'read' : undefined;
    if (text === undefined) collector.mention(service, name, origin);
    else collector.add({ service, name, [language]: text, kind, note }, origin, true);
  }
  return true;
}

/** The title, unless it is only the name again or in the other language; else the summary. */
function meaningOf(name: string, api: Fields, language: Language): string | undefined {
  const title = textAt(api, 'title');
  const summary = firstSentence(textAt(api, 'summary'));
  const fits = (text: string): boolean => text !== '' && isChinese(text) === (language === 'zh') && fold(text) !== fold(name);
  return [title, summary].find(fits);
}

function fold(text: string): string {
  return text.replace(/[\s.。]/g, '').toLowerCase();
}

function textAt(fields: Fields, key: string): string {
  const value = fields[key];
  // The vendor's texts were Markdown once: `Q\&A`.
  return typeof value === 'string' ? clean(value.replace(/\\(?=[!-/:-@[-`{-~])/g, '')) : '';
}

/** Takes the names of products and, where they stand there, of regions. */
export function importProductList(
  collector: Collector,
  file: string,
  value: Fields | readonly unknown[],
  language?: Language,
): void {
  const of = language ?? placeOf(file).language;
  const list: unknown = isFields(value) ? value['products'] : value;
  for (const product of Array.isArray(list) ? list : []) {
    if (!isFields(product)) continue;
    const code = textAt(product, 'code');
    const name = product['name'];
    if (code === '') continue;
    if (isFields(name)) collector.name('products', code, names(textAt(name, 'zh'), textAt(name, 'en')));
    else if (of !== undefined) collector.name('products', code, inLanguage(of, textAt(product, 'name')));
    const endpoints = product['endpoints'];
    for (const endpoint of of !== undefined && isFields(endpoints) ? Object.values(endpoints) : []) {
      const id = isFields(endpoint) ? textAt(endpoint, 'regionId') : '';
      if (isFields(endpoint) && id !== '' && of !== undefined)
        collector.name('regions', id, inLanguage(of, textAt(endpoint, 'regionName')));
    }
  }
}

function names(zh: string, en: string): Partial<Bilingual> {
  return { ...inLanguage('zh', zh), ...inLanguage('en', en) };
}

function inLanguage(language: Language, text: string): Partial<Bilingual> {
  return text === '' ? {} : { [language]: text };
}
