import { DownloadError } from './request';

/** A product as the service lists it. */
export interface Product {
  readonly code: string;
  readonly version: string;
}

/** The products of a list, by their code in lower case. Throws DownloadError. */
export function productsOf(value: unknown, url: string): ReadonlyMap<string, Product> {
  if (!Array.isArray(value)) throw new DownloadError('other-json', url, 'a list of products was expected');
  const products = new Map<string, Product>();
  for (const product of value as readonly unknown[]) {
    if (typeof product !== 'object' || product === null) continue;
    const { code, defaultVersion, versions } = product as Readonly<Record<string, unknown>>;
    const version: unknown = defaultVersion ?? (Array.isArray(versions) ? (versions as readonly unknown[]).at(-1) : undefined);
    if (typeof code === 'string' && typeof version === 'string') products.set(code.toLowerCase(), { code, version });
  }
  if (products.size === 0) throw new DownloadError('other-json', url, 'the list holds no products');
  return products;
}
