import { type Failure, Reason } from './reason';
import { isSpace } from './scanner';
import { sequenceLength, sequenceUnit } from './sequence';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Decodes what stands between the quotes of a JSON string, once. A failure carries the UTF-16 offset in `inside`.
 * @param lineBreaks raw tabs and line breaks pass; JSON forbids them, but text that was escaped once too often may be pretty-printed.
 */
export function decodeInside(inside: string, lineBreaks = false): string | Failure {
  let value = '';
  let copied = 0;
  let at = 0;
  while (at < inside.length) {
    const unit = inside.charCodeAt(at);
    if (unit === BACKSLASH) {
      const length = sequenceLength(inside, at);
      if (length === 0) return { reason: at + 1 < inside.length ? Reason.BadEscape : Reason.CutOff, offset: at };
      if (copied < at) value += inside.slice(copied, at);
      value += String.fromCharCode(sequenceUnit(inside, at));
      at += length;
      copied = at;
    } else {
      if (unit === QUOTE) return { reason: Reason.Unexpected, offset: at };
      if (unit < 0x20 && !(lineBreaks && isSpace(unit))) return { reason: Reason.ControlCharacter, offset: at };
      at++;
    }
  }
  return copied === 0 ? inside : value + inside.slice(copied);
}

/** Whether the text stands in quotes; whether what is between them is sound, only decoding tells. */
export function isQuoted(literal: string): boolean {
  return literal.length >= 2 && literal.charCodeAt(0) === QUOTE && literal.charCodeAt(literal.length - 1) === QUOTE;
}
