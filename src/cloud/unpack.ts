import { Decompress } from 'fflate';

/** An answer may grow to that; bytes. */
const MOST = 64 * 1024 * 1024;

class TooLarge extends Error {}

/**
 * The body of an answer of Log Service, which says in headers of its own that it is compressed: `gzip` there is what gzip or zlib writes. Throws where it
 * is damaged, grows too large, or is packed otherwise.
 */
export function unpacked(bytes: Uint8Array, headers: Readonly<Record<string, string>>): Uint8Array {
  const type = headers['x-log-compresstype'];
  if (type === undefined || type === '' || !isPacked(bytes)) return bytes;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflater = new Decompress((chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST) throw new TooLarge();
  });
  inflater.push(bytes, true);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** A transport may have unpacked it already. */
function isPacked([first, second]: Uint8Array): boolean {
  return (
    (first === 0x1f && second === 0x8b) ||
    (first !== undefined && second !== undefined && (first & 15) === 8 && ((first << 8) | second) % 31 === 0)
  );
}
