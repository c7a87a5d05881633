import { Collector, type ImportResult } from '../../knowledge/import/collector';
import { importApiList, importProductList, isApiList } from '../../knowledge/import/openApi';
import { reasonOf } from '../../platform/files';
import { LANGUAGES, operationsUrl, productsUrl, type ServiceLanguage } from './address';
import { CONCURRENCY, MAX_PRODUCTS } from './limits';
import { type Product, productsOf } from './products';
import { DownloadError, fetchJson, type RequestOptions } from './request';

export interface DownloadOptions extends RequestOptions {
  /** See baseOf. */
  readonly base: string;
  /** The product codes to ask for. Nothing else is sent. */
  readonly codes: readonly string[];
  readonly onProgress?: (done: number, all: number, code: string) => void;
}

/** What could not be fetched: a product in one language, or all of it. */
export interface DownloadProblem {
  readonly code: string;
  readonly language?: ServiceLanguage;
  readonly error: DownloadError;
}

export interface DownloadResult {
  readonly result: ImportResult;
  readonly problems: readonly DownloadProblem[];
  /** The products of which something came. */
  readonly codes: readonly string[];
}

interface Task {
  readonly product: Product;
  readonly language: ServiceLanguage;
}

const BRIEF = { ZH_CN: 'zh', EN_US: 'en' } as const;

/**
 * Fetches what the events of some products mean from the vendor's public metadata: the list of products in both languages, then the
 * operations of each product in both, a few at a time. Throws DownloadError when there is no list at all, or the user cancels; what is
 * missing otherwise is told, and the rest is given.
 */
export async function download({ base, codes, onProgress, ...options }: DownloadOptions): Promise<DownloadResult> {
  const collector = new Collector();
  const problems: DownloadProblem[] = [];
  const products = await lists(base, options, collector, problems);
  const tasks: Task[] = [];
  for (const code of codes.slice(0, MAX_PRODUCTS)) {
    const product = products.get(code.toLowerCase());
    if (product) tasks.push(...LANGUAGES.map((language) => ({ product, language })));
    else problems.push({ code, error: new DownloadError('no-product', productsUrl(base, 'ZH_CN'), code) });
  }
  const got = new Set<string>();
  const all = tasks.length;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
      const { product, language } = task;
      onProgress?.(done, all, product.code);
      try {
        await operations(base, task, options, collector);
        got.add(product.code);
      } catch (error) {
        problems.push({ code: product.code, language, error: toldOf(error, operationsOf(base, task)) });
      }
      done++;
      onProgress?.(done, all, product.code);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return { result: collector.finish(), problems, codes: [...got] };
}

/** The list in one language is enough to find the products; the other one only adds their names. */
async function lists(
  base: string,
  options: RequestOptions,
  collector: Collector,
  problems: DownloadProblem[],
): Promise<ReadonlyMap<string, Product>> {
  let products: ReadonlyMap<string, Product> | undefined;
  let failure: unknown;
  for (const language of LANGUAGES) {
    const url = productsUrl(base, language);
    try {
      const value = await fetchJson(url, options);
      products = new Map([...productsOf(value, url), ...(products ?? [])]);
      importProductList(collector, url, value as readonly unknown[], BRIEF[language]);
    } catch (error) {
      const told = toldOf(error, url);
      failure ??= told;
      problems.push({ code: '', language, error: told });
    }
  }
  if (products === undefined) throw failure;
  return products;
}

/** What is told of a failure; the user's own wish is none. An answer may be broken in ways that nobody has thought of: the others are taken. */
function toldOf(error: unknown, url: string): DownloadError {
  if (!(error instanceof DownloadError)) return new DownloadError('other-json', url, reasonOf(error));
  if (error.fault === 'cancelled') throw error;
  return error;
}

function operationsOf(base: string, { product, language }: Task): string {
  return operationsUrl(base, product.code, product.version, language);
}

async function operations(
  base: string,
  { product, language }: Task,
  options: RequestOptions,
  collector: Collector,
): Promise<void> {
  const url = operationsOf(base, { product, language });
  const value = await fetchJson(url, options);
  if (!isApiList(value)) throw new DownloadError('other-json', url, 'a list of operations was expected');
  const taken = importApiList(collector, url, value, { service: product.code, language: BRIEF[language] });
  if (!taken) throw new DownloadError('wrong-language', url, language);
}
