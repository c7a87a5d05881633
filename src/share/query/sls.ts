import { hasHidden } from '../../escapes/hidden';
import { type Expression, type Pattern, type Term } from '../../filter/expression';
import { type Filter } from '../../filter/filter';
import { isLiteral } from '../../filter/glob';
import { sqlText } from './literal';
import { type Query, type QueryNote } from './note';
import { sqlDialect } from './sql';
import { conjuncts, type Dialect, translate } from './translate';
import { uses } from './values';

/** Quotes of standard SQL are doubled. */
const literal = (text: string): string => sqlText(text, (seen) => `'${seen.replaceAll("'", "''")}'`);

/** Log Service SQL: columns are the indexed members. */
const sql = sqlDialect({
  literal,
  member: (path) => `"event.${path}"`,
  like: (value, pattern) => `${value} LIKE ${literal(pattern)} ESCAPE '\\'`,
  regex: (value, pattern) => `regexp_like(${value}, ${literal(pattern)})`,
  inNetwork: (address, _, written) => `coalesce(try(is_subnet_of('${written}', ${address})), false)`,
});

/** Words as its search has them: anything else has a meaning of its own there, or divides words. */
const WORDS = /^[\p{L}\p{N}_]+(?:[ .-]?[\p{L}\p{N}_]+)*$/u;
const KEYWORDS = /^(?:and|or|not|in|source)$/i;

/** Conditions of free text, which only the search can find. */
const search: Dialect = {
  term: ({ field, values }) => {
    if (field.name !== 'text') return undefined;
    const words = values.map(({ pattern }) => wordOf(pattern));
    return words.every((word) => word !== undefined) ? words.join(' or ') : undefined;
  },
  and: (parts) => `(${parts.join(' and ')})`,
  or: (parts) => `(${parts.join(' or ')})`,
  not: (part) => `(not ${part})`,
};

/** Fields by which the index is asked first, so that SQL reads less. */
const INDEXED: Readonly<Record<string, string>> = {
  name: 'event.eventName',
  service: 'event.serviceName',
  region: 'event.acsRegion',
  type: 'event.eventType',
  key: 'event.userIdentity.accessKeyId',
};

/** Conditions that a search may have. */
const MAX_CONDITIONS = 30;

/** `search | SELECT …` for the events that ActionTrail delivers to Log Service. */
export function slsQuery({ expression }: Filter): Query {
  const notes: QueryNote[] = [];
  const searches: string[] = [];
  const indexed = new Set<string>();
  const conditions: string[] = [];
  for (const part of conjuncts(expression)) {
    if (uses(part, 'text')) {
      const text = translate(part, search, notes);
      if (text !== undefined) searches.push(text);
      continue;
    }
    const index = part.kind === 'term' ? indexedOf(part) : undefined;
    if (index !== undefined) {
      searches.push(index);
      indexed.add(index);
    }
    const condition = translate(part, sql, notes);
    if (condition !== undefined) conditions.push(condition);
  }
  const where = conditions.length === 0 ? '' : `\nWHERE ${conditions.join('\n  AND ')}`;
  // A search has its bounds; SQL decides what it leaves out.
  const asked = countOf(searches) > MAX_CONDITIONS ? searches.filter((one) => !indexed.has(one)) : searches;
  const text = `${asked.length === 0 ? '*' : asked.join(' and ')}\n| SELECT *\nFROM log${where}\nORDER BY "event.eventTime"\nLIMIT 1000\n`;
  return { text, notes: [...notes, ...standing(expression)] };
}

function countOf(searches: readonly string[]): number {
  return searches.reduce((sum, one) => sum + one.split(/ (?:or|and) /).length, 0);
}

function standing(expression: Expression): readonly QueryNote[] {
  return [
    ...(uses(expression, 'text') ? ([{ code: 'text-words' }] as const) : []),
    ...(uses(expression, 'time') ? ([{ code: 'seconds' }] as const) : []),
    { code: 'sls-range' },
    { code: 'sls-limit' },
  ];
}

/** A condition as the search knows it, where it finds at least what SQL then lets through. */
function indexedOf({ field, operator, values }: Term): string | undefined {
  const key = INDEXED[field.name];
  if (key === undefined || operator === '!=') return undefined;
  // A product code stands for other names of its service as well.
  const words = values.map(({ pattern }) => (isLiteral(pattern) ? wordOf(pattern) : undefined));
  if (words.some((word) => word === undefined)) return undefined;
  const terms = words.map((word) => `${key}: ${word ?? ''}`);
  return terms.length === 1 ? terms[0] : `(${terms.join(' or ')})`;
}

/** A pattern as a word or phrase of the search; undefined for what it has not. */
function wordOf(pattern: Pattern): string | undefined {
  const [head, ...rest] = pattern;
  const text = (head ?? []).join('');
  if (head?.includes(undefined) === true || !WORDS.test(text) || hasHidden(text)) return undefined;
  if (rest.length === 0) return `"${text}"`;
  const isPrefix = rest.length === 1 && rest[0]?.join('') === '' && /^[\p{L}\p{N}_]+$/u.test(text) && !KEYWORDS.test(text);
  return isPrefix ? `${text}*` : undefined;
}
