/** The characters that structure a log, as UTF-16 units. */
export const enum Char {
  Tab = 0x09,
  LineFeed = 0x0a,
  CarriageReturn = 0x0d,
  Space = 0x20,
  Quote = 0x22,
  Apostrophe = 0x27,
  Star = 0x2a,
  Plus = 0x2b,
  Comma = 0x2c,
  Minus = 0x2d,
  Dot = 0x2e,
  Slash = 0x2f,
  Zero = 0x30,
  Nine = 0x39,
  Colon = 0x3a,
  OpenBracket = 0x5b,
  Backslash = 0x5c,
  CloseBracket = 0x5d,
  OpenBrace = 0x7b,
  CloseBrace = 0x7d,
  ByteOrderMark = 0xfeff,
}

/** Whether the unit is JSON white space, or a byte order mark, which files have at their start. */
export function isSpace(unit: number): boolean {
  return (
    unit === Char.Space ||
    unit === Char.LineFeed ||
    unit === Char.CarriageReturn ||
    unit === Char.Tab ||
    unit === Char.ByteOrderMark
  );
}

/** The offset of the first unit from `offset` on that is not white space; the text's length where there is none. */
export function skipSpace(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Whether the quote at `quote` is escaped: an odd number of backslashes stands before it, down to `from`. */
export function isEscaped(text: string, quote: number, from: number): boolean {
  let at = quote - 1;
  while (at >= from && text.charCodeAt(at) === Char.Backslash) at--;
  return ((quote - 1 - at) & 1) === 1;
}

/** The offset of the quote that ends the string whose content starts at `from`; -1 where there is none. */
export function closingQuote(text: string, from: number): number {
  let quote = text.indexOf('"', from);
  while (quote > from && text.charCodeAt(quote - 1) === Char.Backslash && isEscaped(text, quote, from))
    quote = text.indexOf('"', quote + 1);
  return quote;
}

/** The offset behind the comment at `at`, the text's end where it is not closed; -1 where there is no comment. */
export function commentEnd(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (next === Char.Slash) {
    const line = text.indexOf('\n', at);
    if (line < 0) return text.length;
    return text.charCodeAt(line - 1) === Char.CarriageReturn ? line - 1 : line;
  }
  if (next !== Char.Star) return -1;
  const close = text.indexOf('*/', at + 2);
  return close < 0 ? text.length : close + 2;
}

/** The offset behind the last unit before `end` that is not white space; not below `from`. */
export function trimEnd(text: string, end: number, from = 0): number {
  let at = end;
  while (at > from && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The offset of the next line end; the text's length where there is none. */
export function lineFeedFrom(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}
