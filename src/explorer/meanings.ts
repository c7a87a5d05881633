import { currentCatalogue } from '../knowledge/current';
import { type CatalogueEntry, type EventKind } from '../knowledge/entry';
import { resolveService } from '../knowledge/resolveService';
import { Column } from '../trail/row';
import { type Trail } from '../trail/trail';

/** What the event of a row means. */
export function meaningOf(trail: Trail, row: number): CatalogueEntry {
  const service = resolveService({
    serviceName: trail.value(row, Column.ServiceName),
    eventSource: trail.value(row, Column.EventSource),
  });
  return currentCatalogue().lookup(service, trail.value(row, Column.EventName));
}

/** What sort of operation the event of a row is. What the log says about reading counts more than what only the name suggests. */
export function kindOf(trail: Trail, row: number): EventKind {
  const { kind, derived } = meaningOf(trail, row);
  if (!derived) return kind;
  const access = trail.value(row, Column.EventRW).toLowerCase();
  if (access === 'read') return 'read';
  return access === 'write' && kind === 'read' ? 'write' : kind;
}
