import { decodeLiteral } from './literal';

/** How many places of the hash table are tried before the slower map is asked: a hostile log can make values whose samples are alike. */
const MAX_PROBES = 8;

/** The distinct values of a column, each with a code; code 0 is the empty value. */
export class Dictionary {
  private readonly texts: string[] = [''];
  private readonly codes = new Map<string, number>([['', 0]]);
  /**
   * What stood between the quotes, as it was written, one behind another: the units of number `n` lie between the ends of `n - 1` and `n`. Comparing with
   * an array of units is several times as fast as with strings, and makes none.
   */
  private units = new Uint16Array(256);
  private ends = new Uint32Array(32);
  private writtenCodes = new Uint32Array(32);
  private hashes = new Uint32Array(32);
  private count = 1;
  /** An open hash table of such numbers. */
  private slots = new Int32Array(64);
  private last = 0;

  /**
   * `toText` gives the text that a stretch of the log stands for, where that is not text as it is; `isNothing` tells texts that stand for no value of
   * this column.
   */
  constructor(
    private readonly toText?: (written: string) => string,
    private readonly isNothing?: (value: string) => boolean,
  ) {}

  get size(): number {
    return this.texts.length;
  }

  /** The code of the value whose literal has its content between `start` and `end`, escapes and all. The log itself is not kept alive. */
  encodeContent(text: string, start: number, end: number): number {
    if (this.isWritten(this.last, text, start, end)) return this.writtenCodes[this.last] as number;
    const mask = this.slots.length - 1;
    const hash = sampleHash(text, start, end);
    let slot = hash & mask;
    for (let probe = 0; probe < MAX_PROBES; probe++) {
      const index = this.slots[slot] as number;
      if (index === 0) return this.add(text.slice(start, end), hash, slot);
      if (this.isWritten(index, text, start, end)) {
        this.last = index;
        return this.writtenCodes[index] as number;
      }
      slot = (slot + 1) & mask;
    }
    return this.encode(this.valueOf(text.slice(start, end)));
  }

  /** The code of a value. */
  encode(value: string): number {
    const known = this.codes.get(value);
    if (known !== undefined) return known;
    if (this.isNothing?.(value) === true) return 0;
    const code = this.texts.length;
    // A slice would keep the whole log in memory: take a copy.
    const copy = ` ${value}`.slice(1);
    this.texts.push(copy);
    this.codes.set(copy, code);
    return code;
  }

  /** The code of a value; undefined where no row ever had it. */
  find(value: string): number | undefined {
    return this.codes.get(value);
  }

  decode(code: number): string {
    return this.texts[code] ?? '';
  }

  /** Whether the text between two offsets is what was written as number `index`. */
  private isWritten(index: number, text: string, start: number, end: number): boolean {
    const { units, ends } = this;
    let at = index === 0 ? 0 : (ends[index - 1] as number);
    if ((ends[index] as number) - at !== end - start) return false;
    for (let offset = start; offset < end; offset++) if (text.charCodeAt(offset) !== units[at++]) return false;
    return true;
  }

  private add(content: string, hash: number, slot: number): number {
    const index = this.count++;
    if (index === this.ends.length) {
      this.ends = enlarged(this.ends, new Uint32Array(index * 2));
      this.writtenCodes = enlarged(this.writtenCodes, new Uint32Array(index * 2));
      this.hashes = enlarged(this.hashes, new Uint32Array(index * 2));
    }
    const from = this.ends[index - 1] as number;
    const end = from + content.length;
    if (end > this.units.length) this.units = enlarged(this.units, new Uint16Array(end * 2));
    for (let at = 0; at < content.length; at++) this.units[from + at] = content.charCodeAt(at);
    this.ends[index] = end;
    this.hashes[index] = hash;
    this.slots[slot] = this.last = index;
    const code = (this.writtenCodes[index] = this.encode(this.valueOf(content)));
    if (index * 2 > this.slots.length) this.grow();
    return code;
  }

  private valueOf(content: string): string {
    return decode(this.toText === undefined ? content : this.toText(content));
  }

  private grow(): void {
    const mask = this.slots.length * 4 - 1;
    const old = this.slots;
    this.slots = new Int32Array(mask + 1);
    for (const index of old) {
      if (index === 0) continue;
      let slot = (this.hashes[index] as number) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = index;
    }
  }
}

function enlarged<T extends Uint16Array | Uint32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

function decode(content: string): string {
  return content.includes('\\') ? decodeLiteral(`"${content}"`, 0, content.length + 2) : content;
}

/** A hash of the length and of some units: values of a column differ in their ends. */
function sampleHash(text: string, start: number, end: number): number {
  const length = end - start;
  let hash = Math.imul(length ^ 0x9e37, 0x01000193);
  if (length === 0) return hash;
  hash = Math.imul(hash ^ text.charCodeAt(start), 0x01000193);
  hash = Math.imul(hash ^ text.charCodeAt(start + (length >>> 1)), 0x01000193);
  hash = Math.imul(hash ^ text.charCodeAt(start + ((length * 3) >>> 2)), 0x01000193);
  const tail = length < 6 ? length : 6;
  for (let at = end - tail; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
