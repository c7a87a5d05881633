/**
 * What writers of logs put where there is no error: nothing, a word for nothing in some language, a code or word for success, an empty list or object;
 * alone, in brackets or in quotes (facts 1.1, errorCode). In lower case, and in terms that every engine of regular expressions has: queries ask with it too.
 */
export const NO_FAILURE =
  '^[\\s"\']*(?:[(<]?(?:null|none|nil|undefined)[)>]?|\\\\n|n/?a|nan|false|[-\u2013\u2014]+|no ?errors?|ok|success|successful|succeeded|0+|20[0-6](?: ok)?|\\[\\s*\\]|\\{\\s*\\}|\u65e0|\u7a7a|\u6210\u529f)?[.!\u3002]?[\\s"\']*$';

const isNoFailure = new RegExp(NO_FAILURE);
/** Longer texts say something. */
const LONGEST = 64;

/** Whether the text of an error code or error message says that there is no error. */
export function saysNoFailure(text: string): boolean {
  return text.length <= LONGEST && isNoFailure.test(text.toLowerCase());
}

const NO_VALUES: ReadonlySet<string> = new Set(['', 'null', 'NULL', 'None', 'nil', 'undefined', 'N/A', '-', '--']);

/**
 * Whether a cell of a table, or a column of a row that a store has flattened, stands for no value: stores write such texts for what an event does not
 * have. In JSON as it was delivered they are values: a user may be named None.
 */
export function isNoValue(text: string): boolean {
  return text.length <= LONGEST && NO_VALUES.has(text.trim());
}
