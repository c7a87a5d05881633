import { isSpace } from './scanner';

const BACKSLASH = 0x5c;

/**
 * Whether a string literal, quotes included, is worth a closer look: only the first and the last characters of its inside are read,
 * because this runs on every string of a log. True for what begins and ends as an object, array or quoted string, each also escaped,
 * and for what begins so surely as JSON (`{"`, `[{`) that its end must have been cut off.
 * @param start UTF-16 offset of the opening quote in `text`; @param end offset behind the closing quote
 */
export function mayHoldJson(text: string, start = 0, end = text.length): boolean {
  // Nearly every string is turned away by its first character: no white space, `{`, `[` or backslash.
  const unit = text.charCodeAt(start + 1);
  if (unit > 0x20 && unit !== 0x7b && unit !== 0x5b && unit !== BACKSLASH) return false;
  let first = start + 1;
  let last = end - 2;
  while (first < last && isSpace(text.charCodeAt(first))) first++;
  while (first < last && isSpace(text.charCodeAt(last))) last--;
  if (first >= last) return false;
  switch (text[first]) {
    case '{':
      return text[last] === '}' || endsInEscape(text, last) || opensSurely(text, first);
    case '[':
      return text[last] === ']' || endsInEscape(text, last) || opensSurely(text, first);
    case '\\':
      return beginsInEscape(text, first) && ('}]"'.includes(text.charAt(last)) || endsInEscape(text, last));
    default:
      return false;
  }
}

/** `\"…`, `\\\"…` (quotes), `\n…` (white space), `\u007b…` (any of them). */
function beginsInEscape(text: string, first: number): boolean {
  return '"\\nrtu'.includes(text.charAt(first + 1));
}

/** White space written as an escape, or a bracket written as `\u007d`. */
function endsInEscape(text: string, last: number): boolean {
  if ('nrt'.includes(text.charAt(last))) return text.charCodeAt(last - 1) === BACKSLASH;
  return text.charCodeAt(last - 5) === BACKSLASH && text[last - 4] === 'u';
}

function opensSurely(text: string, first: number): boolean {
  const second = text[first + 1];
  return (second === '\\' && '"\\'.includes(text.charAt(first + 2))) || (second === '{' && text[first] === '[');
}
