import { accountIdKind } from '../knowledge/accounts';
import { addressKind } from '../knowledge/addresses';
import { type Field, type ValueKind } from '../knowledge/field';
import { isMasked } from '../knowledge/masks';
import { nearValue } from '../knowledge/nearValue';
import { allRegions, isKnownRegion } from '../knowledge/regions';
import { parseTime } from '../knowledge/times';
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
