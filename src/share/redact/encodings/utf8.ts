/** How many bytes the character that starts with this byte has in UTF-8; 0 where none starts with it. */
export function sequenceBytes(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

/** The character at a place of bytes; -1 where they are no UTF-8. */
export function codePointAt(byteAt: (index: number) => number, at: number, end: number): number {
  const lead = byteAt(at);
  const count = sequenceBytes(lead);
  if (count === 0 || at + count > end) return -1;
  if (count === 1) return lead;
  let code = lead & (0x7f >> count);
  for (let index = at + 1; index < at + count; index++) {
    const byte = byteAt(index);
    if ((byte & 0xc0) !== 0x80) return -1;
    code = (code << 6) | (byte & 0x3f);
  }
  const least = count === 2 ? 0x80 : count === 3 ? 0x800 : 0x10000;
  return code < least || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? -1 : code;
}

/** The bytes of a character, in a sequence of `count` bytes. */
export function bytesOf(code: number, count: number): readonly number[] {
  if (count === 1) return [code];
  const bytes = Array.from({ length: count }, (_, index) => 0x80 | ((code >> (6 * (count - 1 - index))) & 0x3f));
  bytes[0] = ((0xf00 >> count) & 0xff) | (code >> (6 * (count - 1)));
  return bytes;
}
