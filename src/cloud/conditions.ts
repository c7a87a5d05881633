import { type Expression, type Term } from '../filter/expression';
import { type Field } from '../filter/field';
import { type QueryNote } from '../share/query/note';
import { rangeOf } from '../filter/network';
import { rangeOf as timesOf } from '../share/query/exact';
import { SLS_SQL } from '../share/query/sls';
import { columnOf, failureOf, PATHS, type SqlDialect, sqlDialect } from '../share/query/sql';
import { conjuncts, type Dialect, translate } from '../share/query/translate';
import { type Span } from './span';

const OCTET = '(25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])';

/** A pattern of whole texts that also the empty text matches, as an equality. */
const fits = (value: string, pattern: string): string => `regexp_replace(${value}, ${SLS_SQL.literal(pattern)}, '') = ''`;

/** Counts compare networks as filters do: an address of IPv4 within IPv6 is one of IPv4. */
const COUNTED: SqlDialect = {
  ...SLS_SQL,
  regex: fits,
  inNetwork: (address, network) => {
    const { first, last } = rangeOf(network);
    const plain = `regexp_replace(lower(coalesce(${address}, '')), '^::ffff:', '')`;
    const byte = (part: number): string => `CAST(split_part(${plain}, '.', ${part}) AS bigint)`;
    const number = `${byte(1)} * 16777216 + ${byte(2)} * 65536 + ${byte(3)} * 256 + ${byte(4)}`;
    const isAddress = `${plain} <> '' AND ${fits(plain, `^${OCTET}([.]${OCTET}){3}$`)}`;
    return `CASE WHEN ${isAddress} THEN ${number} BETWEEN ${first} AND ${last} ELSE false END`;
  },
};

/** A log may reach the service later than its event was, and the service's time of it is the one that spans are of; ms. */
const DELAY = 3_600_000;

/** The part of a span in which the events of a filter lie; `margin` is how far the times of logs may differ from those of events, in ms. */
export function narrowed(span: Span, expression: Expression, margin = 0): Span | undefined {
  const terms = conjuncts(expression).filter((part): part is Term => part.kind === 'term');
  const { start, end } = timesOf(terms);
  const narrow = { from: Math.max(span.from, start - margin), to: Math.min(span.to, end + margin) };
  return narrow.from < narrow.to ? narrow : undefined;
}

/** The same for a Logstore. */
export function narrowedLogs(span: Span, expression: Expression): Span | undefined {
  return narrowed(span, expression, DELAY);
}

/** A condition of SQL for what a filter says; `notes` tells what it leaves out, so that more events meet it. Undefined where nothing is left. */
export function sqlCondition(expression: Expression, lacking: ReadonlySet<string>, notes: QueryNote[]): string | undefined {
  return translate(expression, without(lacking), notes);
}

/** The members that a condition of a filter may ask for, as the service names them. */
export function membersOf(expression: Expression): readonly string[] {
  if (expression.kind === 'all') return [];
  if (expression.kind === 'not') return membersOf(expression.part);
  return expression.kind === 'term' ? pathsOf(expression).map(memberName) : expression.parts.flatMap(membersOf);
}

/** What stands in a column, as SQL: empty where an event has nothing there. Undefined for a field that SQL has not. */
export function columnSql({ name }: Field, lacking: ReadonlySet<string>): string | undefined {
  const paths = (PATHS[name] ?? []).filter((path) => !lacking.has(memberName(path)));
  if (paths.length === 0) return undefined;
  return name === 'error' || name === 'message' ? failureOf(COUNTED, paths) : columnOf(COUNTED, paths);
}

/** The members that a column may come from. */
export function columnMembers({ name }: Field): readonly string[] {
  return (PATHS[name] ?? []).map(memberName);
}

function without(lacking: ReadonlySet<string>): Dialect {
  const usual = sqlDialect(COUNTED);
  return {
    ...usual,
    term: (term) => (pathsOf(term).some((path) => lacking.has(memberName(path))) ? undefined : usual.term(term)),
  };
}

function pathsOf({ field: { name } }: Term): readonly string[] {
  if (name === 'time') return ['eventTime'];
  return name === 'resource' ? ['resourceName', 'resourceType', 'referencedResources'] : (PATHS[name] ?? []);
}

function memberName(path: string): string {
  return `event.${path}`;
}
