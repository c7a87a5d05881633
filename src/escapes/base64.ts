import { checkJson } from './check';
import { isPrintable } from './text';

export interface Base64Text {
  /** The decoded text. */
  readonly text: string;
  /** The text is a JSON object or array. */
  readonly isJson: boolean;
}

/** Shorter words often happen to be valid Base64; an identifier must not be read as text. UTF-16 units. */
const MIN_TEXT = 16;
const MIN_JSON = 8;
/** Longer values are data. */
const MAX_LENGTH = 1_048_576;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Base64 (standard alphabet with padding, or URL-safe with or without) that decodes to JSON or to printable UTF-8 text. Strict: right
 * length, one alphabet, no loose bits at the end.
 */
export function detectBase64(value: string): Base64Text | undefined {
  const standard = normalized(value);
  if (standard === undefined || !endsClean(standard)) return undefined;
  const text = utf8(standard);
  if (text === undefined) return undefined;
  const isJson = /^\s*[[{]/.test(text) && checkJson(text) === undefined;
  if (isJson) return { text, isJson };
  return value.length >= MIN_TEXT && isPrintable(text) ? { text, isJson } : undefined;
}

/** In the standard alphabet and padded. */
function normalized(value: string): string | undefined {
  if (value.length < MIN_JSON || value.length > MAX_LENGTH) return undefined;
  if (value.length % 4 === 0 && /^[A-Za-z\d+/]+={0,2}$/.test(value)) return value;
  if (!/^[A-Za-z\d_-]+={0,2}$/.test(value)) return undefined;
  const digits = value.replace(/=+$/, '');
  const padded = digits.padEnd(Math.ceil(digits.length / 4) * 4, '=');
  if (digits.length % 4 === 1 || (digits !== value && padded !== value)) return undefined;
  return padded.replaceAll('-', '+').replaceAll('_', '/');
}

/** The bits of the last digit that belong to no byte are zero. */
function endsClean(padded: string): boolean {
  const padding = padded.length - padded.replace(/=+$/, '').length;
  const last = ALPHABET.indexOf(padded.charAt(padded.length - padding - 1));
  return padding === 0 || (padding === 1 ? last % 4 === 0 : last % 16 === 0);
}

function utf8(base64: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
