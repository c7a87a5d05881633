import { type Expression, type Term } from '../../filter/expression';
import { Filter } from '../../filter/filter';
import { momentRange } from '../../filter/moment';
import { withTimeRange, withoutTimes } from '../../filter/write';
import { type Range } from './scale';

/** What a filter says of time, and what it says besides. */
export interface SplitFilter {
  /** Infinite where it is open to one side; undefined where it says nothing, or something that is no single span: then `rest` says it. */
  readonly range: Range | undefined;
  readonly rest: Filter;
}

/** Divides a filter into a span of time and conditions of other kinds. */
export function splitFilter(filter: Filter): SplitFilter {
  const spans = topTerms(filter.expression).map(spanOf);
  const known = spans.filter((span) => span !== undefined);
  if (known.length === 0 || known.length < spans.length) return { range: undefined, rest: filter };
  const from = Math.max(...known.map((span) => span.from));
  const to = Math.min(...known.map((span) => span.to));
  return from < to ? { range: { from, to }, rest: Filter.parse(withoutTimes(filter.text)) } : { range: undefined, rest: filter };
}

/** A filter's text with another span of time, or with none. */
export function withRange(filter: Filter, range: Range | undefined): string {
  return range === undefined ? withoutTimes(filter.text) : withTimeRange(filter.text, range.from, range.to);
}

/** A span with the ends of another one where it is open. */
export function inSpan({ from, to }: Range, span: Range | undefined): Range | undefined {
  const closed = { from: Number.isFinite(from) ? from : (span?.from ?? NaN), to: Number.isFinite(to) ? to : (span?.to ?? NaN) };
  return closed.from < closed.to ? closed : undefined;
}

/** The conditions of time that all events must meet. */
function topTerms(expression: Expression): readonly Term[] {
  const parts = expression.kind === 'and' ? expression.parts : [expression];
  return parts.filter((part): part is Term => part.kind === 'term' && part.field.source.from === 'time');
}

function spanOf({ operator, values }: Term): Range | undefined {
  const [value, ...more] = values;
  const moments = value === undefined || more.length > 0 ? undefined : momentRange(value.text);
  if (moments === undefined) return undefined;
  const { start, end } = moments;
  switch (operator) {
    case ':':
    case '=':
      return { from: start, to: end };
    case '>=':
      return { from: start, to: Infinity };
    case '>':
      return { from: end, to: Infinity };
    case '<':
      return { from: -Infinity, to: start };
    case '<=':
      return { from: -Infinity, to: end };
    case '!=':
      return undefined;
  }
}
