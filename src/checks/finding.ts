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
  /** A field that every event has is not there. */
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
  [FindingCode.EscapedJson]: 'information',
  [FindingCode.OverEscapedJson]: 'warning',
  [FindingCode.EventNameCase]: 'information',
};

/** What a rule says of a place; its words are made where they are shown. */
export interface Finding {
  readonly code: FindingCode;
  /** UTF-16 offsets, counted from the start of the row: a row that moves keeps its findings. What stands before the row is negative. */
  readonly start: number;
  readonly end: number;
  /** What the message and the fix need: the field, the value, the suggestion … */
  readonly data: Readonly<Record<string, string>>;
}
