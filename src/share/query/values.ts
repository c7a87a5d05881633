import { type Expression, type Operator, type Pattern, type Term, type Value } from '../../filter/expression';
import { type Field, type FieldName } from '../../filter/field';
import { matchWhole } from '../../filter/glob';
import { isNetworkText } from '../../filter/network';
import { serviceNames } from '../../knowledge/services';

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

/** More names make no condition any more. */
const MAX_SERVICES = 100;

/**
 * The names, in lower case, under which logs may have the services whose product code matches a pattern, except those that match it themselves: `foasconsole`
 * is RealtimeCompute in logs. Undefined where they are too many.
 */
export function servicesNamed(pattern: Pattern): readonly string[] | undefined {
  const matches = matchWhole(pattern);
  const names = serviceNames()
    .filter(([, { code }]) => matches(code))
    .flatMap(([name]) => [name, `${name}-inner`])
    .filter((name) => !matches(name));
  return names.length > MAX_SERVICES ? undefined : names;
}
