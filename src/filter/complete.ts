import { parseIpv4 } from '../knowledge/addresses';
import { type Span } from './expression';
import { FIELDS, type FieldName, fieldOf } from './field';
import { MAX_SUGGESTIONS } from './limits';
import { type Token, tokensOf } from './tokens';
import { writeValue } from './write';

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] as const;
/** Networks that are offered behind the addresses. */
const MAX_NETWORKS = 8;

/** What can be written at a place: it stands for the text between `start` and `end`. */
export interface Suggestion extends Span {
  readonly kind: 'field' | 'value';
  /** As it is written, with quotes where they are needed. */
  readonly text: string;
  readonly field: FieldName;
}

/** Gives the values that the log has for a field, the most frequent first. */
export type ValuesOf = (field: FieldName) => readonly string[];

/** What can be written at an offset of a filter, the most likely first: names of fields, or values of the field before. */
export function suggestionsAt(text: string, offset: number, valuesOf: ValuesOf = () => []): readonly Suggestion[] {
  const tokens = tokensOf(text.slice(0, offset));
  const last = tokens.at(-1);
  const isBehind = last === undefined || last.end < offset;
  const named = fieldBefore(tokens, isBehind);
  const typed =
    isBehind || (last.kind !== 'word' && last.kind !== 'or' && last.kind !== 'and' && last.kind !== 'not') ? undefined : last;
  if (named !== undefined) {
    const word = typed?.kind === 'word' ? typed : undefined;
    const start = word?.start ?? offset;
    const begun = (word?.text ?? '').replace(/\*$/, '').toLowerCase();
    const values = fieldOf(named)?.words ?? valuesOf(named);
    const networks =
      named === 'address'
        ? networksOf(values)
            .filter((one) => one.startsWith(begun))
            .slice(0, MAX_NETWORKS)
        : [];
    return [...ranked(values, begun).slice(0, MAX_SUGGESTIONS - networks.length), ...networks].map((value) => ({
      kind: 'value',
      text: writeValue(value),
      field: named,
      start,
      end: offset,
    }));
  }
  if (typed?.kind === 'word' && typed.isQuoted) return [];
  const word = typed !== undefined && typed.kind !== 'not' ? typed : undefined;
  const begun = word === undefined ? '' : text.slice(word.start, offset).toLowerCase();
  const start = word?.start ?? offset;
  return FIELDS.filter(({ name, also }) => [name, ...also].some((one) => one.toLowerCase().startsWith(begun))).map(
    ({ name }) => ({
      kind: 'field',
      text: `${name}:`,
      field: name,
      start,
      end: offset,
    }),
  );
}

/** The networks of addresses, those of the most frequent first, and the private ones. */
function networksOf(values: readonly string[]): readonly string[] {
  const near = values.flatMap((value) => {
    const bytes = parseIpv4(value);
    return bytes === undefined ? [] : [`${bytes.slice(0, 3).join('.')}.0/24`, `${bytes.slice(0, 2).join('.')}.0.0/16`];
  });
  return [...new Set([...near, ...PRIVATE])];
}

/** The field whose value is being written at the end of some tokens. */
function fieldBefore(tokens: readonly Token[], isBehind: boolean): FieldName | undefined {
  let at = tokens.length - 1;
  let depth = 0;
  // In `name:(a | b` values go on until the parenthesis is closed.
  for (let back = at; back > 0; back--) {
    const kind = tokens[back]?.kind;
    if (kind === 'close') depth++;
    if (kind === 'open' && depth-- === 0) {
      if (tokens[back - 1]?.kind === 'operator') return nameAt(tokens, back - 2);
      break;
    }
  }
  if (isBehind) return undefined;
  if (tokens[at]?.kind === 'word') at--;
  return tokens[at]?.kind === 'operator' ? nameAt(tokens, at - 1) : undefined;
}

function nameAt(tokens: readonly Token[], at: number): FieldName | undefined {
  const token = tokens[at];
  return token?.kind === 'name' ? fieldOf(token.name)?.name : undefined;
}

/** Values that begin with a text come before those that hold it. */
function ranked(values: readonly string[], begun: string): readonly string[] {
  const known = values.filter((value) => value !== '');
  const first = known.filter((value) => value.toLowerCase().startsWith(begun));
  const others = known.filter((value) => !value.toLowerCase().startsWith(begun) && value.toLowerCase().includes(begun));
  return [...first, ...others].slice(0, MAX_SUGGESTIONS);
}
