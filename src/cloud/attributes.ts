import { type Expression, type Term } from '../filter/expression';
import { type FieldName } from '../filter/field';
import { EVENT_TYPES } from '../knowledge/eventTypes';
import { currentCatalogue } from '../knowledge/current';
import { exactOf } from '../share/query/exact';
import { conjuncts } from '../share/query/translate';
import { type Attribute } from './actionTrail';
import { type SearchNote } from './page';

const MOST = 2;

interface Exact {
  /** The value as the service has it. */
  readonly value: string;
  /** It may be written otherwise in some events, which are not found then. */
  readonly isGuess?: boolean;
}

/**
 * What LookupEvents can be asked for, the most selective first, and how a value that a filter finds in any case is written there: the service compares
 * exactly. Undefined where that is not known: then the service is not asked for it, and the filter alone decides.
 */
const ATTRIBUTES: readonly (readonly [FieldName, string, (text: string) => Exact | undefined])[] = [
  ['id', 'EventId', (value) => ({ value })],
  ['key', 'EventAccessKeyId', (value) => (hasCapital(value) ? { value } : undefined)],
  ['name', 'EventName', eventName],
  ['address', 'SourceIpAddress', (value) => (hasLetter(value) ? undefined : { value })],
  [
    'type',
    'EventType',
    (value) =>
      oneOf(
        EVENT_TYPES.map((type) => type.value),
        value,
      ),
  ],
  ['rw', 'EventRW', (value) => oneOf(['Read', 'Write'], value)],
];

/** The attributes that all events of a filter have. */
export function attributesOf(expression: Expression, note: (note: SearchNote) => void): readonly Attribute[] {
  const terms = conjuncts(expression).filter((part): part is Term => part.kind === 'term');
  const attributes: Attribute[] = [];
  for (const [field, key, write] of ATTRIBUTES) {
    const text = exactOf(terms, field);
    const exact = text === undefined || text === '' ? undefined : write(text);
    if (exact === undefined || attributes.length >= MOST) continue;
    attributes.push({ key, value: exact.value });
    if (exact.isGuess === true) note({ code: 'exact-case', detail: exact.value });
  }
  return attributes;
}

/** As catalogues spell it, where they do in one way, and nobody wrote it in another. */
function eventName(text: string): Exact | undefined {
  const lower = text.toLowerCase();
  const spellings = new Set<string>();
  for (const { name } of currentCatalogue().found())
    if (name.length === text.length && name.toLowerCase() === lower) spellings.add(name);
  const [only] = spellings;
  const isCaseless = !hasCapital(text) || text === text.toUpperCase();
  if (only === undefined) return isCaseless ? undefined : { value: text, isGuess: true };
  return spellings.size === 1 && (only === text || isCaseless) ? { value: only } : undefined;
}

function oneOf(values: readonly string[], text: string): Exact | undefined {
  const value = values.find((one) => one.toLowerCase() === text.toLowerCase());
  return value === undefined ? undefined : { value };
}

function hasCapital(text: string): boolean {
  return text !== text.toLowerCase();
}

function hasLetter(text: string): boolean {
  return text.toLowerCase() !== text.toUpperCase();
}
