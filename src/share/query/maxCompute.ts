import { type Filter } from '../../filter/filter';
import { rangeOf } from '../../filter/network';
import { casings, columnName, membersOf } from './columns';
import { sqlText } from './literal';
import { type Query, type QueryNote } from './note';
import { sqlDialect } from './sql';
import { translate } from './translate';
import { uses } from './values';

/** Backslash is the escape of its literals; a semicolon would end the statement in its client. */
function literal(text: string): string {
  return sqlText(text, (seen) => `'${seen.replace(/[\\'";]/g, '\\$&')}'`);
}

/** Without a backslash, which literals would take. */
const IPV4 = '^[0-9]{1,3}([.][0-9]{1,3}){3}$';

const dialect = sqlDialect({
  literal,
  member: columnName,
  like: (value, pattern) => `${value} LIKE ${literal(pattern)}`,
  regex: (value, pattern) => `${value} RLIKE ${literal(pattern)}`,
  inNetwork: (address, network) => {
    const { first, last } = rangeOf(network);
    const byte = (part: number): string => `CAST(split_part(${address}, '.', ${part}) AS BIGINT)`;
    const number = `${byte(1)} * 16777216 + ${byte(2)} * 65536 + ${byte(3)} * 256 + ${byte(4)}`;
    return `CASE WHEN coalesce(${address}, '') RLIKE '${IPV4}' THEN ${number} BETWEEN ${first} AND ${last} ELSE FALSE END`;
  },
  record: 'event',
});

/** `SELECT …` for a table whose column `event` holds the JSON of an event. */
export function maxComputeQuery({ expression }: Filter): Query {
  const notes: QueryNote[] = [];
  const condition = translate(expression, dialect, notes);
  if (uses(expression, 'text')) notes.push({ code: 'text-escapes' });
  if (uses(expression, 'time')) notes.push({ code: 'seconds' });
  notes.push({ code: 'maxcompute-names' });
  const columns = membersOf(expression).map((path) => `    ${memberOf(path)} AS ${columnName(path)}`);
  const where = condition === undefined ? '' : `\nWHERE ${condition}`;
  return {
    text: `SELECT event\nFROM (\n  SELECT event,\n${columns.join(',\n')}\n  FROM actiontrail_events\n) events${where}\nORDER BY eventTime\nLIMIT 1000;\n`,
    notes,
  };
}

function memberOf(path: string): string {
  return `coalesce(${casings(path)
    .map((one) => `get_json_object(event, '$.${one}')`)
    .join(', ')})`;
}
