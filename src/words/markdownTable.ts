import { codeSpan, plain } from './markdown';
import { visible } from './visible';

/** Longer plain cells are cut; UTF-16 units. */
const MAX_CELL = 200;

/** A cell of a table: a text of a log, or words of ours and of the user. */
export interface Cell {
  readonly text: string;
  readonly isOurs?: boolean;
}

/** A table of Markdown, without a line end behind it. */
export function markdownTable(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head.map(plain)), line(head.map(() => '---')), ...rows.map((row) => line(row.map(cellOf)))].join('\n');
}

/** A bar ends a cell of a table, within a code span too, and readers differ in what a backslash before it does: a value with one is plain text with an entity. */
export function cellOf({ text, isOurs }: Cell): string {
  if (isOurs === true) return plain(text);
  if (text === '') return '';
  return text.includes('|') ? plain(visible(text, MAX_CELL)).replaceAll('\\|', '&#124;') : codeSpan(text);
}
