import { type Finding, FindingCode } from '../checks/finding';
import { type SkipReason } from '../checks/skipped';
import { type Foreign } from '../trail/shape';
import { visible } from './visible';

/** Gives a text in the user's language: vscode.l10n.t in the editor, `plain` in scripts. Arguments stand at `{0}`, `{1}` … */
export type Translate = (message: string, ...args: string[]) => string;

/** English, for scripts. */
export const plain: Translate = (message, ...args) =>
  message.replace(/\{(\d)\}/g, (whole, index: string) => args[Number(index)] ?? whole);

const SYNTAX: Readonly<Record<string, string>> = {
  'missing-comma': 'A comma is missing here.',
  'missing-colon': 'A colon is missing behind the name.',
  'missing-value': 'A value is missing here.',
  'missing-key': 'A name is missing before this value.',
  'missing-open-brace': 'The opening brace of the event is missing: these are members of an event without it.',
  'missing-close': 'The closing bracket is missing here.',
  'extra-comma': 'This comma separates nothing.',
  unexpected: 'This text is not part of any event.',
  unquoted: 'A name or a text value needs double quotes.',
  'unterminated-string': 'The closing quote of this string is missing.',
  'unterminated-comment': 'This comment is not closed.',
  'control-character': 'A control character in a string must be escaped.',
  'bad-escape': 'JSON has no such escape.',
  'bad-number': 'This is no JSON number.',
  'too-deep': 'What is nested deeper than this is not read.',
  'too-long': 'This event is too long: not all of it is checked.',
  'too-many': 'There are too many mistakes here: those that follow are not listed.',
  'long-gap': 'The text between two events is too long to be checked.',
  'not-an-object': 'A value that is no object, where an event is expected.',
};

const LOOK_ALIKE: Readonly<Record<string, string>> = {
  none: 'None of the objects here has the fields of an ActionTrail event.',
  aws: 'This is a record of AWS CloudTrail, not of ActionTrail.',
  'oss-notification': 'This is an event notification of OSS, not an event of ActionTrail.',
  'platform-operation': "This is a platform operation event of the vendor's staff, not an event of ActionTrail.",
  'huawei-cts': 'This is a record of Huawei Cloud Trace Service, not of ActionTrail.',
  tencent: 'This is a record of Tencent CloudAudit, not of ActionTrail.',
  ctyun: 'This is an audit record of CTyun, not of ActionTrail.',
};

/** What a finding says to the user. Values from the log go in through `visible`: controls that would change the reading of the message are shown. */
export function messageOf({ code, data }: Finding, t: Translate): string {
  const value = (key: string): string => visible(data[key] ?? '');
  const suggested = (sentence: string): string =>
    data['suggestion'] === undefined ? sentence : t('{0} Did you mean "{1}"?', sentence, value('suggestion'));
  switch (code) {
    case FindingCode.Syntax:
      return t(SYNTAX[data['reason'] ?? ''] ?? 'This is no JSON.');
    case FindingCode.Comment:
      return t('JSON has no comments.');
    case FindingCode.TrailingComma:
      return t('A comma behind the last member is no JSON.');
    case FindingCode.UnquotedMask:
      return t('A masked value needs double quotes.');
    case FindingCode.Truncated:
      return data['reason'] === 'missing-close'
        ? t('The log ends before its list of events is closed.')
        : data['inside'] === undefined
          ? t('The log ends inside this event.')
          : t('The string that holds this event ends inside it.');
    case FindingCode.DuplicateKey:
      return t('The object holds "{0}" twice; most readers keep only the last one.', value('name'));
    case FindingCode.MissingField:
      return t('The event has no "{0}", which API calls by users have.', value('field'));
    case FindingCode.WrongType:
      return t('"{0}" is of the type {1}, expected: {2}.', value('field'), value('actual'), value('expected'));
    case FindingCode.BadTime:
      return t('"{0}" is no time as events have it, such as 2020-12-01T11:54:59Z.', value('value'));
    case FindingCode.BadAddress:
      return t('"{0}" is no IP address, nor "Internal" or a host name.', value('value'));
    case FindingCode.BadAccountId:
      return t('"{0}" is no account ID: these have 5 to 16 digits.', value('value'));
    case FindingCode.UnknownRegion:
      return suggested(t('No region "{0}" is known.', value('value')));
    case FindingCode.FieldName:
      return t('No field "{0}" is known. Did you mean "{1}"?', value('name'), value('suggestion'));
    case FindingCode.MixedCasing:
      return t('"{0}" is not in the casing of the other fields of this event ("{1}").', value('name'), value('suggestion'));
    case FindingCode.EscapedJson:
      return t('This string holds JSON.');
    case FindingCode.OverEscapedJson:
      return t('This string holds JSON that was escaped once too often.');
    case FindingCode.EventNameCase:
      return t('The documentation spells this event "{0}".', value('documented'));
    case FindingCode.UnknownEvent:
      return suggested(t('No event "{0}" of this service is known.', value('value')));
    case FindingCode.UnknownIdentity:
      return suggested(t('No identity type "{0}" is known.', value('value')));
    case FindingCode.UnknownService:
      return suggested(t('No service "{0}" is known.', value('value')));
    case FindingCode.UnknownValue:
      return suggested(t('No value "{0}" of "{1}" is known.', value('value'), value('field')));
    case FindingCode.RequestIdMismatch:
      return t('The response names the request "{0}", the event the request "{1}".', value('other'), value('id'));
    case FindingCode.ErrorWithoutFailure:
      return t('The event has the error code "{0}", but its response says that the request succeeded.', value('error'));
    case FindingCode.FailureWithoutError:
      return t('This says that the request failed, but the event has no error code.');
    case FindingCode.ParametersDiffer:
      return data['name'] === ''
        ? t('This does not hold what requestParameters holds.')
        : t('This does not hold what requestParameters holds: "{0}" differs.', value('name'));
    case FindingCode.Secret:
      return t('This is a secret that is not masked ("{0}"): everybody who gets the log can read it.', value('name'));
    case FindingCode.AccessKeyId:
      return t('This is the ID of a long-term access key, not masked.');
    case FindingCode.LookAlike:
      return t(LOOK_ALIKE[data['product'] ?? ''] ?? 'This record is not one of ActionTrail.');
    case FindingCode.DuplicateEvent:
      return t('The log holds this event before, with the same event ID.');
    case FindingCode.TimeOrder:
      return data['order'] === 'descending'
        ? t('This event is later than the one before it; the others go from the latest to the earliest.')
        : t('This event is earlier than the one before it; the others go from the earliest to the latest.');
    case FindingCode.OtherRegion:
      return t('Events of the region "{0}": {1}. The file name says "{2}".', value('value'), value('count'), value('expected'));
    case FindingCode.OtherAccount:
      return t('Events of the account "{0}": {1}. The file path says "{2}".', value('value'), value('count'), value('expected'));
  }
}

/** Says what is not shown of the findings: how many of each code. */
export function moreMessage(counts: ReadonlyMap<FindingCode, number>, language: string, t: Translate): string {
  const number = new Intl.NumberFormat(language);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const each = [...counts].map(([code, count]) => `${code} ${number.format(count)}`).join(', ');
  return t('… and {0} more: {1}.', number.format(all), each);
}

/** Says how many groups of events are not told apart in the tree, of which it shows `shown` by themselves. */
export function moreGroupsMessage(more: number, shown: number, language: string, t: Translate): string {
  const number = new Intl.NumberFormat(language);
  return t(
    '… and {0} more groups: the tree tells {1} apart, and has the rest in one.',
    number.format(more),
    number.format(shown),
  );
}

/** Says how many events are longer than `most` characters, and what is done without in them. */
export function largeEventsMessage(count: number, most: number, language: string, t: Translate): string {
  const number = new Intl.NumberFormat(language);
  return t(
    'Events above {0} characters: {1}. Hovers, hints and folding leave them out.',
    number.format(most),
    number.format(count),
  );
}

const SKIPPED: Readonly<Record<SkipReason, string>> = {
  'not-json': 'This text is no JSON.',
  'not-an-event': 'The object has no field of an event.',
  'not-an-object': 'A value that is no object, where an event is expected.',
  truncated: 'The log ends inside this object, which has no field of an event.',
};

/** Why a piece of the log was skipped. */
export function skipMessage(reason: SkipReason, t: Translate): string {
  return t(SKIPPED[reason]);
}

const FOREIGN: Readonly<Record<Foreign, string>> = {
  aws: 'These are records of AWS CloudTrail, not of ActionTrail.',
  'oss-notification': 'These are event notifications of OSS, not events of ActionTrail.',
  'platform-operation': "These are platform operation events of the vendor's staff, not events of ActionTrail.",
  'huawei-cts': 'These are records of Huawei Cloud Trace Service, not of ActionTrail.',
  tencent: 'These are records of Tencent CloudAudit, not of ActionTrail.',
  ctyun: 'These are audit records of CTyun, not of ActionTrail.',
  empty: 'The file is empty.',
  binary: 'This is a binary file.',
  'not-json': 'This text holds no JSON.',
  'no-events': 'No event is in this JSON.',
  none: 'Nothing in this JSON looks like an event of ActionTrail.',
};

/** What a log is that is no trail. */
export function foreignMessage(foreign: Foreign, t: Translate): string {
  return t(FOREIGN[foreign]);
}
