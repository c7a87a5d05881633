import { Reason } from './reason';
import { sequenceLength } from './sequence';

export type TokenKind = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'number' | 'word' | 'end' | 'error';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * A strict scanner of JSON tokens. jsonc-parser's own one is tolerant (comments, odd numbers), and what it tolerates must not count as
 * JSON in a string. White space is skipped; no token is copied until it is asked for.
 */
export class Scanner {
  /** Kind of the current token. */
  public kind: TokenKind = 'end';
  /** UTF-16 offset where the current token begins. */
  public start = 0;
  /** UTF-16 offset behind the current token; on an error, the offset of the character that does not belong. */
  public end = 0;
  /** Set by an error inside a string; other errors are named by their surroundings. */
  public reason: Reason | undefined;

  public constructor(public readonly text: string) {}

  /** The current token as it stands in the text. */
  public get token(): string {
    return this.text.slice(this.start, this.end);
  }

  public next(): TokenKind {
    this.start = skipSpace(this.text, this.end);
    this.end = this.start + 1;
    this.kind = this.read(this.text.charAt(this.start));
    return this.kind;
  }

  private read(first: string): TokenKind {
    switch (first) {
      case '{':
      case '}':
      case '[':
      case ']':
      case ',':
      case ':':
        return first;
      case '"':
        return this.string();
      case '':
        this.end = this.start;
        return 'end';
      case 't':
        return this.word('true');
      case 'f':
        return this.word('false');
      case 'n':
        return this.word('null');
      default:
        return this.number();
    }
  }

  private string(): TokenKind {
    const { text } = this;
    let at = this.start + 1;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === QUOTE) {
        this.end = at + 1;
        return 'string';
      }
      if (unit === BACKSLASH) {
        const length = sequenceLength(text, at);
        if (length === 0) return this.fail(at, at + 1 < text.length ? Reason.BadEscape : Reason.CutOff);
        at += length - 1;
      } else if (unit < 0x20) return this.fail(at, Reason.ControlCharacter);
    }
    return this.fail(text.length, Reason.CutOff);
  }

  private word(word: string): TokenKind {
    let length = 1;
    while (length < word.length && this.text[this.start + length] === word[length]) length++;
    if (length < word.length) return this.fail(this.start + length);
    this.end = this.start + length;
    return 'word';
  }

  private number(): TokenKind {
    const { text } = this;
    let at = this.start;
    if (text[at] === '-') at++;
    const whole = skipDigits(text, at);
    if (whole === at) return this.fail(at);
    // A leading zero stands alone; what follows is met as the next token, which no grammar expects there.
    at = text[at] === '0' ? at + 1 : whole;
    if (text[at] === '.') {
      const fraction = skipDigits(text, at + 1);
      if (fraction === at + 1) return this.fail(fraction);
      at = fraction;
    }
    if (text[at] === 'e' || text[at] === 'E') {
      const signed = text[at + 1] === '+' || text[at + 1] === '-' ? at + 2 : at + 1;
      const exponent = skipDigits(text, signed);
      if (exponent === signed) return this.fail(exponent);
      at = exponent;
    }
    this.end = at;
    return 'number';
  }

  private fail(offset: number, reason?: Reason): TokenKind {
    this.end = offset;
    this.reason = reason;
    return 'error';
  }
}

/** The offset of the first character at or after `at` that is no white space of JSON. */
export function skipSpace(text: string, at: number): number {
  let offset = at;
  while (isSpace(text.charCodeAt(offset))) offset++;
  return offset;
}

/** White space of JSON: space, tab, line feed, carriage return; nothing else. */
export function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

function skipDigits(text: string, at: number): number {
  let offset = at;
  for (let unit = text.charCodeAt(offset); unit >= 0x30 && unit <= 0x39; unit = text.charCodeAt(offset)) offset++;
  return offset;
}
