import { type Expression, type Term } from '../../filter/expression';
import { type QueryNote } from './note';

/** How a place writes conditions. A condition that it cannot say is undefined. */
export interface Dialect {
  term(term: Term): string | undefined;
  and(parts: readonly string[]): string;
  or(parts: readonly string[]): string;
  not(part: string): string;
}

/**
 * An expression in a dialect. What cannot be said is left out with a note, so that the result finds more, never less: below a negation that means as if
 * it never held. Undefined where nothing is left: every event is found.
 */
export function translate(expression: Expression, dialect: Dialect, notes: QueryNote[], isNegated = false): string | undefined {
  switch (expression.kind) {
    case 'all':
      return undefined;
    case 'term': {
      const text = dialect.term(expression);
      if (text === undefined) notes.push({ code: 'left-out', start: expression.start, end: expression.end });
      return text;
    }
    case 'not': {
      const part = translate(expression.part, dialect, notes, !isNegated);
      return part === undefined ? undefined : dialect.not(part);
    }
    default: {
      const parts = expression.parts.map((part) => translate(part, dialect, notes, isNegated));
      const known = parts.filter((part) => part !== undefined);
      // A part that always holds makes the whole of an `or` hold; one that never holds, below a negation, that of an `and`.
      const isLost = expression.kind === (isNegated ? 'and' : 'or') && known.length < parts.length;
      if (isLost || known.length === 0) return undefined;
      const [only] = known;
      if (known.length === 1) return only;
      return expression.kind === 'and' ? dialect.and(known) : dialect.or(known);
    }
  }
}

/** The conditions that all events must meet. */
export function conjuncts(expression: Expression): readonly Expression[] {
  return expression.kind === 'and' ? expression.parts.flatMap(conjuncts) : [expression];
}
