import { currentCatalogue } from '../knowledge/current';
import { type CatalogueEntry, type EventKind } from '../knowledge/entry';
import { Column } from '../trail/scan/row';
import { serviceOfRow } from '../trail/rowService';
import { type Trail } from '../trail/trail';

/** How much an event deserves a look: `high` where a catalogue says why to review it, `low` where it only reads. */
export type Sensitivity = 'high' | 'normal' | 'low';

/** What the event of a row means. */
export function meaningOf(trail: Trail, row: number): CatalogueEntry {
  return currentCatalogue().lookup(serviceOfRow(trail, row), trail.value(row, Column.EventName));
}

/** What sort of operation the event of a row is. What the log says about reading counts more than what only the name suggests. */
export function kindOf(trail: Trail, row: number): EventKind {
  const { kind, derived } = meaningOf(trail, row);
  if (!derived) return kind;
  const access = trail.value(row, Column.EventRW).toLowerCase();
  if (access === 'read') return 'read';
  return access === 'write' && kind === 'read' ? 'write' : kind;
}

export function sensitivityOf(trail: Trail, row: number): Sensitivity {
  if (meaningOf(trail, row).why !== undefined) return 'high';
  return kindOf(trail, row) === 'read' ? 'low' : 'normal';
}

/** Gives what a catalogue says of a row, asked once for all rows that are alike in what decides it. It is of the catalogue that is current now. */
export function rememberedByMeaning<T>(trail: Trail, ask: (trail: Trail, row: number) => T): (row: number) => T {
  const { rows } = trail;
  const known = new Map<number, Map<number, T>>();
  let catalogue = currentCatalogue();
  return (row) => {
    if (catalogue !== currentCatalogue()) {
      known.clear();
      catalogue = currentCatalogue();
    }
    const name = rows.code(row, Column.EventName);
    const service = rows.code(row, Column.ServiceName);
    const source = rows.code(row, Column.EventSource);
    const access = rows.code(row, Column.EventRW);
    // Services and accesses are few, names and hosts may be many.
    const outer = name * ACCESSES + Math.min(access, ACCESSES - 1);
    const inner = source * SERVICES + Math.min(service, SERVICES - 1);
    // Without both, each event tells its service itself.
    if (access >= ACCESSES || service >= SERVICES || (service === 0 && source === 0)) return ask(trail, row);
    let answers = known.get(outer);
    if (answers === undefined) known.set(outer, (answers = new Map<number, T>()));
    const answer = answers.get(inner);
    if (answer !== undefined) return answer;
    const fresh = ask(trail, row);
    answers.set(inner, fresh);
    return fresh;
  };
}

const ACCESSES = 1 << 10;
const SERVICES = 1 << 16;

/** Rows that are looked at for the services of a group. */
const SAMPLE = 5_000;
/** Services of which the meaning is told. */
const SHOWN = 5;

/** The first row of each service: buy pages use the same names for every product. */
export function oneOfEachService(trail: Trail, rows: Uint32Array): readonly number[] {
  const firsts = new Map<number, number>();
  for (const row of rows.subarray(0, SAMPLE)) {
    const service = trail.rows.code(row, Column.ServiceName);
    if (!firsts.has(service)) firsts.set(service, row);
    if (firsts.size === SHOWN) break;
  }
  return [...firsts.values()];
}
