/**
 * Byte text: a string with one unit for each byte of a text in UTF-8. What structures a log is ASCII, so it is scanned as it is, and its offsets are those
 * of the file. Only values that are kept are decoded.
 */

const NON_ASCII = /[\x80-\xff]/;
const NON_LATIN = /[^\x00-\x7f]/; // eslint-disable-line no-control-regex -- the range of ASCII
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** The text that byte text stands for; bytes that are no UTF-8 become U+FFFD. */
export function fromByteText(bytes: string): string {
  if (!NON_ASCII.test(bytes)) return bytes;
  const array = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) array[at] = bytes.charCodeAt(at);
  return decoder.decode(array);
}

/** The byte text of a text. */
export function toByteText(text: string): string {
  return NON_LATIN.test(text) ? latin1(encoder.encode(text)) : text;
}

/** Arguments that a call takes at once. */
const CHUNK = 8_192;

/** Bytes as a string, one unit each. */
export function latin1(bytes: Uint8Array): string {
  if (bytes.length <= CHUNK) return String.fromCharCode(...bytes);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return parts.join('');
}
