import { MAX_LEVELS } from './limits';

const SIMPLE: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(.))/gs;

/** A text without one level of escapes, wherever they stand in it. */
export function unescapeOnce(text: string): string {
  return text.replace(ESCAPE, (whole, code: string | undefined, letter: string | undefined) => {
    if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
    return letter === undefined || letter === 'u' ? whole : (SIMPLE[letter] ?? letter);
  });
}

/** Whether a test holds for a text in lower case, as it is written or with some levels of its escapes taken away. */
export function holdsInText(text: string, holds: (lower: string) => boolean): boolean {
  let level = text;
  for (let levels = 0; ; levels++) {
    if (holds(level.toLowerCase())) return true;
    if (levels === MAX_LEVELS || !level.includes('\\')) return false;
    level = unescapeOnce(level);
  }
}
