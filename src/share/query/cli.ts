import { type Expression, type Term } from '../../filter/expression';
import { type FieldName } from '../../filter/field';
import { type Filter } from '../../filter/filter';
import { isLiteral } from '../../filter/glob';
import { momentRange, momentsOf } from '../../filter/moment';
import { JQ } from './jq';
import { type Query, type QueryNote } from './query';
import { conjuncts, translate } from './translate';
import { uses } from './values';

/** What LookupEvents can be asked for, the most selective first. It takes two of them. */
const ATTRIBUTES: readonly (readonly [FieldName, string])[] = [
  ['id', 'EventId'],
  ['key', 'EventAccessKeyId'],
  ['name', 'EventName'],
  ['address', 'SourceIpAddress'],
  ['service', 'ServiceName'],
  ['type', 'EventType'],
  ['rw', 'EventRW'],
];
const MAX_ATTRIBUTES = 2;

/** A word of a POSIX shell that means itself. */
export function shellWord(text: string): string {
  return /^[\w.:/@%+,-]+$/.test(text) ? text : `'${text.replace(/'/g, "'\\''")}'`;
}

/** `aliyun actiontrail LookupEvents …`, with jq for what the operation cannot be asked. */
export function cliQuery({ expression }: Filter): Query {
  const notes: QueryNote[] = [];
  const terms = conjuncts(expression).filter((part): part is Term => part.kind === 'term');
  const region = exactOf(terms, 'region');
  const lines = ['aliyun actiontrail LookupEvents', `--region ${shellWord(region ?? 'cn-hangzhou')}`];
  const { start, end } = rangeOf(terms);
  if (start > -Infinity) lines.push(`--StartTime ${utc(Math.floor(start / 1_000) * 1_000)}`);
  if (end < Infinity) lines.push(`--EndTime ${utc(Math.ceil(end / 1_000) * 1_000)}`);
  const attributes = ATTRIBUTES.flatMap(([field, key]) => {
    const value = exactOf(terms, field);
    return value === undefined || value === '' ? [] : [[key, value] as const];
  }).slice(0, MAX_ATTRIBUTES);
  attributes.forEach(([key, value], index) => {
    lines.push(`--LookupAttribute.${index + 1}.Key ${key} --LookupAttribute.${index + 1}.Value ${shellWord(value)}`);
  });
  lines.push('--MaxResults 50');
  const condition = translate(expression, JQ, notes);
  const filter = `.Events[]${condition === undefined ? '' : ` | select(${condition})`}`;
  const text = `${lines.join(' \\\n  ')} \\\n| jq ${shellWord(filter)}\n`;
  return { text, notes: [...notes, ...standing(expression, attributes.length > 0)] };
}

function standing(expression: Expression, hasAttributes: boolean): readonly QueryNote[] {
  return [
    ...(hasAttributes ? ([{ code: 'exact-case' }] as const) : []),
    ...(uses(expression, 'text') ? ([{ code: 'text-escapes' }] as const) : []),
    ...(uses(expression, 'time') ? ([{ code: 'seconds' }] as const) : []),
    { code: 'cli-region' },
    { code: 'cli-days' },
    { code: 'cli-pages' },
    { code: 'cli-shell' },
  ];
}

/** The one value that a field must have. */
function exactOf(terms: readonly Term[], field: FieldName): string | undefined {
  const values = terms.filter((term) => term.field.name === field && term.operator !== '!=').map((term) => term.values);
  const only = values.find((some) => some.length === 1)?.[0];
  return only !== undefined && isLiteral(only.pattern) ? only.text : undefined;
}

function rangeOf(terms: readonly Term[]): { readonly start: number; readonly end: number } {
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

function utc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
