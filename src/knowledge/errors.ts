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
  rules ??= (JSON.parse(text) as readonly Row[]).map(({ id, group, pattern, zh, en, check }) => ({
    pattern: new RegExp(pattern, 'i'),
    family: { id, group, meaning: { zh, en }, check },
  }));
  return rules;
}

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
  return known().map((rule) => rule.family);
}

/** The family of an error code, or undefined for success and for a code of no known form. Source: the vendor's lists of common errors. */
export function errorFamily(code: string | number | null | undefined): ErrorFamily | undefined {
  if (isSuccess(code)) return undefined;
  const plain = bare(code);
  return known().find((rule) => rule.pattern.test(plain))?.family;
}
