import { accountIdKind } from '../knowledge/accounts';
import { addressKind } from '../knowledge/addresses';
import { type Field, type ValueKind } from '../knowledge/field';
import { isMasked } from '../knowledge/masks';
import { nearValue } from '../knowledge/nearValue';
import { allRegions, isKnownRegion } from '../knowledge/regions';
import { parseTime } from '../knowledge/times';
import { Char } from '../trail/scan/chars';
import { FindingCode } from './finding';
import { remember } from './memo';

/** What is wrong with a value, and which one is meant, where that can be told. */
export interface Verdict {
  readonly code: FindingCode;
  readonly suggestion?: string;
}

type Decide = (text: string) => Verdict | undefined;

const rule =
  (code: FindingCode, isGood: (text: string) => boolean): Decide =>
  (text) =>
    isGood(text) ? undefined : { code };

/** Events write their times out; an epoch is a time in other fields. */
const isGoodTime = (text: string): boolean =>
  text === '' || ['utc', 'basic-offset'].includes(parseTime(text)?.form ?? '') || isMasked(text);

/** A region that is not known is reported, whether another one is meant or not. */
function regionVerdict(text: string): Verdict | undefined {
  if (text === '' || isKnownRegion(text) || isMasked(text)) return undefined;
  const suggestion = nearValue(
    text,
    allRegions().map(({ id }) => id),
  );
  return { code: FindingCode.UnknownRegion, ...(suggestion !== undefined && { suggestion }) };
}

const RULES: Partial<Readonly<Record<ValueKind, Decide>>> = {
  time: remember(rule(FindingCode.BadTime, isGoodTime)),
  address: remember(rule(FindingCode.BadAddress, (text) => addressKind(text) !== 'bad')),
  'account-id': remember(rule(FindingCode.BadAccountId, (text) => accountIdKind(text) !== 'bad')),
  region: remember(regionVerdict),
};

/** What decides upon the values of a field; undefined where any value will do. Masked and empty values are good. */
export function ruleOf({ kind }: Field): Decide | undefined {
  return kind === undefined ? undefined : RULES[kind];
}

/** Whether a time stands between two offsets in the usual form, `2020-12-01T11:54:59Z`, on a day that every month has. It makes no string. */
export function isPlainTime(text: string, start: number, end: number): boolean {
  return (
    end - start === 20 &&
    text.charCodeAt(start + 10) === LETTER_T &&
    text.charCodeAt(end - 1) === LETTER_Z &&
    text.charCodeAt(start + 4) === Char.Minus &&
    text.charCodeAt(start + 7) === Char.Minus &&
    text.charCodeAt(start + 13) === Char.Colon &&
    text.charCodeAt(start + 16) === Char.Colon &&
    two(text, start) >= 0 &&
    two(text, start + 2) >= 0 &&
    isWithin(two(text, start + 5), 1, 12) &&
    isWithin(two(text, start + 8), 1, 28) &&
    isWithin(two(text, start + 11), 0, 23) &&
    isWithin(two(text, start + 14), 0, 59) &&
    isWithin(two(text, start + 17), 0, 59)
  );
}

const LETTER_T = 0x54;
const LETTER_Z = 0x5a;

/** The number that two digits make; negative where they are none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - Char.Zero;
  const ones = text.charCodeAt(at + 1) - Char.Zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

function isWithin(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
