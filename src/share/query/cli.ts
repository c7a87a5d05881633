import { type Expression, type Term } from '../../filter/expression';
import { type FieldName } from '../../filter/field';
import { type Filter } from '../../filter/filter';
import { shellWord } from '../shell';
import { exactOf, rangeOf } from './exact';
import { JQ } from './jq';
import { type Query, type QueryNote } from './note';
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
/** How far it looks back, in ms. */
const REACH = 90 * 86_400_000;
const NOW = '"$(date -u +%Y-%m-%dT%H:%M:%SZ)"';

/** `aliyun actiontrail LookupEvents …`, with jq for what the operation cannot be asked. */
export function cliQuery({ expression }: Filter): Query {
  const notes: QueryNote[] = [];
  const terms = conjuncts(expression).filter((part): part is Term => part.kind === 'term');
  const region = exactOf(terms, 'region');
  const lines = ['aliyun actiontrail LookupEvents', `--region ${shellWord(region ?? 'cn-hangzhou')}`];
  const { start, end } = rangeOf(terms);
  if (start > -Infinity || end < Infinity) {
    // It takes both times or none.
    lines.push(`--StartTime ${utc(Math.floor((start > -Infinity ? start : end - REACH) / 1_000) * 1_000)}`);
    lines.push(`--EndTime ${end < Infinity ? utc(Math.ceil(end / 1_000) * 1_000) : NOW}`);
  }
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
  return { text, notes: [...notes, ...standing(expression, attributes.length)] };
}

function standing(expression: Expression, attributes: number): readonly QueryNote[] {
  return [
    ...(attributes > 0 ? ([{ code: 'exact-case' }] as const) : []),
    ...(attributes > 1 ? ([{ code: 'cli-pairs' }] as const) : []),
    ...(uses(expression, 'text') ? ([{ code: 'text-escapes' }] as const) : []),
    ...(uses(expression, 'time') ? ([{ code: 'seconds' }] as const) : []),
    { code: 'cli-region' },
    { code: 'cli-days' },
    { code: 'cli-pages' },
    { code: 'cli-shell' },
  ];
}

function utc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
