/** Units of ASCII in lower case; others stay. Values are found in any case, and each letter keeps its own. */
const FOLD = Uint8Array.from({ length: 128 }, (_, unit) => (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit));

export function foldUnit(unit: number): number {
  return unit < 128 ? (FOLD[unit] as number) : unit;
}

/** A text with ASCII letters in lower case: it keeps its length, unlike toLowerCase. */
export function fold(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The unit of a stand-in, in the case of the unit that it replaces. */
export function caseLike(unit: number, old: number): number {
  return old >= 0x41 && old <= 0x5a && unit >= 0x61 && unit <= 0x7a ? unit & ~0x20 : unit;
}

const WORD = Uint8Array.from({ length: 128 }, (_, unit) => (/[\w.-]/.test(String.fromCharCode(unit)) ? 1 : 0));

/** Letters, digits, `_`, `-`, `.` and everything beyond ASCII: what short values end at is none of these. */
export function isWordUnit(unit: number): boolean {
  return unit >= 0x80 || WORD[unit] === 1;
}
