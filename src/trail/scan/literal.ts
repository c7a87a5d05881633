import { Char } from './chars';

const SIMPLE: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/**
 * The value of the string literal between `start` and `end` (quotes included, the closing one may be missing): what one JSON decode gives. Damaged
 * escapes stay as they are written: a cut-off string gives the part that is there.
 */
export function decodeLiteral(text: string, start: number, end: number): string {
  const closed = end - start >= 2 && text.charCodeAt(end - 1) === Char.Quote;
  const content = text.slice(start + 1, closed ? end - 1 : end);
  if (!content.includes('\\')) return content;
  try {
    return JSON.parse(`"${content}"`) as string;
  } catch {
    return content.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (whole, code: string | undefined, letter: string | undefined) => {
      if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
      return letter === undefined || letter === 'u' ? whole : (SIMPLE[letter] ?? letter);
    });
  }
}
