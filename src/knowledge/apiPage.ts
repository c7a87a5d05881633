import { type CatalogueEntry } from './entry';
import { serviceOf } from './services';

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
