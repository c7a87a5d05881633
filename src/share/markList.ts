/** A marked event as a list of marks shows it. The first row is the heads of the columns. */
export type MarkRow = readonly string[];

/** A cell that a spreadsheet takes for text, whatever the log put into it. */
function csvCell(text: string): string {
  const defused = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(defused) ? `"${defused.replace(/"/g, '""')}"` : defused;
}

/** Rows as CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
export function marksAsCsv(rows: readonly MarkRow[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** Whatever Markdown gives a meaning loses it; line ends would end the table. */
function markdownCell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Rows as a table of Markdown. */
export function marksAsMarkdown([head = [], ...rows]: readonly MarkRow[]): string {
  const line = (row: MarkRow): string => `| ${row.map(markdownCell).join(' | ')} |\n`;
  return `${line(head)}|${head.map(() => ' --- |').join('')}\n${rows.map(line).join('')}`;
}
