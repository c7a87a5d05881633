import { fieldOf, type FieldName } from '../../filter/field';
import { type Dictionary } from '../../trail/scan/dictionary';
import { countValues } from '../../trail/group/facets';
import { finish } from '../../trail/steps';
import { type Trail } from '../../trail/trail';

/** Values of one column that are offered. */
const OFFERED = 500;

/** Gives the values that a log has for a field, the most frequent first; each column is counted once. */
export function valuesIn(trail: Trail): (field: FieldName) => readonly string[] {
  const known = new Map<FieldName, readonly string[]>();
  return (name) => {
    const source = fieldOf(name)?.source;
    // Resources as far as they have been read, which grouping by them does.
    if (name === 'resource') return textsOf(trail.resources);
    if (source?.from === 'file') return trail.text.files?.names.slice(0, OFFERED) ?? [];
    if (source?.from !== 'column') return [];
    const values =
      known.get(name) ??
      finish(countValues(trail, source.column))
        .slice(0, OFFERED)
        .map(({ code }) => trail.dictionary(source.column).decode(code));
    known.set(name, values);
    return values;
  };
}

function textsOf(dictionary: Dictionary): readonly string[] {
  return Array.from({ length: Math.min(dictionary.size, OFFERED + 1) }, (_, code) => dictionary.decode(code));
}
