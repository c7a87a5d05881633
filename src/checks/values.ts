import { accountIdKind } from '../knowledge/accounts';
import { addressKind } from '../knowledge/addresses';
import { type ValueKind } from '../knowledge/field';
import { isMasked } from '../knowledge/masks';
import { isKnownRegion } from '../knowledge/regions';
import { parseTime } from '../knowledge/times';
import { FindingCode } from './finding';
import { remember } from './memo';

/** Events write their times out; an epoch is a time in other fields. */
const isGoodTime = remember(
  (text) => text === '' || ['utc', 'basic-offset'].includes(parseTime(text)?.form ?? '') || isMasked(text),
);
const isGoodAddress = remember((text) => addressKind(text) !== 'bad');
const isGoodAccount = remember((text) => accountIdKind(text) !== 'bad');
const isGoodRegion = remember((text) => text === '' || isKnownRegion(text) || isMasked(text));

const RULES: Partial<Readonly<Record<ValueKind, { readonly code: FindingCode; readonly isGood: (text: string) => boolean }>>> = {
  time: { code: FindingCode.BadTime, isGood: isGoodTime },
  address: { code: FindingCode.BadAddress, isGood: isGoodAddress },
  'account-id': { code: FindingCode.BadAccountId, isGood: isGoodAccount },
  region: { code: FindingCode.UnknownRegion, isGood: isGoodRegion },
};

/** The code of the finding that a value of this kind makes; undefined where the value is good or nothing can be said. Masked and empty values are good. */
export function checkValue(kind: ValueKind, value: string): FindingCode | undefined {
  const rule = RULES[kind];
  return rule === undefined || rule.isGood(value) ? undefined : rule.code;
}
