import { type CatalogueEntry } from './entry';
import { errorFamily } from './errors';
import { hasOperations, type Operation, operationOf } from './operations';
import { relativesOf } from './relatives';
import { serviceOf } from './services';

/** Where the vendor explains error codes, by code and product: its own responses and lists of codes link there. */
const ERRORS = 'https://api.aliyun.com/troubleshoot';
/** What error codes are made of; nothing longer is sent anywhere, not even at a click. */
const CODE = /^[A-Za-z][A-Za-z0-9_]{1,63}(?:\.[A-Za-z0-9_-]{1,63}){0,3}$/;
/** Where the vendor documents its APIs, one page an operation and version. */
const PAGES = 'https://api.aliyun.com/api';
const VERSION = /^\d{4}-\d\d-\d\d$/;

/** The operation of the public APIs that an entry is of, in the entry's own service or in another API of the same product. */
export function operationOfEntry({ service, name, documentedName = name }: CatalogueEntry): Operation | undefined {
  for (const code of [service, ...relativesOf(service)]) {
    const operation = operationOf(code, documentedName);
    if (operation !== undefined) return operation;
  }
  return undefined;
}

/**
 * The address of the vendor's page of an operation; undefined where the service is not known or has no such operation. It is made of names that the
 * catalogue or the vendor's list holds; of the event only the API's version is taken, and that is a date. Without one it is that of the list.
 */
export function apiPageOf(entry: CatalogueEntry, version: string): string | undefined {
  const service = serviceOf(entry.service);
  if (service?.openApi !== true || entry.match === 'other' || entry.match === 'ambiguous') return undefined;
  const operation = operationOfEntry(entry);
  // Of some products the list knows nothing: there the catalogue's own names are believed.
  const isKnown = operation !== undefined || (!hasOperations(service.code) && entry.match === 'service' && !entry.derived);
  const product = serviceOf(operation?.service ?? service.code) ?? service;
  const date = product === service && VERSION.test(version) ? version : operation?.version;
  if (!isKnown || date === undefined) return undefined;
  return [PAGES, product.name, date, operation?.name ?? entry.documentedName ?? entry.name]
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
