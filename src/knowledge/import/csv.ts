import Papa from 'papaparse';
import type { Collector } from './collector';
import { addTable, columnsOf, type TableRow } from './table';

/** Takes events from CSV: comma, tab or semicolon between the columns, the first line names them in either language. */
export function importCsv(collector: Collector, file: string, text: string): void {
  const rows = rowsOf(text);
  const [header, ...body] = rows;
  const columns = header && columnsOf(header.cells, true);
  if (!header || !columns) {
    collector.report(header ? 'no-header' : 'empty', { file, ...(header && { line: header.line }) });
    return;
  }
  addTable(collector, { rows: body }, columns, { file }, true);
}

/** The rows that hold something, with the lines in which they begin: a cell in quotes may go over several. */
function rowsOf(text: string): readonly TableRow[] {
  const rows: TableRow[] = [];
  let line = 1;
  let at = 0;
  Papa.parse<string[]>(text, {
    header: false,
    step: ({ data, meta }) => {
      if (data.some((cell) => cell.trim() !== '')) rows.push({ line, cells: data });
      for (; at < meta.cursor; at++) if (text.charCodeAt(at) === 10 || isLoneReturn(text, at)) line++;
    },
  });
  return rows;
}

function isLoneReturn(text: string, at: number): boolean {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) !== 10;
}
