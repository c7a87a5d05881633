import { SEXTETS } from './base64Encoded';
import { foldUnit } from './fold';
import { type Needles } from './needles';
import { sequenceBytes } from './utf8';
import { type View } from './view';

/** Fewer digits hold no value that is long enough. */
const SHORTEST = 8;

/** What a run of digits may be: text in Base64, or a word that holds a value if it were. */
export type Run = 'text' | 'guess';

/** Calls back for each run of Base64 digits that decodes to text, or in whose bytes a value may be. */
export function base64Runs(view: View, needles: Needles, take: (run: Run, from: number, to: number) => void): void {
  const { units, length } = view;
  let from = -1;
  for (let at = 0; at <= length; at++) {
    const unit = at < length ? (units[at] as number) : 0;
    const isDigit = unit < 128 && (SEXTETS[unit] as number) >= 0;
    if (isDigit) {
      if (from < 0) from = at;
      continue;
    }
    if (from >= 0 && at - from >= SHORTEST) look(units, from, at, needles, take);
    // A path may lie before it: `/` is a digit as well.
    if (from >= 0 && at - from >= SHORTEST) lookBehindSlash(units, from, at, needles, take);
    from = -1;
  }
}

function lookBehindSlash(
  units: Uint16Array,
  from: number,
  to: number,
  needles: Needles,
  take: (run: Run, from: number, to: number) => void,
): void {
  for (let at = to - SHORTEST; at > from; at--)
    if (units[at - 1] === 0x2f) {
      look(units, at, to, needles, take);
      return;
    }
}

function look(
  units: Uint16Array,
  from: number,
  to: number,
  needles: Needles,
  take: (run: Run, from: number, to: number) => void,
): void {
  let bits = 0;
  let held = 0;
  let following = 0;
  let isText = true;
  let mayHold = false;
  let a = 0;
  let b = 0;
  let c = 0;
  for (let at = from; at < to; at++) {
    held = (held << 6) | (SEXTETS[units[at] as number] as number);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const byte = (held >> bits) & 0xff;
    held &= 0xff;
    // Text is ASCII without controls, or characters whose further bytes follow.
    if (following > 0) {
      following--;
      if ((byte & 0xc0) !== 0x80) isText = false;
    } else if (byte >= 0x80) {
      following = sequenceBytes(byte) - 1;
      if (following < 0) isText = false;
    } else if (byte < 0x20 ? byte !== 10 && byte !== 13 && byte !== 9 : byte === 0x7f) isText = false;
    // Bytes beyond ASCII are part of characters: what starts with them is looked for in text only.
    const d = byte < 0x80 ? foldUnit(byte) : byte;
    mayHold ||= needles.mayStart(a, b, c, d);
    a = b;
    b = c;
    c = d;
  }
  if (isText && following === 0) take('text', from, to);
  else if (mayHold) take('guess', from, to);
}
