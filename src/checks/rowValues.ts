import { type Catalogue } from '../knowledge/catalogue';
import { toCasing } from '../knowledge/casing';
import { currentCatalogue } from '../knowledge/current';
import { type CatalogueEntry } from '../knowledge/entry';
import { EVENT_TYPES } from '../knowledge/eventTypes';
import { IDENTITY_TYPES } from '../knowledge/identities';
import { isMasked } from '../knowledge/masks';
import { nearEvent } from '../knowledge/nearEvent';
import { nearValue } from '../knowledge/nearValue';
import { allServices, serviceOf } from '../knowledge/services';
import { Column } from '../trail/scan/row';
import { serviceOfRow } from '../trail/rowService';
import { type Trail } from '../trail/trail';
import { FindingCode } from './finding';
import { Slot } from './names';
import { type NearValue } from './recordChecks';

/** What the columns of a row say of its values. */
export interface RowValues {
  /** The documented name, where the event's differs from it in case only. */
  readonly documentedName: string | undefined;
  readonly near: readonly NearValue[];
}

interface Known {
  /** By the codes of service and event name. */
  readonly names: Map<number, RowValues>;
  /** By the code of each column below; null where nothing is wrong with the value. */
  readonly columns: readonly (NearValue | null | undefined)[][];
}

interface ColumnRule {
  readonly column: Column;
  readonly slot: Slot;
  readonly code: FindingCode;
  readonly field: string;
  readonly near: (value: string) => string | undefined;
}

const CODES = 2 ** 24;
const NOTHING: RowValues = { documentedName: undefined, near: [] };
const EVENT_RW = ['Read', 'Write'];

const RULES: readonly ColumnRule[] = [
  {
    column: Column.EventType,
    slot: Slot.EventType,
    code: FindingCode.UnknownValue,
    field: 'eventType',
    near: (value) =>
      nearValue(
        value,
        EVENT_TYPES.map((one) => one.value),
      ),
  },
  {
    column: Column.EventRW,
    slot: Slot.EventRW,
    code: FindingCode.UnknownValue,
    field: 'eventRW',
    near: (value) => nearValue(value, EVENT_RW),
  },
  {
    column: Column.IdentityType,
    slot: Slot.IdentityType,
    code: FindingCode.UnknownIdentity,
    field: 'type',
    near: (value) =>
      nearValue(
        value,
        IDENTITY_TYPES.map((one) => one.value),
      ),
  },
  {
    column: Column.ServiceName,
    slot: Slot.ServiceName,
    code: FindingCode.UnknownService,
    field: 'serviceName',
    near: nearService,
  },
];

let catalogue: Catalogue | undefined;
let known = new WeakMap<Trail, Known>();

/** What is known of a row's values by its columns. Every value is judged once a log, not once an event: the usual row costs a few look-ups. */
export function valuesOf(trail: Trail, row: number): RowValues {
  const current = currentCatalogue();
  if (catalogue !== current) {
    catalogue = current;
    known = new WeakMap();
  }
  let mine = known.get(trail);
  if (mine === undefined) known.set(trail, (mine = { names: new Map(), columns: RULES.map(() => []) }));
  const byName = nameOf(trail, row, mine, current);
  let near: NearValue[] | undefined;
  for (let index = 0; index < RULES.length; index++) {
    const found = columnOf(trail, row, index, mine);
    if (found !== null) (near ??= [...byName.near]).push(found);
  }
  return near === undefined ? byName : { documentedName: byName.documentedName, near };
}

function columnOf(trail: Trail, row: number, index: number, { columns }: Known): NearValue | null {
  const { column, slot, code, field, near } = RULES[index] as ColumnRule;
  const value = trail.rows.code(row, column);
  const verdicts = columns[index] as (NearValue | null | undefined)[];
  let verdict = verdicts[value];
  if (verdict === undefined) {
    const text = trail.dictionary(column).decode(value);
    const suggestion = text === '' || isMasked(text) ? undefined : near(text);
    verdicts[value] = verdict = suggestion === undefined ? null : { code, slot, field, suggestion };
  }
  return verdict;
}

function nameOf(trail: Trail, row: number, { names }: Known, current: Catalogue): RowValues {
  const { rows } = trail;
  const service = rows.code(row, Column.ServiceName);
  const key = rows.code(row, Column.EventName) * CODES + (service === 0 ? -1 - rows.code(row, Column.EventSource) : service);
  const seen = names.get(key);
  if (seen !== undefined) return seen;
  const resolved = serviceOfRow(trail, row);
  const name = trail.value(row, Column.EventName);
  const entry = current.lookup(resolved, name);
  const documented = otherCase(entry);
  const suggestion =
    entry.match === 'derived' && entry.documentedName === undefined && resolved !== undefined
      ? nearEvent(current, resolved.toLowerCase(), name)
      : undefined;
  const values: RowValues =
    documented !== undefined
      ? { documentedName: documented, near: [] }
      : suggestion !== undefined
        ? { ...NOTHING, near: [{ code: FindingCode.UnknownEvent, slot: Slot.EventName, field: 'eventName', suggestion }] }
        : NOTHING;
  names.set(key, values);
  return values;
}

/** The documented name of an event whose service is known, where the event's differs in case. Events of APIs whose names begin with a small letter may begin with a capital. */
function otherCase({ match, name, documentedName }: CatalogueEntry): string | undefined {
  if (documentedName === undefined || match === 'other' || match === 'ambiguous') return undefined;
  const isCase = documentedName.toLowerCase() === name.toLowerCase();
  return isCase && toCasing(documentedName, 'Pascal') !== name ? documentedName : undefined;
}

/** Services come and go, and their names are short: only a long one is told to be misspelt. */
function nearService(value: string): string | undefined {
  if (value.length < 6 || serviceOf(value) !== undefined) return undefined;
  return nearValue(
    value,
    allServices().map(({ name }) => name),
  );
}
