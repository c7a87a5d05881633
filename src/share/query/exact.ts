import { type Term } from '../../filter/expression';
import { type FieldName } from '../../filter/field';
import { isLiteral } from '../../filter/glob';
import { momentRange, momentsOf } from '../../filter/moment';
import { isNetwork } from './values';

/** The one value that a field must have, without regard to case; undefined where no condition asks for one. */
export function exactOf(terms: readonly Term[], field: FieldName): string | undefined {
  for (const term of terms) {
    const [value, ...more] = term.values;
    if (term.field.name !== field || term.operator === '!=' || value === undefined || more.length > 0) continue;
    return isLiteral(value.pattern) && !isNetwork(term.field, term.operator, value) ? value.text : undefined;
  }
  return undefined;
}

/** The times within which all events lie, ms since 1970: from `start` up to `end`, which is not in it. */
export function rangeOf(terms: readonly Term[]): { readonly start: number; readonly end: number } {
  let start = -Infinity;
  let end = Infinity;
  for (const { field, operator, values } of terms) {
    const [value, ...more] = values;
    if (field.name !== 'time' || operator === '!=' || value === undefined || more.length > 0) continue;
    const isOrder = operator.startsWith('<') || operator.startsWith('>');
    const moments = isOrder ? momentsOf(value.text) : momentRange(value.text);
    if (moments === undefined) continue;
    if (!operator.startsWith('<')) start = Math.max(start, moments.start);
    if (!operator.startsWith('>')) end = Math.min(end, operator === '<' ? moments.start : moments.end);
  }
  return { start, end };
}
