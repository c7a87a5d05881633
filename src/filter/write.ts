import { type Expression } from './expression';
import { type FieldName } from './field';
import { writeMoment } from './moment';
import { parse } from './parse';

/** Values that stand as they are, without quotes. */
const BARE = /^[\p{L}\p{N}_.:/@#%+~=,][\p{L}\p{N}_.:/@#%+~=,;$-]*$/u;

/** A value as a filter writes it: it means that text and nothing else. */
export function writeValue(text: string): string {
  return BARE.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** A condition: `name:DeleteUser`, or the other way round `-name:DeleteUser`. */
export function writeTerm(field: FieldName, value: string, isNot = false): string {
  const term = field === 'text' ? `text:${writeValue(value)}` : `${field}:${writeValue(value)}`;
  return isNot ? `-${term}` : term;
}

/** A filter that wants a condition as well: what is there already is not said again. */
export function withTerm(filter: string, term: string): string {
  const { expression } = parse(filter);
  if (expression.kind === 'all') return term;
  const parts = expression.kind === 'and' ? expression.parts : [expression];
  if (parts.some(({ start, end }) => filter.slice(start, end) === term)) return filter;
  return `${expression.kind === 'or' ? `(${filter.trim()})` : filter.trim()} ${term}`;
}

/** A filter for the events from `from` up to `to` (ms, the end not in it), in place of the times that it asks for so far. */
export function withTimeRange(filter: string, from: number, to: number): string {
  const range = `time>=${writeMoment(from)} time<${writeMoment(to)}`;
  const rest = withoutTimes(filter);
  return rest === '' ? range : `${rest} ${range}`;
}

/** A filter without the times that all of its events must have. */
export function withoutTimes(filter: string): string {
  const { expression } = parse(filter);
  const parts = expression.kind === 'and' ? expression.parts : [expression];
  const kept = parts.filter((part) => !isTime(part) && part.kind !== 'all').map(({ start, end }) => filter.slice(start, end));
  const rest = kept.join(' ').trim();
  return expression.kind === 'or' && rest !== '' ? `(${rest})` : rest;
}

function isTime(part: Expression): boolean {
  return part.kind === 'term' && part.field.source.from === 'time';
}
