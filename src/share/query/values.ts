import { type Expression, type Operator, type Term, type Value } from '../../filter/expression';
import { type Field, type FieldName } from '../../filter/field';
import { isNetworkText } from '../../filter/network';

/** All conditions of an expression. */
export function termsOf(expression: Expression): readonly Term[] {
  if (expression.kind === 'term') return [expression];
  if (expression.kind === 'not') return termsOf(expression.part);
  return expression.kind === 'all' ? [] : expression.parts.flatMap(termsOf);
}

/** Whether some condition is of a field. */
export function uses(expression: Expression, field: FieldName): boolean {
  return termsOf(expression).some((term) => term.field.name === field);
}

/** Whether a value is a network of addresses. */
export function isNetwork({ name }: Field, operator: Operator, { text }: Value): boolean {
  return name === 'address' && operator === ':' && isNetworkText(text);
}
