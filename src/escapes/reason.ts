/** Why a text that looks like JSON is none. The codes are stable: messages are found by them, in both languages. */
export enum Reason {
  /** The text ends before its JSON does: a value that a gateway or a viewer cut off. */
  CutOff = 'cut-off',
  /** Something follows after the JSON value. */
  TextAfter = 'text-after',
  /** A line or block comment; it is not JSON, even where a tolerant reader takes it. */
  Comment = 'comment',
  /** A comma before a closing bracket. */
  TrailingComma = 'trailing-comma',
  /** A word without quotes: `[abc]`, `{id}`, Java's `{a=1}`, Python's `True`. */
  BareWord = 'bare-word',
  /** A masked value without quotes: `175***657`. */
  BareMask = 'bare-mask',
  /** A number that JSON does not write so: `01`, `1.`, `+1`. */
  BadNumber = 'bad-number',
  /** Python's or JavaScript's `'a'`. */
  SingleQuote = 'single-quote',
  /** A backslash outside a string that unescaping once more does not explain. */
  StrayBackslash = 'stray-backslash',
  /** An escape that JSON does not know: `\x`, `\u12`. */
  BadEscape = 'bad-escape',
  /** A raw control character (U+0000 to U+001F) inside a string. */
  ControlCharacter = 'control-character',
  /** Another character was expected here. */
  Unexpected = 'unexpected',
  /** Escaped more often than {@link MAX_LEVELS} times. */
  TooDeep = 'too-deep',
}

/** A place where reading JSON stopped. */
export interface Failure {
  readonly reason: Reason;
  /** UTF-16 offset in the text that was read; equal to its length where the text is too short. */
  readonly offset: number;
}

/**
 * How many decodes are followed. Backslashes double a level, so honest data never comes near; but escapes spelled `\u005c` grow by a
 * constant, and without a limit each of n levels would read n characters.
 */
export const MAX_LEVELS = 32;

/** How far the bare word around a failure is looked at; UTF-16 units on each side. */
const NEIGHBOURHOOD = 64;

/** Names what stands at `offset`, a place where JSON has no such character. */
export function classify(text: string, offset: number): Reason {
  const unit = text.charCodeAt(offset);
  if (Number.isNaN(unit)) return Reason.CutOff;
  const character = text.charAt(offset);
  if (character === '/' && (text[offset + 1] === '/' || text[offset + 1] === '*')) return Reason.Comment;
  if (character === "'") return Reason.SingleQuote;
  if (character === '\\') return Reason.StrayBackslash;
  if (',:{}[]"'.includes(character)) return Reason.Unexpected;
  if (unit < 0x20) return Reason.ControlCharacter;
  const word = wordAround(text, offset);
  if (word.includes('*')) return Reason.BareMask;
  return /^[-+.]?\d[-+.\deE]*$/.test(word) ? Reason.BadNumber : Reason.BareWord;
}

function wordAround(text: string, offset: number): string {
  const before = /[^\s,:[\]{}"']*$/.exec(text.slice(Math.max(0, offset - NEIGHBOURHOOD), offset));
  const after = /^[^\s,:[\]{}"']*/.exec(text.slice(offset, offset + NEIGHBOURHOOD));
  return (before?.[0] ?? '') + (after?.[0] ?? '');
}
