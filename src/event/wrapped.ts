import { Char } from '../trail/scan/chars';
import { Key, keyAt } from '../trail/scan/keys';
import { Flag } from '../trail/scan/row';
import { type Tape, Token } from '../trail/scan/tape';

const HOLDER: readonly (readonly [Flag, Key])[] = [
  [Flag.Sls, Key.Event],
  [Flag.LastUsed, Key.Detail],
  [Flag.EventBridge, Key.Data],
];

/**
 * The token at which a record's event starts: 0, the record itself, or, in a Log Service record and its like (told by the row's flags), the object or
 * the string that the holding member has as its value.
 */
export function eventToken(text: string, tape: Tape, flags: number): number {
  const holder = HOLDER.find(([flag]) => (flags & flag) !== 0)?.[1];
  if (holder === undefined) return 0;
  const close = Math.min(tape.end(0), tape.length - 1);
  for (let index = 1; index < close;) {
    const value = index + 1;
    if (tape.kind(index) !== Token.Key || value >= close || tape.kind(value) === Token.Key) {
      index = tape.kind(index) === Token.Key ? value : tape.next(index);
      continue;
    }
    const quoted = text.charCodeAt(tape.start(index)) === Char.Quote ? 1 : 0;
    if (keyAt(text, tape.start(index) + quoted, tape.end(index) - quoted) === holder) return value;
    index = tape.next(value);
  }
  return 0;
}
