const UTF16_LE = [0xff, 0xfe] as const;
const UTF16_BE = [0xfe, 0xff] as const;

/** The text of a file: UTF-8, UTF-16 by its mark, else GB 18030, in which spreadsheets in Chinese save CSV. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === UTF16_LE[0] && second === UTF16_LE[1]) return new TextDecoder('utf-16le').decode(bytes);
  if (first === UTF16_BE[0] && second === UTF16_BE[1]) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return chinese(bytes);
  }
}

function chinese(bytes: Uint8Array): string {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    // Neither: what is damaged is shown as such by the replacement character.
    return new TextDecoder().decode(bytes);
  }
}
