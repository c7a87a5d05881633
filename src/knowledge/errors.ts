import type { Bilingual } from './bilingual';
import { saysNoFailure } from './placeholders';
import text from 'knowledge:errors';

/** What a family of error codes is about. */
export type ErrorGroup = 'credential' | 'permission' | 'request' | 'state' | 'limit' | 'service' | 'other';

/** Error codes that mean the same in all services. */
export interface ErrorFamily {
  readonly id: string;
  readonly group: ErrorGroup;
  readonly meaning: Bilingual;
  /** What to look at next. */
  readonly check: Bilingual;
}

/** Words that stand one after another in a code. A family may have several, each in its place of the order. */
interface Row extends Bilingual {
  readonly id: string;
  readonly group: ErrorGroup;
  readonly pattern: string;
  readonly check: Bilingual;
}

interface Rule {
  readonly pattern: RegExp;
  readonly family: ErrorFamily;
}

/** Some sources wrap a code in quotes (facts 1.1, errorCode). */
const QUOTES = /^["']+|["']+$/g;

let rules: readonly Rule[] | undefined;

function known(): readonly Rule[] {
  if (rules !== undefined) return rules;
  const families = new Map<string, ErrorFamily>();
  rules = (JSON.parse(text) as readonly Row[]).map(({ id, group, pattern, zh, en, check }) => {
    const family = families.get(id) ?? { id, group, meaning: { zh, en }, check };
    families.set(id, family);
    return { pattern: new RegExp(`(?:^| )(?:${pattern})(?: |$)`), family };
  });
  return rules;
}

/** A code as words in lower case: `InvalidVpcId.NotFound` and `INVALID_VPC_ID` are written alike. */
function wordsOf(code: string): string {
  return code
    .slice(0, MAX_CODE)
    .replaceAll(/([a-z0-9])(?=[A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$2 ')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Longer ones are messages: their beginning tells. UTF-16 units. */
const MAX_CODE = 200;

const bare = (code: string | number | null | undefined) =>
  String(code ?? '')
    .trim()
    .replaceAll(QUOTES, '');

/** Whether an error code or an error message, or its absence, says that nothing failed. Source: facts 1.1, errorCode. */
export function isSuccess(code: string | number | null | undefined): boolean {
  return saysNoFailure(String(code ?? ''));
}

/** The error of an event: its code, or its message where the code is none; empty where nothing failed. An event failed if either is a real value. */
export function errorOf(code: string | undefined, message: string | undefined): string {
  return [code, message].find((text) => !isSuccess(text)) ?? '';
}

/** Every family, the more special ones first. */
export function errorFamilies(): readonly ErrorFamily[] {
  return [...new Set(known().map((rule) => rule.family))];
}

/** The family of an error code, or undefined for success and for a code of no known form. Source: the vendor's lists of common errors. */
export function errorFamily(code: string | number | null | undefined): ErrorFamily | undefined {
  if (isSuccess(code)) return undefined;
  const plain = wordsOf(bare(code));
  return known().find((rule) => rule.pattern.test(plain))?.family;
}
