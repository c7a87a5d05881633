/** The service as its own documentation names it. */
export const DEFAULT_ADDRESS = 'https://api.aliyun.com';

export type ServiceLanguage = 'ZH_CN' | 'EN_US';
export const LANGUAGES = ['ZH_CN', 'EN_US'] as const satisfies readonly ServiceLanguage[];

/** The base of an address from the settings, without a slash at its end; undefined where it is none of http or https. */
export function baseOf(address: string): string | undefined {
  try {
    const url = new URL(address.trim());
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    if (!isWeb || url.username !== '' || url.search !== '' || url.hash !== '') return undefined;
    return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  } catch {
    return undefined;
  }
}

export function hostOf(base: string): string {
  return new URL(base).host;
}

/** All products, with their versions. */
export function productsUrl(base: string, language: ServiceLanguage): string {
  return `${base}/meta/v1/products.json?language=${language}`;
}

/** The operations of a product. Nothing else than its code and version goes into it. */
export function operationsUrl(base: string, code: string, version: string, language: ServiceLanguage): string {
  return `${base}/meta/v1/products/${encodeURIComponent(code)}/versions/${encodeURIComponent(version)}/api-docs.json?language=${language}`;
}
