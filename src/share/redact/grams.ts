import { foldUnit } from './fold';

/** Units of a gram. */
const GRAM = 5;
/** Bits for each gram: few others are then taken for one that is known. */
const BITS_PER_GRAM = 16;
const FEWEST_BITS = 1 << 16;
const MOST_BITS = 1 << 27;

/** Knows the stretches of five units of many texts, in any case of letters, so that parts of them are told. */
export class Grams {
  private readonly bits: Uint32Array;
  private readonly mask: number;

  /** `units`: how many there are in all. */
  constructor(units: number) {
    let size = FEWEST_BITS;
    while (size < units * BITS_PER_GRAM && size < MOST_BITS) size *= 2;
    this.bits = new Uint32Array(size >>> 5);
    this.mask = size - 1;
  }

  add(text: string): void {
    for (let at = 0; at + GRAM <= text.length; at++) {
      const bit = this.bitOf(text, at);
      this.bits[bit >>> 5] = (this.bits[bit >>> 5] as number) | (1 << (bit & 31));
    }
  }

  /** How many letters and digits of a text are in no known stretch. */
  unknownIn(text: string): number {
    let unknown = 0;
    let knownTo = 0;
    for (let at = 0; at < text.length; at++) {
      if (at + GRAM <= text.length && this.has(text, at)) knownTo = at + GRAM;
      if (at >= knownTo && /[\p{L}\p{N}]/u.test(text.charAt(at))) unknown++;
    }
    return unknown;
  }

  private has(text: string, at: number): boolean {
    const bit = this.bitOf(text, at);
    return (((this.bits[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
  }

  private bitOf(text: string, at: number): number {
    let hash = 0x811c9dc5;
    for (let offset = 0; offset < GRAM; offset++) hash = Math.imul(hash ^ foldUnit(text.charCodeAt(at + offset)), 0x01000193);
    return (hash ^ (hash >>> 15)) & this.mask;
  }
}
