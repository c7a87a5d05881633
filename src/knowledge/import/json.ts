import type { Collector } from './collector';
import { jsonError } from './jsonPlace';
import { importApiList, importProductList, isApiList, isProductList } from './openApi';
import { importCatalogues, isCatalogue } from './schema';

/** Takes JSON: catalogue files of our schema, or a file of the vendor's metadata. */
export function importJson(collector: Collector, file: string, text: string): void {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const { line, detail } = jsonError(text);
    collector.report('bad-json', { file, ...(line !== undefined && { line }) }, detail);
    return;
  }
  if (isApiList(value)) importApiList(collector, file, value);
  else if (isProductList(value)) importProductList(collector, file, value);
  else if (isCatalogue(value) || (Array.isArray(value) && value.some(isCatalogue)))
    importCatalogues(collector, file, text, value);
  else collector.report('unknown-format', { file });
}
