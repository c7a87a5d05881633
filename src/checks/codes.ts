// Written by `npm run checks` from src/knowledge/data/checks.json.

/** What may be wrong in a trail. The codes are stable: settings, fixes and documentation name them. */
export enum FindingCode {
  /** The text is no JSON at this place. */
  Syntax = 'syntax',
  /** JSON has no comments. */
  Comment = 'comment',
  /** A comma stands behind the last member. */
  TrailingComma = 'trailing-comma',
  /** A masked value has no quotes: `175***657`. */
  UnquotedMask = 'unquoted-mask',
  /** The log ends inside an event, or before its list is closed. */
  Truncated = 'truncated',
  /** The object holds the same key twice. */
  DuplicateKey = 'duplicate-key',
  /** A field that every API call by a user has is not there. */
  MissingField = 'missing-field',
  /** The value is not of the type that the field has. */
  WrongType = 'wrong-type',
  /** The value is no time as events have it. */
  BadTime = 'bad-time',
  /** The source address is no IP address, nor `Internal` or a host name. */
  BadAddress = 'bad-address',
  /** The account ID is not made of 5 to 16 digits. */
  BadAccountId = 'bad-account-id',
  /** No region of this ID is known. */
  UnknownRegion = 'unknown-region',
  /** The name is nearly that of a field: `sourceIPAddress`. */
  FieldName = 'field-name',
  /** One event holds field names in both casings. */
  MixedCasing = 'mixed-casing',
  /** The string holds JSON. */
  EscapedJson = 'escaped-json',
  /** The string holds JSON that was escaped once too often. */
  OverEscapedJson = 'over-escaped-json',
  /** The documentation spells the event name in another case. */
  EventNameCase = 'event-name-case',
  /** The event name is nearly one of the service's. */
  UnknownEvent = 'unknown-event',
  /** The identity type is nearly a known one: `ram_user`. */
  UnknownIdentity = 'unknown-identity',
  /** The service is nearly a known one. */
  UnknownService = 'unknown-service',
  /** The value is nearly one of its field's: `Wirte`. */
  UnknownValue = 'unknown-value',
  /** The response names another request than the event. */
  RequestIdMismatch = 'request-id-mismatch',
  /** There is an error code, and the response says that the request succeeded. */
  ErrorWithoutFailure = 'error-without-failure',
  /** The request failed, and there is no error code. */
  FailureWithoutError = 'failure-without-error',
  /** `requestParameterJson` does not hold what `requestParameters` holds. */
  ParametersDiffer = 'parameters-differ',
  /** A password, secret, token or private key is not masked. */
  Secret = 'secret',
  /** The ID of a long-term access key is not masked. */
  AccessKeyId = 'access-key-id',
  /** The record is one of another product. */
  LookAlike = 'look-alike',
  /** The log holds the event before. */
  DuplicateEvent = 'duplicate-event',
  /** The event breaks the order of time that the log has otherwise. */
  TimeOrder = 'time-order',
  /** The event is of another region than the file name says. */
  OtherRegion = 'other-region',
  /** The event is of another account than the file path says. */
  OtherAccount = 'other-account',
}

/** How much a finding matters, in the terms of the settings. */
export type Severity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** The severity of each code where the user has not set another. */
export const DEFAULT_SEVERITY: Readonly<Record<FindingCode, Severity>> = {
  [FindingCode.Syntax]: 'error',
  [FindingCode.Comment]: 'warning',
  [FindingCode.TrailingComma]: 'warning',
  [FindingCode.UnquotedMask]: 'warning',
  [FindingCode.Truncated]: 'error',
  [FindingCode.DuplicateKey]: 'warning',
  [FindingCode.MissingField]: 'warning',
  [FindingCode.WrongType]: 'warning',
  [FindingCode.BadTime]: 'warning',
  [FindingCode.BadAddress]: 'warning',
  [FindingCode.BadAccountId]: 'warning',
  [FindingCode.UnknownRegion]: 'warning',
  [FindingCode.FieldName]: 'warning',
  [FindingCode.MixedCasing]: 'warning',
  [FindingCode.EscapedJson]: 'hint',
  [FindingCode.OverEscapedJson]: 'warning',
  [FindingCode.EventNameCase]: 'information',
  [FindingCode.UnknownEvent]: 'information',
  [FindingCode.UnknownIdentity]: 'information',
  [FindingCode.UnknownService]: 'information',
  [FindingCode.UnknownValue]: 'information',
  [FindingCode.RequestIdMismatch]: 'information',
  [FindingCode.ErrorWithoutFailure]: 'information',
  [FindingCode.FailureWithoutError]: 'information',
  [FindingCode.ParametersDiffer]: 'information',
  [FindingCode.Secret]: 'warning',
  [FindingCode.AccessKeyId]: 'off',
  [FindingCode.LookAlike]: 'warning',
  [FindingCode.DuplicateEvent]: 'information',
  [FindingCode.TimeOrder]: 'hint',
  [FindingCode.OtherRegion]: 'information',
  [FindingCode.OtherAccount]: 'information',
};

/** The codes whose findings can be mended. */
export const FIXABLE: readonly FindingCode[] = [
  FindingCode.Comment,
  FindingCode.TrailingComma,
  FindingCode.UnquotedMask,
  FindingCode.UnknownRegion,
  FindingCode.FieldName,
  FindingCode.MixedCasing,
  FindingCode.EscapedJson,
  FindingCode.OverEscapedJson,
  FindingCode.EventNameCase,
  FindingCode.UnknownEvent,
  FindingCode.UnknownIdentity,
  FindingCode.UnknownService,
  FindingCode.UnknownValue,
  FindingCode.Secret,
  FindingCode.AccessKeyId,
];
