import { type Expression } from '../../filter/expression';
import { type Filter } from '../../filter/filter';
import { sqlText } from './literal';
import { type Query, type QueryNote } from './note';
import { MAX_CONDITIONS, searchConditions, withinBounds, wordOf } from './slsSearch';
import { type SqlDialect, sqlDialect } from './sql';
import { conjuncts, type Dialect, translate } from './translate';
import { uses } from './values';

/** Quotes of standard SQL are doubled. */
const literal = (text: string): string => sqlText(text, (seen) => `'${seen.replaceAll("'", "''")}'`);

/** Log Service SQL: columns are the indexed members, in the casing in which ActionTrail delivers events. */
export const SLS_SQL: SqlDialect = {
  literal,
  member: (path) => `"event.${path}"`,
  like: (value, pattern) => `${value} LIKE ${literal(pattern)} ESCAPE '\\'`,
  regex: (value, pattern) => `regexp_like(${value}, ${literal(pattern)})`,
  inNetwork: (address, _, written) => `coalesce(try(is_subnet_of('${written}', ${address})), false)`,
};
const sql = sqlDialect(SLS_SQL);

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

/** `search | SELECT …` for the events that ActionTrail delivers to Log Service. */
export function slsQuery({ expression }: Filter): Query {
  const notes: QueryNote[] = [];
  const conditions: string[] = [];
  for (const part of conjuncts(expression)) {
    const condition = uses(part, 'text') ? undefined : translate(part, sql, notes);
    if (condition !== undefined) conditions.push(condition);
  }
  const where = conditions.length === 0 ? '' : `\nWHERE ${conditions.join('\n  AND ')}`;
  const text = `${searchText(expression, notes)}\n| SELECT *\nFROM log${where}\nORDER BY "event.eventTime"\nLIMIT 1000\n`;
  return { text, notes: [...notes, ...standing(expression), { code: 'sls-limit' }, { code: 'sls-cut' }] };
}

/** The search alone: it gives whole records, and more of them than the filter finds. */
export function slsSearchQuery({ expression }: Filter): Query {
  const notes: QueryNote[] = [];
  const text = searchText(expression, notes);
  const said = new Set(searchConditions(expression).map(({ part }) => part));
  for (const part of conjuncts(expression))
    if (!said.has(part) && !uses(part, 'text') && part.kind !== 'all')
      notes.push({ code: 'left-out', start: part.start, end: part.end });
  return { text: `${text}\n`, notes: [...notes, ...standing(expression)] };
}

/** What the index is asked first: free text, which only it can find, and what makes the rest read less. */
function searchText(expression: Expression, notes: QueryNote[]): string {
  const texts = conjuncts(expression)
    .filter((part) => uses(part, 'text'))
    .map((part) => translate(part, search, notes))
    .filter((text) => text !== undefined);
  const left = MAX_CONDITIONS - countOf(texts);
  const all = [...texts, ...withinBounds(searchConditions(expression), left).map(({ text }) => text)];
  return all.length === 0 ? '*' : all.join(' and ');
}

function countOf(searches: readonly string[]): number {
  return searches.reduce((sum, one) => sum + one.split(/ (?:or|and) /).length, 0);
}

function standing(expression: Expression): readonly QueryNote[] {
  return [
    ...(uses(expression, 'text') ? ([{ code: 'text-words' }] as const) : []),
    ...(uses(expression, 'time') ? ([{ code: 'seconds' }] as const) : []),
    { code: 'sls-range' },
  ];
}
