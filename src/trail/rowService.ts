import { resolveService } from '../knowledge/resolveService';
import { serviceOf } from '../knowledge/services';
import { Column } from './scan/row';
import { type Trail } from './trail';

/** How far a record is read for its AcsProduct, which the gateway writes among the first; UTF-16 units. */
const MAX_READ = 65_536;
/** The member, as it is written or escaped to any depth. */
const PRODUCT = /"acsProduct\\*"\s*:\s*\\*"([A-Za-z0-9_.-]{1,64})\\*"/i;

/**
 * The service under which catalogues hold the event of a row, in lower case: by serviceName, else by the AcsProduct of its parameters, else by eventSource.
 * The record is read only where the serviceName says nothing.
 */
export function serviceOfRow(trail: Trail, row: number): string | undefined {
  const serviceName = trail.value(row, Column.ServiceName);
  return resolveService({
    serviceName,
    acsProduct: serviceOf(serviceName) === undefined ? acsProductOf(trail, row) : undefined,
    eventSource: trail.value(row, Column.EventSource),
  });
}

function acsProductOf(trail: Trail, row: number): string | undefined {
  const start = trail.rows.start(row);
  return acsProductIn(trail.text.read(start, Math.min(trail.rows.end(row), start + MAX_READ)));
}

/** The AcsProduct that stands in the text of an event, also inside escaped strings. */
export function acsProductIn(text: string): string | undefined {
  return PRODUCT.exec(text)?.[1];
}
