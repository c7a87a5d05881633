import { type Span } from './expression';

/** What can be wrong with a filter. The words are made where they are shown. */
export type FilterProblemCode =
  /** There is no field of this name: the text must be quoted if it is text. */
  | 'unknown-field'
  /** Nothing stands behind `name:`. */
  | 'missing-value'
  /** Nothing stands where `|`, `and`, `-` or an empty pair of parentheses wants a condition. */
  | 'missing-condition'
  | 'unclosed-quote'
  | 'unclosed-parenthesis'
  | 'unopened-parenthesis'
  /** The values in `name:(a | b)` are to be divided by `|`. */
  | 'expected-or'
  /** The field has no order: `<` and `>` are for times and hours. */
  | 'bad-operator'
  | 'bad-time'
  | 'bad-hour'
  /** Text with a slash that is no network such as `10.0.0.0/8`. */
  | 'bad-network'
  /** The field takes one of a few words. */
  | 'bad-value'
  | 'too-long'
  | 'too-deep';

/** A fault of a filter and where it is. */
export interface FilterProblem extends Span {
  readonly code: FilterProblemCode;
  /** The field whose value is wrong. */
  readonly field?: string;
}
