import { resolveService } from '../resolveService';
import { serviceOf } from '../services';
import type { Collector } from './collector';
import { documentOf } from './markdownTable';
import { addTable, columnsOf } from './table';

/** Takes the tables of event names from a document of the vendor. */
export function importMarkdown(collector: Collector, file: string, text: string): void {
  const { tables, code } = documentOf(text);
  const origin = { file };
  let found = false;
  for (const table of tables) {
    const columns = columnsOf(table.header, false);
    if (columns && addTable(collector, table, columns, origin, false)) found = true;
  }
  if (!found) {
    collector.report('no-table', origin);
    return;
  }
  const service = serviceOfSamples(code);
  if (service !== undefined) collector.settle(origin, service);
}

/** The service of the events that the document shows as samples; undefined where they disagree. */
function serviceOfSamples(code: string): string | undefined {
  const names = new Set(valuesOf(code, 'serviceName').map((name) => serviceOf(name)?.code ?? name.toLowerCase()));
  if (names.size > 1) return undefined;
  return resolveService({
    serviceName: [...names][0],
    acsProduct: valuesOf(code, 'acsProduct')[0],
    eventSource: valuesOf(code, 'eventSource')[0],
  });
}

function valuesOf(code: string, field: string): readonly string[] {
  return [...code.matchAll(new RegExp(`"${field}"\\s*:\\s*"([^"\\\\\\n]{1,200})"`, 'gi'))].map((match) => match[1] ?? '');
}
