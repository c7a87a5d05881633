/** Letters, marks, digits, punctuation, symbols, spaces, line breaks and emoji joiners; no control or unassigned character. */
const PRINTABLE = /^[\t\n\r\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\u200d]*$/u;

export function isPrintable(text: string): boolean {
  return PRINTABLE.test(text);
}

/** decodeURIComponent that gives undefined for what is no percent-encoded UTF-8. */
export function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
