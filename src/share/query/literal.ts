import { hasHidden } from '../../escapes/hidden';

/** Halves of pairs, which UTF-8 has not: a store holds its replacement. */
const HALVES = /\p{Cs}/gu;

/**
 * A text in SQL. Log Service has no escape for what cannot be seen, and that of MaxCompute ends at ASCII; both decode URLs, so that such a text is written
 * as one and none of it stands raw in the query. `quoted` writes what can be seen.
 */
export function sqlText(text: string, quoted: (text: string) => string): string {
  if (!hasHidden(text)) return quoted(text);
  const encoded = encodeURIComponent(text.replace(HALVES, '\ufffd')).replace(
    /[!'()*~]/g,
    (unit) => `%${unit.charCodeAt(0).toString(16)}`,
  );
  return `url_decode('${encoded}')`;
}
