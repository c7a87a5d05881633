/**
 * A text that can be changed unit by unit, or what a stretch of one stands for: a view of escaped, percent-encoded or Base64 text. What is put into a view
 * goes through to the text below in the form in which it stood there, so that nothing ever changes its length.
 */
export interface View {
  /** What it stood for when it was made. */
  readonly units: Uint16Array;
  readonly length: number;
  /** The units decode as bytes of a word that may be Base64 or not: what is found by chance must be longer. */
  readonly isGuess: boolean;
  readonly role?: Role;
  put(at: number, unit: number): void;
  /** Marks a unit as replaced although it stays. */
  keep(at: number): void;
  /** What a unit is by now: other views may have changed it. */
  now(at: number): number;
  /** Whether a unit was replaced already, by whichever view. */
  isDone(at: number): boolean;
  /** Where a unit stands in the text at the bottom; `at` may be the length. */
  place(at: number): number;
}

/** What the text of a view is in its log, where that does not stand in the text itself: a key, a value of a field of the vendor's. */
export type Role = 'value' | 'key' | 'vendor';

/** The text itself, in buffers that are used again for the next one. */
export class TextView implements View {
  role: Role = 'value';
  units = new Uint16Array(4096);
  private done = new Uint8Array(4096);
  length = 0;
  readonly isGuess = false;
  /** Something was put into it. */
  isChanged = false;

  load(text: string, role: Role = 'value'): void {
    const { length } = text;
    if (length > this.units.length) {
      this.units = new Uint16Array(length * 2);
      this.done = new Uint8Array(length * 2);
    }
    const { units, done } = this;
    for (let at = 0; at < length; at++) {
      units[at] = text.charCodeAt(at);
      done[at] = 0;
    }
    this.length = length;
    this.role = role;
    this.isChanged = false;
  }

  put(at: number, unit: number): void {
    this.units[at] = unit;
    this.done[at] = 1;
    this.isChanged = true;
  }

  keep(at: number): void {
    this.done[at] = 1;
  }

  now(at: number): number {
    return this.units[at] as number;
  }

  isDone(at: number): boolean {
    return this.done[at] === 1;
  }

  place(at: number): number {
    return at;
  }

  get text(): string {
    return textOf(this.units, 0, this.length);
  }
}

/** What is found in bytes that are text by chance only has at least so many of them. */
const SURE_BYTES = 6;

/** Whether something between two places of a view does not stand there by chance. */
export function isSure({ isGuess, units }: View, from: number, to: number): boolean {
  if (!isGuess) return true;
  let bytes = 0;
  for (let at = from; at < to; at++) bytes += (units[at] as number) < 0x80 ? 1 : (units[at] as number) < 0x800 ? 2 : 3;
  return bytes >= SURE_BYTES;
}

/** Arguments that a call takes at once. */
const CHUNK = 8_192;

export function textOf(units: Uint16Array, from: number, to: number): string {
  if (to - from <= CHUNK) return chunk(units.subarray(from, to));
  const parts: string[] = [];
  for (let at = from; at < to; at += CHUNK) parts.push(chunk(units.subarray(at, Math.min(to, at + CHUNK))));
  return parts.join('');
}

/** A typed array is taken as arguments at once; spread, it would be gone through one by one. */
function chunk(units: Uint16Array): string {
  return Reflect.apply(String.fromCharCode, undefined, units) as string;
}
