import { type Operator, type Value } from '../../filter/expression';
import { WEEKDAYS } from '../../filter/field';
import { type Filter } from '../../filter/filter';
import { isAnything } from '../../filter/glob';
import { hoursOf, momentRange, momentsOf } from '../../filter/moment';
import { rangeOf } from '../../filter/network';
import { casings, columnName, membersOf } from './columns';
import { sqlText } from './literal';
import { type Query, type QueryNote } from './note';
import { likeOf, matches, sqlDialect, type ValueCondition } from './sql';
import { translate } from './translate';
import { uses } from './values';

/** The folder of a delivery, as the vendor names it. */
const OBJECTS = "'AliyunLogs/**/*.gz'";
/** The members in which resources stand, as JSON. */
const RESOURCES = ['resourceName', 'resourceType', 'referencedResources'];

const literal = (text: string): string => sqlText(text, (seen) => `'${seen.replaceAll("'", "''")}'`);
const like = (value: string, pattern: string): string => `${value} LIKE ${literal(pattern)} ESCAPE '\\'`;
const column = (path: string): string => `"${columnName(path)}"`;

/** In the time zone of the session, which is that of the machine. */
const MOMENT = `try_cast(${column('eventTime')} AS TIMESTAMPTZ)`;
const OCTET = '(25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])';
const STRINGS = `regexp_extract_all(resources, '"((?:[^"\\\\]|\\\\.)*)"', 1)`;

const dialect = sqlDialect({
  literal,
  member: column,
  like,
  regex: (value, pattern) => `regexp_matches(${value}, ${literal(pattern)})`,
  inNetwork: (address, network) => {
    const { first, last } = rangeOf(network);
    const plain = `regexp_replace(lower(coalesce(${address}, '')), '^::ffff:', '')`;
    const byte = (part: number): string => `CAST(split_part(${plain}, '.', ${part}) AS BIGINT)`;
    const number = `${byte(1)} * 16777216 + ${byte(2)} * 65536 + ${byte(3)} * 256 + ${byte(4)}`;
    return `CASE WHEN regexp_full_match(${plain}, '${OCTET}(\\.${OCTET}){3}') THEN ${number} BETWEEN ${first} AND ${last} ELSE FALSE END`;
  },
  record: 'CAST(event AS VARCHAR)',
  fields: {
    time: timeCondition,
    hour: hourCondition,
    weekday: (_, { text }) =>
      `coalesce(dayofweek(${MOMENT}) = ${WEEKDAYS.indexOf(text.toLowerCase() as (typeof WEEKDAYS)[number])}, FALSE)`,
    resource: resourceCondition,
    agent: partsCondition('userAgent'),
  },
});

/** `SELECT …` over a folder of delivered objects, for the engine that runs anywhere. */
export function duckDbQuery({ expression }: Filter): Query {
  const notes: QueryNote[] = [];
  const condition = translate(expression, dialect, notes);
  if (uses(expression, 'text')) notes.push({ code: 'text-escapes' });
  notes.push({ code: 'duckdb-folder' });
  const columns = [...membersOf(expression)].filter((path) => !RESOURCES.includes(path)).map(memberOf);
  if (uses(expression, 'resource')) columns.push(RESOURCE_COLUMN);
  const where = condition === undefined ? '' : `\nWHERE ${condition}`;
  const from = `  FROM read_json_objects(${OBJECTS}, maximum_object_size = 268435456)`;
  return {
    text: `SELECT event\nFROM (\n  SELECT json AS event,\n    ${columns.join(',\n    ')}\n${from}\n)${where}\nORDER BY ${column('eventTime')};\n`,
    notes,
  };
}

function memberOf(path: string): string {
  return `coalesce(${casings(path)
    .map((one) => `json_extract_string(json, '$.${one}')`)
    .join(', ')}) AS ${column(path)}`;
}

const RESOURCE_COLUMN = `concat_ws(' ', ${RESOURCES.flatMap(casings)
  .map((one) => `CAST(json_extract(json, '$.${one}') AS VARCHAR)`)
  .join(', ')}) AS resources`;

/** To the millisecond, as a filter compares. */
function timeCondition(operator: Operator, { text }: Value): string | undefined {
  if (text === '*') return `${MOMENT} IS NOT NULL`;
  const moments = operator.startsWith('<') || operator.startsWith('>') ? momentsOf(text) : momentRange(text);
  if (moments === undefined) return undefined;
  const time = `epoch_ms(${MOMENT})`;
  const { start, end } = moments;
  const held = ((): string => {
    switch (operator) {
      case '>':
      case '>=':
      case '<':
        return `${time} ${operator} ${start}`;
      case '<=':
        return `${time} < ${end}`;
      default:
        return `(${time} >= ${start} AND ${time} < ${end})`;
    }
  })();
  return `coalesce(${held}, FALSE)`;
}

function hourCondition(operator: Operator, { text }: Value): string | undefined {
  const hours = hoursOf(text);
  if (hours === undefined) return undefined;
  const { from, to } = hours;
  const hour = `extract(hour FROM ${MOMENT})`;
  if (operator.startsWith('<') || operator.startsWith('>')) return `coalesce(${hour} ${operator} ${from}, FALSE)`;
  return `coalesce(${hour} >= ${from} ${from <= to ? 'AND' : 'OR'} ${hour} <= ${to}, FALSE)`;
}

/** A text that may be a list, of which each part counts as well. */
function partsCondition(path: string): ValueCondition {
  return (_, { text, pattern }) => {
    const whole = `lower(coalesce(${column(path)}, ''))`;
    const held = matches({ literal, like }, whole, text, pattern);
    if (text === '' || isAnything(pattern)) return held;
    const parts = `SELECT unnest(regexp_split_to_array(${whole}, '[,;]')) AS part`;
    return `(${held} OR EXISTS (SELECT 1 FROM (${parts}) WHERE ${like('part', likeOf(pattern))}))`;
  };
}

/** Each text in these members counts, and each name in a list that is one text: `a,b;c`. */
function resourceCondition(_: Operator, { text, pattern }: Value): string {
  const texts = `SELECT json_extract_string('"' || unnest(${STRINGS}) || '"', '$') AS name`;
  if (text === '') return `NOT EXISTS (SELECT 1 FROM (${texts}) WHERE name <> '')`;
  if (isAnything(pattern)) return `EXISTS (SELECT 1 FROM (${texts}) WHERE name <> '')`;
  const parts = `SELECT name FROM (${texts}) UNION ALL SELECT unnest(regexp_split_to_array(name, '[,;]')) FROM (${texts})`;
  return `EXISTS (SELECT 1 FROM (${parts}) WHERE ${like('lower(name)', likeOf(pattern))})`;
}
