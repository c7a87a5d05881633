import { FIELDS, type Field, type FieldName } from '../../filter/field';
import { readResources } from '../../filter/resource';
import { countValues } from '../../trail/group/facets';
import { Derived, type GroupKey, valueBy } from '../../trail/group/groupKeys';
import { type Steps } from '../../trail/steps';
import { type Trail } from '../../trail/trail';
import { valueText } from '../../filter/condition';

/** A field with its values and how many events have each, the most frequent first. */
export interface Facet {
  readonly field: FieldName;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** What a log has facets of: the fields by whose values its events can be grouped. Resources come last: they have to be read. */
export function facetFields(trail: Trail): readonly FieldName[] {
  const names = FIELDS.filter((field) => keyOf(field, trail) !== undefined).map(({ name }) => name);
  return [...names.filter((name) => name !== 'resource'), 'resource'];
}

/** Counts the values of a field among the rows that `holds` lets through, in steps; undefined where rows went away meanwhile. */
export function* facetOf(trail: Trail, name: FieldName, holds?: (row: number) => boolean): Steps<Facet | undefined> {
  const field = FIELDS.find((one) => one.name === name);
  const key = field && keyOf(field, trail);
  if (key === undefined || (key === Derived.Resource && !(yield* readResources(trail)))) return undefined;
  const counts = yield* countValues(trail, key, holds);
  return { field: name, values: counts.map(({ code, count }) => ({ value: valueText(name, valueBy(trail, key, code)), count })) };
}

function keyOf({ name, source }: Field, { text }: Trail): GroupKey | undefined {
  if (source.from === 'column') return source.column;
  if (name === 'hour') return Derived.Hour;
  if (name === 'resource') return Derived.Resource;
  return name === 'file' && text.files !== undefined ? Derived.File : undefined;
}
