const DIGITS = '0123456789abcdef';

/** The value of a hexadecimal digit; -1 for any other unit. */
export function hexValue(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** The value of `count` digits at a place; -1 where one is none. */
export function hexAt(units: Uint16Array, at: number, count: number, end: number): number {
  if (at + count > end) return -1;
  let value = 0;
  for (let index = at; index < at + count; index++) {
    const digit = hexValue(units[index] as number);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/** The digit of a value, as a capital or not. */
export function hexUnit(value: number, isUpper: boolean): number {
  const unit = DIGITS.charCodeAt(value & 15);
  return isUpper && unit > 0x39 ? unit & ~0x20 : unit;
}

/** Whether the digits of a text are written in capitals: what one writes anew is written like the rest. */
export class HexCase {
  private capitals = 0;
  private small = 0;

  /** `usual` tells where no digit is a letter. */
  constructor(private readonly usual: boolean) {}

  see(units: Uint16Array, at: number, count: number): void {
    for (let index = at; index < at + count; index++) {
      const unit = units[index] as number;
      if (unit >= 0x61) this.small++;
      else if (unit >= 0x41) this.capitals++;
    }
  }

  get isUpper(): boolean {
    return this.capitals === this.small ? this.usual : this.capitals > this.small;
  }
}
