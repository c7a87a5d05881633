import { NO_FAILURE } from '../../knowledge/placeholders';
import { type Operator, type Pattern, type Term, type Value } from '../../filter/expression';
import { type FieldName } from '../../filter/field';
import { isAnything, isLiteral } from '../../filter/glob';
import { momentRange, momentsOf } from '../../filter/moment';
import { type Network, networkFrom } from '../../filter/network';
import { type Dialect } from './translate';
import { isNetwork, servicesNamed } from './values';

/** A condition of one value of a field; undefined where it cannot be said. */
export type ValueCondition = (operator: Operator, value: Value) => string | undefined;

/** What the SQL of three engines differs in. */
export interface SqlDialect {
  /** A text as a literal. */
  literal(text: string): string;
  /** The member of an event, by its path, as text; null where it is not there. */
  member(path: string): string;
  /** `… LIKE pattern` with backslash as its escape. */
  like(value: string, pattern: string): string;
  /** Whether a value matches a regular expression. */
  regex(value: string, pattern: string): string;
  /** Whether an address is in a network of IPv4; false where it is no address. */
  inNetwork(address: string, network: Network, written: string): string;
  /** The whole record as text; undefined where it cannot be asked for. */
  readonly record?: string;
  /** Fields for which an engine has better than the usual condition. */
  readonly fields?: Readonly<Partial<Record<FieldName, ValueCondition>>>;
}

/** Where the value of a field stands in an event: the first of them that is not empty counts. */
export const PATHS: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  name: ['eventName'],
  error: ['errorCode', 'errorMessage'],
  account: ['userIdentity.accountId', 'recipientAccountId'],
  user: ['userIdentity.userName', 'userIdentity.principalId'],
  service: ['serviceName'],
  region: ['acsRegion'],
  address: ['sourceIpAddress'],
  key: ['userIdentity.accessKeyId'],
  identity: ['userIdentity.type'],
  type: ['eventType'],
  rw: ['eventRW'],
  id: ['eventId'],
  request: ['requestId'],
  source: ['eventSource'],
  agent: ['userAgent'],
  message: ['errorMessage'],
};

/** Conditions in SQL. Null never comes up: it would be neither true nor false, also below NOT. */
export function sqlDialect(sql: SqlDialect): Dialect {
  const term = ({ field, operator, values }: Term): string | undefined => {
    const own = sql.fields?.[field.name];
    const written = values.map((value) => {
      if (own !== undefined) return own(operator, value);
      if (field.name === 'time') return timeCondition(sql, operator, value);
      if (isNetwork(field, operator, value)) return networkCondition(sql, value);
      if (field.name === 'text') return sql.record && sql.like(`lower(${sql.record})`, `%${likeOf(value.pattern)}%`);
      return field.name === 'resource' ? resourceCondition(sql, value) : valueCondition(sql, field.name, value);
    });
    const known = written.filter((one) => one !== undefined);
    if (known.length < written.length) return undefined;
    const condition = known.length === 1 ? (known[0] as string) : `(${known.join(' OR ')})`;
    return operator === '!=' ? `NOT (${condition})` : condition;
  };
  return {
    term,
    and: (parts) => `(${parts.join(' AND ')})`,
    or: (parts) => `(${parts.join(' OR ')})`,
    not: (part) => `NOT (${part})`,
  };
}

function valueCondition(sql: SqlDialect, field: FieldName, { text, pattern }: Value): string | undefined {
  if (field === 'error') return matches(sql, real(sql, 'errorCode', real(sql, 'errorMessage')), text, pattern);
  if (field === 'message') return matches(sql, real(sql, 'errorMessage'), text, pattern);
  const paths = PATHS[field];
  if (paths === undefined) return undefined;
  const column = `lower(${columnOf(sql, paths)})`;
  if (field === 'service') return serviceCondition(sql, column, text, pattern);
  const whole = matches(sql, column, text, pattern);
  // A filter looks at the parts of texts that it reads from the record, for they may be lists.
  if (field !== 'agent' || text === '' || isAnything(pattern)) return whole;
  return `(${whole} OR ${sql.like(listOf(column), `%;${likeOf(pattern)};%`)})`;
}

function listOf(text: string): string {
  return `replace(concat(';', ${text}, ';'), ',', ';')`;
}

/** A member in lower case; `other` where it is a placeholder for "no failure". */
function real(sql: SqlDialect, path: string, other = "''"): string {
  const text = `lower(coalesce(${sql.member(path)}, ''))`;
  return `CASE WHEN ${sql.regex(text, NO_FAILURE)} THEN ${other} ELSE ${text} END`;
}

/** The first of some members, as it is written, that is no placeholder for "no failure"; empty where there is none. */
export function failureOf(sql: Pick<SqlDialect, 'member' | 'regex'>, [path, ...more]: readonly string[]): string {
  if (path === undefined) return "''";
  const text = `coalesce(${sql.member(path)}, '')`;
  return `CASE WHEN ${sql.regex(`lower(${text})`, NO_FAILURE)} THEN ${failureOf(sql, more)} ELSE ${text} END`;
}

/** The text of the first of some members that is not empty; empty where all are. */
export function columnOf(sql: Pick<SqlDialect, 'member'>, paths: readonly string[]): string {
  const [first = '', second] = paths.map((path) => sql.member(path));
  if (second === undefined) return `coalesce(${first}, '')`;
  return `coalesce(CASE WHEN ${first} = '' THEN NULL ELSE ${first} END, ${second}, '')`;
}

/** A service is found by the name in the log, and by the product's own code: all names that stand for it are asked for. */
function serviceCondition(sql: SqlDialect, column: string, text: string, pattern: Pattern): string | undefined {
  if (text === '' || isAnything(pattern)) return matches(sql, column, text, pattern);
  const names = servicesNamed(pattern);
  if (names === undefined) return undefined;
  const named = matches(sql, column, text, pattern);
  return names.length === 0 ? named : `(${named} OR ${column} IN (${names.map((name) => sql.literal(name)).join(', ')}))`;
}

export function matches(sql: Pick<SqlDialect, 'literal' | 'like'>, column: string, text: string, pattern: Pattern): string {
  if (text === '') return `${column} = ''`;
  if (isAnything(pattern)) return `${column} <> ''`;
  return isLiteral(pattern) ? `${column} = ${sql.literal(text.toLowerCase())}` : sql.like(column, likeOf(pattern));
}

/** `a,b;c` holds three of them, referencedResources is an object of lists. */
function resourceCondition(sql: SqlDialect, { text, pattern }: Value): string | undefined {
  if (text === '') return undefined;
  const list = (path: string): string => listOf(`lower(coalesce(${sql.member(path)}, ''))`);
  const like = likeOf(pattern);
  return `(${[
    sql.like(list('resourceName'), `%;${like};%`),
    sql.like(list('resourceType'), `%;${like};%`),
    sql.like(`lower(coalesce(${sql.member('referencedResources')}, ''))`, `%"${like}"%`),
  ].join(' OR ')})`;
}

/** A pattern as LIKE has it, in lower case. */
export function likeOf(pattern: Pattern): string {
  return pattern.map((parts) => parts.map((part) => part?.toLowerCase().replace(/[\\%_]/g, '\\$&') ?? '_').join('')).join('%');
}

/** Times are texts in UTC: their first 19 units are in the order of time. */
function timeCondition(sql: SqlDialect, operator: Term['operator'], { text }: Value): string | undefined {
  const time = `substr(coalesce(${sql.member('eventTime')}, ''), 1, 19)`;
  if (text === '*') return `${time} <> ''`;
  const moments = operator.startsWith('<') || operator.startsWith('>') ? momentsOf(text) : momentRange(text);
  if (moments === undefined) return undefined;
  const at = (ms: number): string => sql.literal(new Date(ms).toISOString().slice(0, 19));
  const { start, end } = moments;
  switch (operator) {
    case '>':
    case '>=':
      return `${time} ${operator} ${at(start)}`;
    case '<':
      return `(${time} <> '' AND ${time} < ${at(start)})`;
    case '<=':
      return `(${time} <> '' AND ${time} < ${at(end)})`;
    default:
      return `(${time} >= ${at(start)} AND ${time} < ${at(end)})`;
  }
}

/** The services know networks of IPv4 only. */
function networkCondition(sql: SqlDialect, { text }: Value): string | undefined {
  const network = networkFrom(text);
  return network?.version === 4 ? sql.inNetwork(sql.member('sourceIpAddress'), network, text) : undefined;
}
