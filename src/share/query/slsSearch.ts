import { hasHidden } from '../../escapes/hidden';
import { type Expression, type Pattern, type Term } from '../../filter/expression';
import { type FieldName } from '../../filter/field';
import { isAnything, isLiteral } from '../../filter/glob';
import { conjuncts } from './translate';
import { PATHS } from './sql';
import { isNetwork, servicesNamed } from './values';

/** Words as its search has them: anything else has a meaning of its own there, or divides words. */
const WORDS = /^[\p{L}\p{N}_]+(?:[ .-]?[\p{L}\p{N}_]+)*$/u;
const KEYWORDS = /^(?:and|or|not|in|source)$/i;

/** Conditions that a search may have. */
export const MAX_CONDITIONS = 30;

/** Fields whose values are words of the index. */
const FIELDS: ReadonlySet<FieldName> = new Set<FieldName>([
  ...([
    'name',
    'service',
    'region',
    'type',
    'key',
    'id',
    'request',
    'rw',
    'identity',
    'account',
    'user',
    'address',
    'error',
  ] as const),
]);

/** A condition of a search in Log Service. Where the events lie that a filter finds, it holds: it may hold for others as well. */
export interface SearchCondition {
  readonly text: string;
  /** The members of the log that it asks for. */
  readonly members: readonly string[];
  /** How many words of a search it takes. */
  readonly words: number;
  /** What it says of the filter. */
  readonly part: Expression;
}

/** The conditions that all events of a filter meet. Free text is none: the search finds whole words only, a filter finds parts of them. */
export function searchConditions(expression: Expression): readonly SearchCondition[] {
  return conjuncts(expression).flatMap((part) => {
    const found = conditionOf(part);
    return found === undefined ? [] : [{ ...found, part }];
  });
}

/** Those conditions, from the first on, that a search may have. */
export function withinBounds(conditions: readonly SearchCondition[], most = MAX_CONDITIONS): readonly SearchCondition[] {
  let left = most;
  return conditions.filter(({ words }) => {
    if (words > left) return false;
    left -= words;
    return true;
  });
}

type Found = Omit<SearchCondition, 'part'>;

function conditionOf(part: Expression): Found | undefined {
  // What a search finds is more than the filter: turned round, it would be less.
  if (part.kind === 'all' || part.kind === 'not') return undefined;
  if (part.kind === 'term') return termOf(part);
  const found = part.parts.map(conditionOf);
  const known = found.filter((one) => one !== undefined);
  if (part.kind === 'or' && known.length < found.length) return undefined;
  return known.length === 0 ? undefined : joined(known, part.kind);
}

function joined(found: readonly Found[], word: 'and' | 'or'): Found {
  const text = found.map((one) => one.text).join(` ${word} `);
  return {
    text: found.length === 1 ? text : `(${text})`,
    members: [...new Set(found.flatMap(({ members }) => members))],
    words: found.reduce((sum, { words }) => sum + words, 0),
  };
}

function termOf({ field, operator, values }: Term): Found | undefined {
  if (operator === '!=' || !FIELDS.has(field.name)) return undefined;
  const members = (PATHS[field.name] ?? []).map((path) => `event.${path}`);
  const asked = values.map((value) => {
    if (value.text === '' || isNetwork(field, operator, value)) return undefined;
    // A failure has a code or a message; of the others some have one that says so.
    if (field.name === 'error' && isAnything(value.pattern)) return ['*'];
    const word = isLiteral(value.pattern) ? wordOf(value.pattern) : undefined;
    if (word === undefined || field.name !== 'service') return word === undefined ? undefined : [word];
    return servicesNamed(value.pattern)
      ?.map((name) => `"${name}"`)
      .concat(word);
  });
  if (asked.some((words) => words === undefined)) return undefined;
  const words = [...new Set(asked.flatMap((one) => one ?? []))];
  const all = words.flatMap((word) => members.map((member) => ({ text: `${member}: ${word}`, members: [member], words: 1 })));
  return all.length === 0 ? undefined : joined(all, 'or');
}

/** A pattern as a word or phrase of the search; undefined for what it has not. */
export function wordOf(pattern: Pattern): string | undefined {
  const [head, ...rest] = pattern;
  const text = (head ?? []).join('');
  if (head?.includes(undefined) === true || !WORDS.test(text) || hasHidden(text)) return undefined;
  if (rest.length === 0) return `"${text}"`;
  const isPrefix = rest.length === 1 && rest[0]?.join('') === '' && /^[\p{L}\p{N}_]+$/u.test(text) && !KEYWORDS.test(text);
  return isPrefix ? `${text}*` : undefined;
}
