import { foldUnit } from '../fold';
import { type Needles } from '../needles';
import { GRAM, rolled } from '../rolled';
import { type Bytes } from './bytes';
import { Utf16View } from './utf16View';
import { sequenceBytes } from './utf8';
import { type View } from './view';

/** Bytes that are only read. */
export type ByteReader = Pick<Bytes, 'size' | 'byte'>;

/** Fewer bytes are no text in UTF-16 that says something. */
const SHORTEST_WIDE = 8;
/** The order of bytes, and which of them is the first of a unit. */
const WAYS = 4;
const BYTE_ORDER_MARK = 0xfeff;

/** Whether bytes are ASCII without controls, and characters whose further bytes follow. */
export function isUtf8(bytes: ByteReader): boolean {
  let following = 0;
  for (let index = 0; index < bytes.size; index++) {
    const byte = bytes.byte(index);
    if (following > 0) {
      following--;
      if ((byte & 0xc0) !== 0x80) return false;
    } else if (byte >= 0x80) {
      following = sequenceBytes(byte) - 1;
      if (following < 0) return false;
    } else if (isControl(byte)) return false;
  }
  return following === 0;
}

/** Whether a value may start somewhere in bytes of UTF-8. */
export function mayHoldUtf8(bytes: ByteReader, needles: Needles): boolean {
  let hash = 0;
  for (let index = 0; index < bytes.size; index++) {
    hash = rolled(hash, foldUnit(bytes.byte(index)));
    if (index + 1 >= GRAM && needles.bytes.mayStart(hash)) return true;
  }
  return false;
}

/**
 * Calls back with each text in UTF-16 that bytes stand for; with `needles`, also where a value may start in what is no text as a whole. `isLatin`:
 * only texts that are in Latin letters for the most part. `make` gives the bytes of the reader.
 */
export function wideTexts(
  reader: ByteReader,
  needles: Needles | undefined,
  isLatin: boolean,
  isSure: boolean,
  make: () => Bytes,
  take: (inner: View) => void,
): void {
  if (reader.size < SHORTEST_WIDE) return;
  let texts = 0;
  let guesses = 0;
  for (let way = 0; way < WAYS; way++) {
    // What is looked through by its form alone is in Latin letters for the most part: digits are other characters by chance.
    if (isUtf16(reader, way & 1, way < 2, isLatin)) texts |= 1 << way;
    else if (needles !== undefined && mayHoldUtf16(reader, way & 1, way < 2, needles)) guesses |= 1 << way;
  }
  // Of two ways that give the same letters, that which starts with the first byte is the more likely one. Whoever takes one may use the reader for something else.
  for (let way = 0; way < WAYS; way++) {
    const isText = (texts & (1 << way)) !== 0;
    if (isText || (guesses & (1 << way)) !== 0)
      take(new Utf16View(make(), way & 1, way < 2, !isText || !isSure || (way & 1) === 1));
  }
}

/** Whether all units are such as texts have: most pairs of bytes are not. */
function isUtf16(bytes: ByteReader, from: number, isLittle: boolean, isLatin: boolean): boolean {
  const last = bytes.size - 1;
  let latin = 0;
  for (let at = from; at < last; at += 2) {
    const unit = unitOf(bytes, at, isLittle);
    if (!isOfText(unit) && !(at === from && unit === BYTE_ORDER_MARK)) return false;
    if (unit < 0x80) latin++;
  }
  return !isLatin || latin * 4 > last - from;
}

function mayHoldUtf16(bytes: ByteReader, from: number, isLittle: boolean, needles: Needles): boolean {
  let hash = 0;
  const last = bytes.size - 1;
  for (let at = from, count = 1; at < last; at += 2, count++) {
    hash = rolled(hash, foldUnit(unitOf(bytes, at, isLittle)));
    if (count >= GRAM && needles.mayStart(hash)) return true;
  }
  return false;
}

function unitOf(bytes: ByteReader, at: number, isLittle: boolean): number {
  return isLittle ? bytes.byte(at) | (bytes.byte(at + 1) << 8) : (bytes.byte(at) << 8) | bytes.byte(at + 1);
}

function isOfText(unit: number): boolean {
  if (unit < 0x250) return !isControl(unit) && (unit < 0x7f || unit >= 0xa0);
  return (
    (unit >= 0x3000 && unit < 0xa000) ||
    (unit >= 0xac00 && unit < 0xd7b0) ||
    (unit >= 0xff00 && unit < 0xfff0) ||
    (unit >= 0x2010 && unit < 0x2030)
  );
}

function isControl(unit: number): boolean {
  return unit < 0x20 ? unit !== 10 && unit !== 13 && unit !== 9 : unit === 0x7f;
}
