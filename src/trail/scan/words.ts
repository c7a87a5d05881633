import { Char, commentEnd, isSpace } from './chars';
import { numberEnd } from './strict';
import { Token } from './tape';

// Words: values and keys that stand without quotes.

const MASK = /^[\w.@:-]*(?:\*{2,}|[xX]{3,}|XX)[\w.*@:-]*$/;
/** Longer words are no masks; UTF-16 units. */
const LONGEST_MASK = 255;

/** Whether the word is a value of which a part was made unreadable: `175***657`. */
export function isMask(text: string, start: number, end: number): boolean {
  return end - start <= LONGEST_MASK && MASK.test(text.slice(start, end));
}

/** Whether a word ends before `at`. */
export function endsWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === Char.Slash) return commentEnd(text, at) >= 0;
  return isSpace(unit) || ',:{}[]"'.includes(text.charAt(at));
}

/** What the word is. */
export function wordKind(text: string, start: number, end: number): Token.Number | Token.Literal | Token.Word {
  if (numberEnd(text, start) === end) return Token.Number;
  const length = end - start;
  if (length > 5) return Token.Word;
  const word = text.slice(start, end);
  return word === 'true' || word === 'false' || word === 'null' ? Token.Literal : Token.Word;
}

/** Whether a word that starts with this unit was to be a number. */
export function isNumberLike(unit: number): boolean {
  return unit === Char.Minus || (unit >= Char.Zero && unit <= Char.Nine);
}
