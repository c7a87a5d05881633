import { Char } from '../trail/scan/chars';
import { holderOf } from '../trail/scan/holders';
import { keyAt } from '../trail/scan/keys';
import { type Tape, Token } from '../trail/scan/tape';

/**
 * The token at which a record's event starts: 0, the record itself, or, in a Log Service record and its like (told by the row's flags), the object or
 * the string that the holding member has as its value.
 */
export function eventToken(text: string, tape: Tape, flags: number): number {
  const holder = holderOf(flags)?.key;
  if (holder === undefined) return 0;
  let found = 0;
  eachMember(tape, 0, (key, value) => {
    const quoted = text.charCodeAt(tape.start(key)) === Char.Quote ? 1 : 0;
    if (found === 0 && keyAt(text, tape.start(key) + quoted, tape.end(key) - quoted) === holder) found = value;
  });
  return found;
}

/** Visits the members that have a value of the object that opens at a token: the tokens of key and value. */
export function eachMember(tape: Tape, open: number, visit: (key: number, value: number) => void): void {
  const close = Math.min(tape.end(open), tape.length - 1);
  for (let index = open + 1; index < close;) {
    const value = index + 1;
    if (tape.kind(index) !== Token.Key || value >= close || tape.kind(value) === Token.Key) {
      index = tape.kind(index) === Token.Key ? value : tape.next(index);
      continue;
    }
    visit(index, value);
    index = tape.next(value);
  }
}
