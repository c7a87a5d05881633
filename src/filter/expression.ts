import { type Field } from './field';

/** A stretch of the filter's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How a field is compared. `:` takes patterns, `=` takes them not. */
export type Operator = ':' | '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A value as it was written. */
export interface Value extends Span {
  /** The text that it stands for, without quotes and escapes. */
  readonly text: string;
  /** The same as a pattern: `*` any text, `?` any one unit. */
  readonly pattern: Pattern;
}

/** What stands between the stars of a pattern; undefined is any one unit. `['Delete', '']` is `Delete*`. */
export type Pattern = readonly (readonly (string | undefined)[])[];

/** A condition of one field. */
export interface Term extends Span {
  readonly kind: 'term';
  readonly field: Field;
  readonly operator: Operator;
  /** One of them must hold. */
  readonly values: readonly Value[];
}

/** A filter as a tree. `all` is the empty filter: every event matches. */
export type Expression =
  | ({ readonly kind: 'all' } & Span)
  | ({ readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] } & Span)
  | ({ readonly kind: 'not'; readonly part: Expression } & Span)
  | Term;
