import { SEXTETS } from './base64Encoded';
import { shifted } from './base64Starts';
import { foldUnit } from './fold';
import { type Needles } from './needles';
import { GRAM, rolled } from './rolled';
import { sequenceBytes } from './utf8';
import { type View } from './view';

/** Fewer digits hold no value that is long enough. */
const SHORTEST = 8;
/** Digits of a group, which is three bytes. */
const GROUP = 4;

/** What a run of digits may be: text in Base64, or a word that holds a value if it were. */
export type Run = 'text' | 'guess';

type Take = (run: Run, from: number, to: number) => void;

/** Calls back for each run of Base64 digits that decodes to text, or in whose bytes a value may be, wherever its first group starts. */
export function base64Runs(view: View, needles: Needles, take: Take): void {
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
    from = -1;
  }
}

function look(units: Uint16Array, from: number, to: number, needles: Needles, take: Take): void {
  // What stands before the text may be digits as well: a word of any length, or a path.
  let taken = 0;
  const slash = lastSlash(units, from, to);
  for (let phase = 0; phase <= GROUP; phase++) {
    const start = phase < GROUP ? from + phase : slash + 1;
    if ((phase === GROUP && slash < from + GROUP) || to - start < SHORTEST || !isText(units, start, to)) continue;
    if (phase < GROUP) taken |= 1 << phase;
    // Where a group starts behind other digits, text may be there by chance.
    take(phase === 0 || phase === GROUP ? 'text' : 'guess', start, to);
  }
  let digits = 0;
  for (let at = from; at < to; at++) {
    digits = shifted(digits, SEXTETS[units[at] as number] as number);
    if (at < from + 2 || !needles.bytes.mayHold(digits)) continue;
    for (let offset = 0; offset < 3; offset++) {
      const start = at - 2 - offset;
      const phase = (start - from + GROUP) % GROUP;
      if ((taken & (1 << phase)) !== 0 || !mayStart(units, at - 2, offset, to, needles)) continue;
      taken |= 1 << phase;
      take('guess', from + phase, to);
    }
  }
}

/** Whether a value may start in the digit at `at`, which is the one with number `offset` of its group. */
function mayStart(units: Uint16Array, at: number, offset: number, to: number, needles: Needles): boolean {
  if (at + Math.ceil((offset * 2 + GRAM * 8) / 6) > to) return false;
  let hash = 0;
  let held = (SEXTETS[units[at] as number] as number) & (0x3f >> (offset * 2));
  let bits = 6 - offset * 2;
  for (let next = at + 1, count = 0; count < GRAM; next++) {
    held = (held << 6) | (SEXTETS[units[next] as number] as number);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    hash = rolled(hash, foldUnit(held >> bits));
    held &= (1 << bits) - 1;
    count++;
  }
  return needles.bytes.mayStart(hash);
}

/** The last `/` that enough digits stand behind; -1 where there is none. */
function lastSlash(units: Uint16Array, from: number, to: number): number {
  for (let at = to - SHORTEST - 1; at >= from; at--) if (units[at] === 0x2f) return at;
  return -1;
}

/** Whether digits decode to ASCII without controls, and characters whose further bytes follow. Most words are not text by their second byte. */
function isText(units: Uint16Array, from: number, to: number): boolean {
  let bits = 0;
  let held = 0;
  let following = 0;
  for (let at = from; at < to; at++) {
    held = (held << 6) | (SEXTETS[units[at] as number] as number);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const byte = held >> bits;
    held &= (1 << bits) - 1;
    if (following > 0) {
      following--;
      if ((byte & 0xc0) !== 0x80) return false;
    } else if (byte >= 0x80) {
      following = sequenceBytes(byte) - 1;
      if (following < 0) return false;
    } else if (byte < 0x20 ? byte !== 10 && byte !== 13 && byte !== 9 : byte === 0x7f) return false;
  }
  return following === 0;
}
