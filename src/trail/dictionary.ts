import { decodeLiteral } from './literal';

/** How many places of the hash table are tried before the slower map is asked: a hostile log can make values whose samples are alike. */
const MAX_PROBES = 8;

/** The distinct values of a column, each with a code; code 0 is the empty value. */
export class Dictionary {
  private readonly texts: string[] = [''];
  private readonly codes = new Map<string, number>([['', 0]]);
  /** What stands between the quotes, as it is written, and the code of its value: found without making a string. */
  private readonly written: string[] = [''];
  private readonly writtenCodes: number[] = [0];
  /** An open hash table of indexes into `written`. */
  private slots = new Int32Array(64);
  private lastWritten = '';
  private lastCode = 0;

  /** `toText` gives the text that a stretch of the log stands for, where that is not text as it is. */
  constructor(private readonly toText?: (written: string) => string) {}

  get size(): number {
    return this.texts.length;
  }

  /** The code of the value whose literal has its content between `start` and `end`, escapes and all. The log itself is not kept alive. */
  encodeContent(text: string, start: number, end: number): number {
    const { lastWritten } = this;
    if (end - start === lastWritten.length && text.startsWith(lastWritten, start)) return this.lastCode;
    const mask = this.slots.length - 1;
    let slot = sampleHash(text, start, end) & mask;
    for (let probe = 0; probe < MAX_PROBES; probe++) {
      const index = this.slots[slot] as number;
      if (index === 0) return this.add(text.slice(start, end), slot);
      const written = this.written[index] as string;
      if (end - start === written.length && text.startsWith(written, start)) return this.remember(index);
      slot = (slot + 1) & mask;
    }
    return this.encode(this.valueOf(text.slice(start, end)));
  }

  /** The code of a value. */
  encode(value: string): number {
    const known = this.codes.get(value);
    if (known !== undefined) return known;
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

  private remember(index: number): number {
    this.lastWritten = this.written[index] as string;
    return (this.lastCode = this.writtenCodes[index] as number);
  }

  private add(content: string, slot: number): number {
    const index = this.written.length;
    const code = this.encode(this.valueOf(content));
    const value = this.texts[code] as string;
    this.written.push(value === content ? value : ` ${content}`.slice(1));
    this.writtenCodes.push(code);
    this.slots[slot] = index;
    if (index * 2 > this.slots.length) this.grow();
    return this.remember(index);
  }

  private valueOf(content: string): string {
    return decode(this.toText === undefined ? content : this.toText(content));
  }

  private grow(): void {
    const mask = this.slots.length * 4 - 1;
    this.slots = new Int32Array(mask + 1);
    this.written.forEach((written, index) => {
      let slot = sampleHash(written, 0, written.length) & mask;
      while (this.slots[slot] !== 0 && index > 0) slot = (slot + 1) & mask;
      if (index > 0) this.slots[slot] = index;
    });
  }
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
