import Papa from 'papaparse';
import type { Collector } from './collector';
import { addTable, columnsOf, type TableRow } from './table';

/** Takes events from CSV: comma, tab or semicolon between the columns, the first line names them in either language. */
export function importCsv(collector: Collector, file: string, text: string): void {
  const { rows, open } = rowsOf(text);
  const [header, ...body] = rows;
  const columns = header && columnsOf(header.cells, true);
  if (!header || !columns) {
    collector.report(header ? 'no-header' : 'empty', { file, ...(header && { line: header.line }) });
    return;
  }
  addTable(collector, { rows: body }, columns, { file }, true);
  if (open !== undefined) collector.report('open-quote', { file, line: open });
}

/** The rows that hold something, with the lines in which they begin: a cell in quotes may go over several. One whose quotes are not closed is left out: `open` is its line. */
function rowsOf(text: string): { readonly rows: readonly TableRow[]; readonly open: number | undefined } {
  const rows: TableRow[] = [];
  let open: number | undefined;
  let line = 1;
  let at = 0;
  Papa.parse<string[]>(text, {
    header: false,
    step: ({ data, errors, meta }) => {
      if (errors.some(({ code }) => code === 'MissingQuotes')) open = line;
      else if (data.some((cell) => cell.trim() !== '')) rows.push({ line, cells: data });
      for (; at < meta.cursor; at++) if (text.charCodeAt(at) === 10 || isLoneReturn(text, at)) line++;
    },
  });
  return { rows, open };
}

function isLoneReturn(text: string, at: number): boolean {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) !== 10;
}
