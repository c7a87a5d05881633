import { type Expression } from '../../filter/expression';
import { PATHS } from './sql';
import { termsOf } from './values';

/** The members of an event that the conditions of an expression, and the order of time, look at: paths in lower camel case. */
export function membersOf(expression: Expression): readonly string[] {
  const paths = termsOf(expression).flatMap(({ field: { name } }) =>
    name === 'resource' ? ['resourceName', 'resourceType', 'referencedResources'] : (PATHS[name] ?? []),
  );
  return [...new Set([...paths, 'eventTime'])];
}

/** How the parts of a path may be written: older events begin names with a capital letter, some mix both. */
export function casings(path: string): readonly string[] {
  const [first = '', ...rest] = path.split('.');
  const heads = [first, capital(first)];
  if (rest.length === 0) return heads;
  const tails = casings(rest.join('.'));
  return heads.flatMap((head) => tails.map((tail) => `${head}.${tail}`));
}

/** The name of a column for a path. */
export function columnName(path: string): string {
  return path.replaceAll('.', '_');
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
