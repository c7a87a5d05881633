import { checkJson } from './check';
import { Scanner } from './scanner';

/**
 * The inverse of unescaping: the string literal that holds a JSON value, minified, numbers as written. Text that is not JSON is
 * escaped as it stands, so nothing is lost. Lone surrogates become `\udXXX`, as JSON.stringify writes them.
 */
export function escapeAgain(valueText: string): string {
  return JSON.stringify(checkJson(valueText) === undefined ? minify(valueText) : valueText);
}

/** Drops insignificant white space; the text must be valid JSON. */
export function minify(json: string): string {
  const scanner = new Scanner(json);
  const runs: string[] = [];
  let from = 0;
  let to = 0;
  while (scanner.next() !== 'end' && scanner.kind !== 'error') {
    if (scanner.start > to) {
      runs.push(json.slice(from, to));
      from = scanner.start;
    }
    to = scanner.end;
  }
  runs.push(json.slice(from, to));
  return runs.join('');
}
