import { type CatalogueEntry } from './entry';
import { errorFamily } from './errors';
import { serviceOf } from './services';

/** Where the vendor explains error codes, by code and product: its own responses and lists of codes link there. */
const ERRORS = 'https://api.aliyun.com/troubleshoot';
/** What error codes are made of; nothing longer is sent anywhere, not even at a click. */
const CODE = /^[A-Za-z][A-Za-z0-9_]{1,63}(?:\.[A-Za-z0-9_-]{1,63}){0,3}$/;
/** Where the vendor documents its APIs, one page an operation and version. */
const PAGES = 'https://api.aliyun.com/api';
const VERSION = /^\d{4}-\d\d-\d\d$/;

/**
 * The address of the vendor's page of an operation; undefined where the catalogue does not hold the operation under its service, or the service has no
 * public API. It is made of the catalogue's names; of the event only the API's version is taken, and that is a date.
 */
export function apiPageOf(entry: CatalogueEntry, version: string): string | undefined {
  const service = serviceOf(entry.service);
  if (service?.openApi !== true || entry.match !== 'service' || entry.derived || !VERSION.test(version)) return undefined;
  return [PAGES, service.name, version, entry.documentedName ?? entry.name]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join('/');
}

/**
 * The address of the vendor's page of an error code; undefined for a code of no known family, and for what has not the form of a code. `service` is the
 * resolved product code.
 */
export function errorPageOf(code: string, service: string | undefined): string | undefined {
  if (!CODE.test(code) || errorFamily(code) === undefined) return undefined;
  const product = service === undefined ? undefined : serviceOf(service);
  return `${ERRORS}?q=${encodeURIComponent(code)}${product?.openApi === true ? `&product=${encodeURIComponent(product.name)}` : ''}`;
}
