import { isMasked } from '../knowledge/masks';
import { Char } from '../trail/scan/chars';
import { hashRange } from '../trail/hash';
import { MAX_REMEMBERED } from './limits';

/** The ends of the names whose values nobody else may read. `ClientToken` and `NextToken` are no secrets. */
const SECRET_NAME =
  /(?:password|passwd|pwd|accesskeysecret|secretaccesskey|appsecret|clientsecret|secretkey|secretdata|securitytoken|sessiontoken|privatekey)$/i;
/** Words that stand where a secret would: the product's own masks, and answers to a question. */
const NO_SECRET = /^(?:true|false|null|none|x+|\*+|\d{0,3})$/i;
const LONG_TERM = 'LTAI';
/** A long-term id has 16 to 30 characters (facts 1.2). */
const KEY_LENGTHS = { least: 16, most: 30 };
const PEM = '-----BEGIN ';
const PEM_HEADER = /^-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/;

/** A name, a value, and the backslashes before the quotes, in JSON that stands in a string. */
const INNER =
  /(\\+")([A-Za-z]*(?:password|passwd|pwd|secret|secretaccesskey|secretkey|secretdata|securitytoken|sessiontoken|privatekey))\1\s*:\s*\1((?:(?!\\)[^"])+)\1/gi;
const INNER_KEY = new RegExp(`(?<![A-Za-z0-9])${LONG_TERM}[A-Za-z0-9]{12,26}(?![A-Za-z0-9*])`, 'g');
const MAY_HOLD = /passw|pwd|secret|token|privatekey|LTAI/i;
const MAX_INNER = 20;

/** A secret in a string that holds JSON: offsets in the literal, quotes not included. */
export interface InnerSecret {
  readonly start: number;
  readonly end: number;
  /** What the value is called; empty for the id of an access key. */
  readonly name: string;
}

/** Tells the names of secrets, each decided once: the keys of a log repeat. */
export class SecretNames {
  private readonly known = new Map<number, readonly (readonly [string, boolean])[]>();
  private count = 0;

  /** Whether the key between two offsets (quotes not included) names a secret. Most keys are told by their last letters. */
  has(text: string, start: number, end: number): boolean {
    if (end - start < 3 || !endsLikeOne(text, end)) return false;
    const hash = hashRange(text, start, end);
    const candidates = this.known.get(hash) ?? [];
    for (const [name, verdict] of candidates) if (name.length === end - start && text.startsWith(name, start)) return verdict;
    const name = ` ${text.slice(start, end)}`.slice(1);
    const verdict = SECRET_NAME.test(name);
    if (this.count++ < MAX_REMEMBERED) this.known.set(hash, [...candidates, [name, verdict]]);
    return verdict;
  }
}

/** Whether a key ends as a name of a secret does: …ord, …swd, …pwd, …ret, …key, …ata, …ken. */
function endsLikeOne(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1) | 0x20;
  if (last !== 0x64 && last !== 0x74 && last !== 0x79 && last !== 0x61 && last !== 0x6e) return false;
  const two = ((text.charCodeAt(end - 3) | 0x20) << 8) | (text.charCodeAt(end - 2) | 0x20);
  switch (last) {
    case 0x64: // d
      return two === 0x6f72 || two === 0x7377 || two === 0x7077;
    case 0x74: // t
      return two === 0x7265;
    case 0x79: // y
      return two === 0x6b65;
    case 0x61: // a
      return two === 0x6174;
    default: // n
      return two === 0x6b65;
  }
}

/** Whether a value under a secret's name is one: something is there, and none of it is hidden. */
export function isSecret(value: string): boolean {
  return !NO_SECRET.test(value) && !isMasked(value);
}

/** Whether the string whose quotes stand at `start` and before `end` holds a private key. */
export function isPrivateKey(text: string, start: number, end: number): boolean {
  return (
    text.charCodeAt(start + 1) === Char.Minus &&
    text.startsWith(PEM, start + 1) &&
    PEM_HEADER.test(text.slice(start + 1, Math.min(end, start + 60)))
  );
}

/** Whether the string whose quotes stand at `start` and before `end` is the id of a long-term access key, not masked. */
export function isKeyId(text: string, start: number, end: number): boolean {
  const length = end - start - 2;
  if (length < KEY_LENGTHS.least || length > KEY_LENGTHS.most || !text.startsWith(LONG_TERM, start + 1)) return false;
  for (let at = start + 1 + LONG_TERM.length; at < end - 1; at++) {
    const unit = text.charCodeAt(at);
    const letter = unit | 0x20;
    if (!((unit >= Char.Zero && unit <= Char.Nine) || (letter >= 0x61 && letter <= 0x7a))) return false;
  }
  return !isMasked(text.slice(start + 1, end - 1));
}

/** The secrets in the JSON that a string literal holds, the first ones. */
export function secretsInside(literal: string): readonly InnerSecret[] {
  if (!MAY_HOLD.test(literal)) return [];
  const found: InnerSecret[] = [];
  for (const match of literal.matchAll(INNER)) {
    const [whole, quote = '', name = '', value = ''] = match;
    if (found.length >= MAX_INNER) return found;
    if (!SECRET_NAME.test(name) || !isSecret(value)) continue;
    const end = match.index + whole.length - quote.length;
    found.push({ start: end - value.length, end, name });
  }
  for (const { 0: id, index } of literal.matchAll(INNER_KEY))
    if (found.length < MAX_INNER && !isMasked(id)) found.push({ start: index, end: index + id.length, name: '' });
  return found;
}

/** A secret as the product writes it: nothing of it is left. */
export const HIDDEN = '***';

/** The id of an access key as the vendor's documents write it: its beginning and its end stay, to tell keys apart. */
export function maskedKeyId(id: string): string {
  return `${id.slice(0, LONG_TERM.length)}${'*'.repeat(16)}${id.slice(-4)}`;
}
