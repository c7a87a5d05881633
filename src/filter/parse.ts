import { type Expression, type Operator, type Span, type Term, type Value } from './expression';
import { type Field, fieldOf, TEXT } from './field';
import { literal } from './glob';
import { MAX_FILTER, MAX_NESTING } from './limits';
import { hoursOf, momentRange, momentsOf } from './moment';
import { isNetworkText, networkFrom } from './network';
import { type FilterProblem, type FilterProblemCode } from './problem';
import { type Token, tokensOf } from './tokens';

/** What joins two conditions, the loosest first. Side by side is `and`. */
const JOINS = [
  { kind: 'or', isImplied: false },
  { kind: 'and', isImplied: true },
] as const;

/** A filter's tree, and what is wrong with its text. With problems the tree holds what could be read. */
export interface Parsed {
  readonly expression: Expression;
  /** In the order of the text. */
  readonly problems: readonly FilterProblem[];
}

/** Reads the text of a filter. */
export function parse(text: string): Parsed {
  if (text.length > MAX_FILTER)
    return { expression: all(0, 0), problems: [{ code: 'too-long', start: MAX_FILTER, end: text.length }] };
  const parser = new Parser(tokensOf(text), text.length);
  const expression = parser.filter();
  return { expression, problems: parser.problems.sort((a, b) => a.start - b.start) };
}

function all(start: number, end: number): Expression {
  return { kind: 'all', start, end };
}

class Parser {
  readonly problems: FilterProblem[] = [];
  private at = 0;
  private depth = 0;
  /** What follows was not looked at: nothing more can be said. */
  private isLost = false;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly length: number,
  ) {}

  filter(): Expression {
    if (this.tokens.length === 0) return all(0, this.length);
    let expression = this.joined(0);
    while (this.next !== undefined) {
      // Only a closing parenthesis stops a condition.
      this.complain('unopened-parenthesis', this.take());
      if (this.next !== undefined && this.next.kind !== 'close') expression = join('and', [expression, this.joined(0)]);
    }
    return expression;
  }

  private get next(): Token | undefined {
    return this.tokens[this.at];
  }

  private take(): Token {
    return this.tokens[this.at++] as Token;
  }

  private complain(code: FilterProblemCode, { start, end }: Span, field?: Field): void {
    if (this.isLost) return;
    this.problems.push({ code, start, end, ...(field === undefined ? {} : { field: field.name }) });
  }

  private joined(level: number): Expression {
    const row = JOINS[level];
    if (row === undefined) return this.condition();
    const parts = [this.joined(level + 1)];
    while (this.next !== undefined) {
      if (this.next.kind === row.kind) this.take();
      else if (!row.isImplied || this.next.kind === 'close' || this.next.kind === 'or') break;
      parts.push(this.joined(level + 1));
    }
    return join(row.kind, parts);
  }

  private condition(): Expression {
    const token = this.next;
    if (token === undefined || token.kind === 'close' || token.kind === 'or' || token.kind === 'and') {
      const before = this.tokens[this.at - 1];
      const place = token === undefined || before?.kind === 'open' ? (before ?? token) : token;
      const { start, end } = place ?? { start: this.length, end: this.length };
      this.complain('missing-condition', { start, end });
      return all(start, end);
    }
    if (token.kind === 'word') return this.freeText(token);
    if (token.kind === 'name') return this.term(token);
    this.take();
    if (++this.depth > MAX_NESTING) {
      this.complain('too-deep', token);
      this.isLost = true;
      this.at = this.tokens.length;
      return all(token.start, token.end);
    }
    const expression = token.kind === 'not' ? this.negated(token) : this.nested(token);
    this.depth--;
    return expression;
  }

  private negated(token: Token): Expression {
    const part = this.condition();
    return { kind: 'not', part, start: token.start, end: part.end };
  }

  private nested(token: Token): Expression {
    const inner = this.joined(0);
    if (this.next?.kind === 'close') {
      const { end } = this.take();
      return { ...inner, start: token.start, end };
    }
    this.complain('unclosed-parenthesis', token);
    return inner;
  }

  private freeText(token: Token & { readonly kind: 'word' }): Expression {
    this.take();
    return { kind: 'term', field: TEXT, operator: ':', values: [this.value(token)], start: token.start, end: token.end };
  }

  private value({ text, pattern, isOpen, start, end }: Token & { readonly kind: 'word' }): Value {
    if (isOpen) this.complain('unclosed-quote', { start, end });
    return { text, pattern, start, end };
  }

  private term(name: Token & { readonly kind: 'name' }): Expression {
    this.take();
    const sign = this.take() as Token & { readonly kind: 'operator' };
    const field = fieldOf(name.name);
    if (field === undefined) this.complain('unknown-field', name);
    const values = this.values(name, sign);
    const end = this.tokens[this.at - 1]?.end ?? sign.end;
    const term: Term = { kind: 'term', field: field ?? TEXT, operator: sign.operator, values, start: name.start, end };
    if (field === undefined) return term;
    if (isOrdered(field) ? false : isOrder(sign.operator)) this.complain('bad-operator', sign, field);
    for (const value of values) {
      const code = faultOf(field, sign.operator, value);
      if (code !== undefined) this.complain(code, value, field);
    }
    return sign.operator === ':'
      ? term
      : { ...term, values: values.map((value) => ({ ...value, pattern: literal(value.text) })) };
  }

  /** One value, or several in parentheses. */
  private values(name: Token, sign: Token): readonly Value[] {
    const first = this.next;
    if (first?.start !== sign.end || (first.kind !== 'word' && first.kind !== 'open')) {
      this.complain('missing-value', { start: name.start, end: sign.end });
      return [];
    }
    this.take();
    if (first.kind === 'word') return [this.value(first)];
    const values: Value[] = [];
    let wantsValue = true;
    for (;;) {
      const token = this.next;
      if (token === undefined) {
        this.complain('unclosed-parenthesis', first);
        return values;
      }
      this.take();
      if (token.kind === 'close') {
        if (wantsValue) this.complain('missing-value', { start: first.start, end: token.end });
        return values;
      }
      if (token.kind === 'or') {
        if (wantsValue) this.complain('missing-value', token);
        wantsValue = true;
      } else if (token.kind === 'word') {
        if (!wantsValue) this.complain('expected-or', token);
        values.push(this.value(token));
        wantsValue = false;
      } else this.complain('expected-or', token);
    }
  }
}

function join(kind: 'and' | 'or', parts: readonly Expression[]): Expression {
  const [first] = parts;
  if (first === undefined || parts.length === 1) return first ?? all(0, 0);
  return { kind, parts, start: first.start, end: (parts.at(-1) as Expression).end };
}

function isOrdered({ source }: Field): boolean {
  return source.from === 'time' || source.from === 'hour';
}

function isOrder(operator: Operator): boolean {
  return operator.startsWith('<') || operator.startsWith('>');
}

/** What is wrong with a value of a field. */
function faultOf({ name, source, words }: Field, operator: Operator, { text }: Value): FilterProblemCode | undefined {
  if (source.from === 'time') {
    if (text === '*' && !isOrder(operator)) return undefined;
    return (isOrder(operator) ? momentsOf(text) : momentRange(text)) === undefined ? 'bad-time' : undefined;
  }
  if (source.from === 'hour') {
    const hours = hoursOf(text);
    return hours === undefined || (isOrder(operator) && text.includes('..')) ? 'bad-hour' : undefined;
  }
  if (name === 'address' && operator === ':' && isNetworkText(text))
    return networkFrom(text) === undefined ? 'bad-network' : undefined;
  return words === undefined || words.includes(text.toLowerCase()) ? undefined : 'bad-value';
}
