import { type Operator, type Pattern, type Span } from './expression';

/** A piece of a filter's text. A `word` is a value or free text; `name` is what stands before an operator. */
export type Token = Span &
  (
    | { readonly kind: 'open' | 'close' | 'or' | 'and' | 'not' }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'operator'; readonly operator: Operator }
    | {
        readonly kind: 'word';
        readonly text: string;
        readonly pattern: Pattern;
        readonly isQuoted: boolean;
        /** A quote was opened and not closed. */
        readonly isOpen: boolean;
      }
  );

/** A name and the operator behind it. A colon may come from a Chinese keyboard. */
const NAME = /([A-Za-z][\w.]*)(!=|<=|>=|[:：=<>])/y;
const SPACE = /\s+/y;
/** Ends a word. `&` does not: URLs hold it. */
const DELIMITER = /[\s()（）|｜"]/;
const SIGNS: ReadonlyMap<string, 'open' | 'close' | 'or'> = new Map([
  ['(', 'open'],
  ['（', 'open'],
  [')', 'close'],
  ['）', 'close'],
  ['|', 'or'],
  ['｜', 'or'],
]);
/** A map: words of the user are looked up in it, and `constructor` is one. */
const WORDS: ReadonlyMap<string, 'or' | 'and' | 'not'> = new Map([
  ['or', 'or'],
  ['and', 'and'],
  ['not', 'not'],
  ['&', 'and'],
  ['&&', 'and'],
]);

/** The tokens of a filter, in order. Every text has some. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const space = match(SPACE, text, at);
    if (space !== undefined) {
      at += space[0].length;
      continue;
    }
    const token = tokenAt(text, at, tokens.at(-1));
    if (token.kind === 'name') {
      const [whole = '', name = '', sign = ''] = match(NAME, text, at) ?? [];
      tokens.push({ ...token, end: at + name.length });
      tokens.push({ kind: 'operator', operator: operatorOf(sign), start: at + name.length, end: at + whole.length });
    } else tokens.push(token);
    at = (tokens.at(-1) as Token).end;
  }
  return tokens;
}

function tokenAt(text: string, at: number, before: Token | undefined): Token {
  const unit = text.charAt(at);
  const isValue = before?.kind === 'operator' && before.end === at;
  const sign = SIGNS.get(unit);
  if (sign !== undefined) return { kind: sign, start: at, end: at + (sign === 'or' && text.charAt(at + 1) === unit ? 2 : 1) };
  if (!isValue) {
    if (unit === '-' || unit === '!') return { kind: 'not', start: at, end: at + 1 };
    const name = match(NAME, text, at)?.[1];
    if (name !== undefined) return { kind: 'name', name, start: at, end: at + name.length };
  }
  const word = wordAt(text, at);
  const kind = isValue || word.isQuoted ? undefined : WORDS.get(text.slice(word.start, word.end).toLowerCase());
  return kind === undefined ? word : { kind, start: word.start, end: word.end };
}

/** A word: quoted parts stand as they are, elsewhere `*` and `?` are signs; a backslash takes any sign as it is. */
function wordAt(text: string, start: number): Token & { readonly kind: 'word' } {
  const pattern: (string | undefined)[][] = [['']];
  let plain = '';
  let isQuoted = false;
  let inQuotes = false;
  let at = start;
  const add = (unit: string): void => {
    plain += unit;
    const piece = pattern.at(-1) as (string | undefined)[];
    const last = piece.at(-1);
    if (last === undefined) piece.push(unit);
    else piece[piece.length - 1] = last + unit;
  };
  for (; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === '\\' && at + 1 < text.length) add(text.charAt(++at));
    else if (unit === '"') {
      // A quote behind a quoted part starts another word.
      if (!inQuotes && at > start) break;
      isQuoted = true;
      inQuotes = !inQuotes;
      if (!inQuotes) {
        at++;
        break;
      }
    } else if (inQuotes) add(unit);
    else if (DELIMITER.test(unit)) break;
    else if (unit === '*') {
      plain += unit;
      pattern.push(['']);
    } else if (unit === '?') {
      plain += unit;
      (pattern.at(-1) as (string | undefined)[]).push(undefined);
    } else add(unit);
  }
  return { kind: 'word', text: plain, pattern, isQuoted, isOpen: inQuotes, start, end: at };
}

function operatorOf(sign: string): Operator {
  return sign === '：' ? ':' : (sign as Operator);
}

function match(expression: RegExp, text: string, at: number): RegExpExecArray | undefined {
  expression.lastIndex = at;
  return expression.exec(text) ?? undefined;
}
