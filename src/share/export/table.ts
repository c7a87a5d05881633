/** How a table is written. */
export interface TableStyle {
  readonly delimiter: ',' | '\t';
}

/** What a spreadsheet takes for a formula when a cell starts with it, also in the wide form of East Asian keyboards; white space before it does not help. */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/;
const NUMBER = /^-?\d{1,15}(?:\.\d+)?$/;
const QUOTED = /[",\t\r\n]|^\s|\s$/;

/**
 * A value as a cell of RFC 4180: in quotes where it holds a delimiter, a quote or a line end. What a spreadsheet would run as a formula gets an
 * apostrophe before it, so that it is text; plain numbers do not.
 */
export function cellOf(value: string): string {
  const safe = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row of a table, with its line end. */
export function lineOf(values: readonly string[], { delimiter }: TableStyle): string {
  return `${values.map(cellOf).join(delimiter)}\r\n`;
}
