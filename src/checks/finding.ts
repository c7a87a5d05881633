import { type FindingCode } from './codes';

export { DEFAULT_SEVERITY, FIXABLE, FindingCode, type Severity } from './codes';

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
