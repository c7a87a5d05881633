import { lowerFirst } from './casing';
import type { Bilingual } from './bilingual';
import { EVENT_TYPES } from './eventTypes';
import type { Field, FieldScope, FieldValue, JsonType, ValueKind } from './field';
import { IDENTITY_TYPES } from './identities';
import { INSIGHT_TYPES } from './insights';
import text from 'knowledge:fields';

interface FieldRow extends Bilingual {
  readonly name: string;
  readonly types: readonly JsonType[];
  readonly required?: boolean;
  readonly kind?: ValueKind;
  readonly values?: Readonly<Record<string, Bilingual>>;
  readonly open?: boolean;
}

interface FieldGroup {
  readonly scope: FieldScope;
  readonly in: string;
  readonly also?: readonly string[];
  readonly source: string;
  readonly gateway?: boolean;
  /** These names mean the same at any depth below `in`. */
  readonly anywhere?: boolean;
  readonly fields: readonly FieldRow[];
}

interface Tables {
  readonly all: readonly Field[];
  readonly byPath: ReadonlyMap<string, Field>;
  readonly byName: ReadonlyMap<string, Field>;
  readonly byParent: ReadonlyMap<string, readonly Field[]>;
  /** By `<first segment>.**.<name>`. */
  readonly anywhere: ReadonlyMap<string, Field>;
  /** Names of which only the beginning is given, such as `stsToken*`. */
  readonly prefixes: readonly Field[];
}

/** Values that have a table of their own. Source: facts 1.2, 1.3, 1.6. */
const VALUES_OF_KIND: Partial<Readonly<Record<ValueKind, readonly FieldValue[]>>> = {
  'event-type': EVENT_TYPES,
  'identity-type': IDENTITY_TYPES,
  'insight-type': INSIGHT_TYPES,
};

/** What a record can be wrapped in (facts 2): a path may begin with these. */
const WRAPPERS: ReadonlySet<string> = new Set(['events', 'event', 'body', 'data', 'detail', '*']);
/** Fields that hold what another holds, and how others spell it (facts 1.1). */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['requestParameterJson', 'requestParameters'],
  ['addionalEventData', 'additionalEventData'],
]);
const ORDER_ID = /^[0-9][0-9*x]{4,}$/i;

let tables: Tables | undefined;

/** Names of both casings meet in this form: only the first letter differs (facts 1). */

/** A path's segment as the tables write it: `*` for an index. */
const segmentOf = (segment: string | number) =>
  typeof segment === 'number' || /^[0-9]{1,3}$/.test(segment) ? '*' : lowerFirst(segment.trim());

function load(): Tables {
  const all: Field[] = [];
  const byPath = new Map<string, Field>();
  const byName = new Map<string, Field>();
  const byParent = new Map<string, Field[]>();
  const anywhere = new Map<string, Field>();
  for (const group of JSON.parse(text) as readonly FieldGroup[]) {
    for (const row of group.fields) {
      for (const parent of [group.in, ...(group.also ?? [])]) {
        const path = [...(parent === '' ? [] : parent.split('.')), row.name];
        const field = fieldOf(group, row, path);
        const key = path.map(lowerFirst).join('.');
        if (!byPath.has(key)) byPath.set(key, field);
        if (!byName.has(lowerFirst(row.name))) byName.set(lowerFirst(row.name), field);
        if (group.anywhere === true) anywhere.set(`${parent}.**.${lowerFirst(row.name)}`, field);
        all.push(field);
        const level = path.slice(0, -1).map(lowerFirst).join('.');
        byParent.set(level, [...(byParent.get(level) ?? []), field]);
      }
    }
  }
  const prefixes = all.filter((field) => field.name.length > 1 && field.name.endsWith('*'));
  return { all, byPath, byName, byParent, anywhere, prefixes };
}

function fieldOf(group: FieldGroup, row: FieldRow, path: readonly string[]): Field {
  const values = Object.entries(row.values ?? {}).map(([value, meaning]) => ({ value, meaning }));
  const ofKind = row.kind === undefined ? undefined : VALUES_OF_KIND[row.kind];
  return {
    name: row.name,
    path,
    scope: group.scope,
    types: row.types,
    required: row.required ?? false,
    kind: row.kind,
    meaning: { zh: row.zh, en: row.en },
    values: ofKind ?? values,
    open: ofKind !== undefined || (row.open ?? values.length === 0),
    gateway: group.gateway ?? false,
    source: group.source,
  };
}

function known(): Tables {
  tables ??= load();
  return tables;
}

/** Every field that is known. Source: facts 1, 2 and 3. */
export function allFields(): readonly Field[] {
  return known().all;
}

/** The fields at the top level of an event, insight events included. Source: facts 1.1, 1.6. */
export function eventFields(): readonly Field[] {
  return known().all.filter((field) => field.path.length === 1 && (field.scope === 'event' || field.scope === 'insight'));
}

/** The fields of userIdentity. Source: facts 1.2. */
export function identityFields(): readonly Field[] {
  return known().all.filter((field) => field.scope === 'identity');
}

/** The fields directly below a path of the event: `[]` gives those of the event itself and what collectors add to it. */
export function fieldsBelow(path: readonly (string | number)[]): readonly Field[] {
  return known().byParent.get(path.map(segmentOf).join('.')) ?? [];
}

/** The first field of a name, wherever it stands: those of the event first. The case of the first letter does not count. */
export function fieldNamed(name: string): Field | undefined {
  return known().byName.get(lowerFirst(name.trim()));
}

/**
 * The field at a path, from the event's own level or from the document's root (wrappers are skipped). Array indexes are numbers or
 * `*`, the case of each name's first letter does not count, a flattened name (`Tag.1.Key`, `event.eventName`) is one segment.
 */
export function fieldAt(path: readonly (string | number)[]): Field | undefined {
  let segments = path.map(segmentOf);
  while (segments.length > 0) {
    const field = lookUp(segments);
    if (field !== undefined) return field;
    const [first = '', ...rest] = segments;
    if (WRAPPERS.has(first)) segments = rest;
    else if (first.startsWith('event.')) segments = [...first.split('.').slice(1).map(lowerFirst), ...rest];
    else return undefined;
  }
  return undefined;
}

function lookUp(segments: readonly string[]): Field | undefined {
  const { byPath, prefixes } = known();
  const [first = '', ...rest] = segments;
  const alias = rest.length > 0 || first === 'addionalEventData' ? (ALIASES.get(first) ?? first) : first;
  const path = [alias, ...rest];
  const name = path.at(-1) ?? '';
  const exact = byPath.get(path.join('.'));
  if (exact !== undefined || path.length === 1) return exact;
  const generic = path.map((segment, index) => (index > 0 && ORDER_ID.test(segment) ? '#' : segment));
  return (
    byPath.get(generic.join('.')) ??
    byPath.get([...generic.slice(0, -1), '*'].join('.')) ??
    (path.length === 2
      ? prefixes.find((field) => field.path[0] === alias && name.startsWith(lowerFirst(field.name.slice(0, -1))))
      : undefined) ??
    anywhereBelow(alias, name)
  );
}

/** A parameter that means the same at any depth; of a flattened name the last part tells (`Tag.1.Key`), else the first. */
function anywhereBelow(first: string, name: string): Field | undefined {
  const parts = name.split('.').filter((part) => !/^[0-9]*$/.test(part));
  return parameterNamed(first, parts.at(-1) ?? name) ?? parameterNamed(first, parts.at(0) ?? name);
}

function parameterNamed(first: string, name: string): Field | undefined {
  const { anywhere } = known();
  const found = anywhere.get(`${first}.**.${lowerFirst(name)}`);
  return found ?? (first === 'responseElements' ? anywhere.get(`requestParameters.**.${lowerFirst(name)}`) : undefined);
}
