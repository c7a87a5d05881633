const SLOTS = 1 << 10;

/** Finds a key that an object holds twice, without making a string of any key. */
export class KeySet {
  private readonly marks = new Uint32Array(SLOTS);
  private readonly starts = new Int32Array(SLOTS);
  private readonly ends = new Int32Array(SLOTS);
  private mark = 0;
  private overflow: Set<string> | undefined;
  private used = 0;

  /** Starts with the next object. */
  clear(): void {
    this.mark++;
    this.used = 0;
    this.overflow = undefined;
  }

  /** Adds the key between two offsets; true where it was there before. */
  add(text: string, start: number, end: number): boolean {
    if (this.used > SLOTS / 2) return this.addToOverflow(text.slice(start, end));
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    let slot = (hash ^ (hash >>> 10)) & (SLOTS - 1);
    while (this.marks[slot] === this.mark) {
      if (isSame(text, start, end, this.starts[slot] as number, this.ends[slot] as number)) return true;
      slot = (slot + 1) & (SLOTS - 1);
    }
    this.marks[slot] = this.mark;
    this.starts[slot] = start;
    this.ends[slot] = end;
    this.used++;
    return false;
  }

  /** Objects of more keys than the table holds are rare: a Set serves for those beyond. */
  private addToOverflow(key: string): boolean {
    this.overflow ??= new Set();
    const { size } = this.overflow;
    return this.overflow.add(key).size === size;
  }
}

function isSame(text: string, start: number, end: number, otherStart: number, otherEnd: number): boolean {
  if (end - start !== otherEnd - otherStart) return false;
  for (let at = 0; at < end - start; at++) if (text.charCodeAt(start + at) !== text.charCodeAt(otherStart + at)) return false;
  return true;
}
