/** What may be wrong in a trail. The codes are stable: settings, fixes and documentation name them. */
export enum FindingCode {
  /** The text is no JSON at this place; reading goes on behind it. */
  Syntax = 'syntax',
  /** A comment, which JSON does not have: documents put them into their samples. */
  Comment = 'comment',
  /** A comma behind the last member. */
  TrailingComma = 'trailing-comma',
  /** A masked value without quotes: `175***657`. */
  UnquotedMask = 'unquoted-mask',
  /** The log ends inside an event, or before what is open is closed. */
  Truncated = 'truncated',
  /** The object holds the same key twice. */
  DuplicateKey = 'duplicate-key',
  /** A field that every event of this kind has is not there. */
  MissingField = 'missing-field',
  /** The value is not of the type that the field has. */
  WrongType = 'wrong-type',
  /** The value is no time of the two forms that events have. */
  BadTime = 'bad-time',
  /** The source address is neither an IP address nor one of the words that stand for one. */
  BadAddress = 'bad-address',
  /** The account id is not made of 5 to 16 digits. */
  BadAccountId = 'bad-account-id',
  /** No region of this id is known. */
  UnknownRegion = 'unknown-region',
  /** The name is nearly that of a field: `sourceIPAddress`. */
  FieldName = 'field-name',
  /** One event holds names in both casings. */
  MixedCasing = 'mixed-casing',
  /** The string holds JSON. */
  EscapedJson = 'escaped-json',
  /** The string holds JSON that was escaped once too often. */
  OverEscapedJson = 'over-escaped-json',
  /** The event name is documented in another case. */
  EventNameCase = 'event-name-case',
  /** The service has no event of this name, but one that nearly is it. */
  UnknownEvent = 'unknown-event',
  /** The identity type is nearly one that is known: `ram_user`. */
  UnknownIdentity = 'unknown-identity',
  /** The service is nearly one that is known. */
  UnknownService = 'unknown-service',
  /** The value is nearly one that the field has: `Wirte`. */
  UnknownValue = 'unknown-value',
  /** The response names another request than the event. */
  RequestIdMismatch = 'request-id-mismatch',
  /** The event has an error code, and its response says that the request succeeded. */
  ErrorWithoutFailure = 'error-without-failure',
  /** The event says that the request failed, and has no error code. */
  FailureWithoutError = 'failure-without-error',
  /** `requestParameterJson` does not hold what `requestParameters` holds. */
  ParametersDiffer = 'parameters-differ',
  /** The value is a password, a private key or another secret, and not masked. */
  Secret = 'secret',
  /** The ID of a long-term access key, not masked. */
  AccessKeyId = 'access-key-id',
  /** A record of another product among those of ActionTrail. */
  LookAlike = 'look-alike',
  /** The log holds the event before. */
  DuplicateEvent = 'duplicate-event',
  /** The event breaks the order of time that the log has otherwise. */
  TimeOrder = 'time-order',
  /** The event is of another region than the name of its file says. */
  OtherRegion = 'other-region',
  /** The event is of another account than the path of its file says. */
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

/** What a rule says of a place; its words are made where they are shown. */
export interface Finding {
  readonly code: FindingCode;
  /** UTF-16 offsets, counted from the start of the row: a row that moves keeps its findings. What stands before the row is negative. */
  readonly start: number;
  readonly end: number;
  /** What the message and the fix need: the field, the value, the suggestion … */
  readonly data: Readonly<Record<string, string>>;
  /** Another place that the finding is about, such as the first of two equal events; offsets count from the start of its own row. */
  readonly related?: { readonly row: number; readonly start: number; readonly end: number };
}
