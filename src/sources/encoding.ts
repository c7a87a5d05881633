/** How the text of a file is written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** A file's text, without its byte order mark. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly hasMark: boolean;
}

/** How a file is encoded, by its byte order mark; without one, by how its first brace or bracket is written. */
export function encodingOf(head: Uint8Array): { readonly encoding: Encoding; readonly mark: number } {
  const [a, b, c] = head;
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', mark: 2 };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (b === 0 && isOpening(a)) return { encoding: 'utf-16le', mark: 0 };
  if (a === 0 && isOpening(b)) return { encoding: 'utf-16be', mark: 0 };
  return { encoding: 'utf-8', mark: 0 };
}

/** Decodes a whole file. What is no text of its encoding becomes U+FFFD. */
export function decodeText(bytes: Uint8Array): Decoded {
  const { encoding, mark } = encodingOf(bytes);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(mark));
  return { text, encoding, hasMark: mark > 0 };
}

function isOpening(byte: number | undefined): boolean {
  return byte === 0x7b || byte === 0x5b;
}
