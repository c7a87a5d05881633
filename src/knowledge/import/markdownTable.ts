import { MAX_CELL } from './limits';
import { plainText } from './markdownText';
import type { Table, TableRow } from './table';

const FENCE = /^\s*(?:>\s*)*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})/;
const DELIMITER = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/;
/** What may stand before a table that belongs to a quotation or a list. */
const BEFORE = /^\s*(?:>\s*)*/;

export interface Document {
  readonly tables: readonly Table[];
  /** The text of code blocks. */
  readonly code: string;
}

/** The tables of a Markdown document, however far they are indented, and its code blocks, in which no table is looked for. */
export function documentOf(text: string): Document {
  const lines = text.split(/\r\n?|\n/);
  const tables: Table[] = [];
  const code: string[] = [];
  let fence: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const marks = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (marks !== undefined && marks.startsWith(fence) && line.trim().endsWith(marks)) fence = undefined;
      else code.push(line);
      continue;
    }
    if (marks !== undefined) {
      fence = marks;
      continue;
    }
    if (!line.includes('|') || !isDelimiter(lines[at + 1])) continue;
    const header = cellsOf(line);
    if (header.length !== cellsOf(lines[at + 1] ?? '').length) continue;
    const rows: TableRow[] = [];
    let next = at + 2;
    for (; next < lines.length && (lines[next] ?? '').includes('|'); next++)
      rows.push({ line: next + 1, cells: cellsOf(lines[next] ?? '') });
    tables.push({ header, rows });
    at = next - 1;
  }
  return { tables, code: code.join('\n') };
}

function isDelimiter(line: string | undefined): boolean {
  const bare = line?.replace(BEFORE, '').trim();
  return bare !== undefined && bare.includes('-') && bare.length < MAX_CELL && DELIMITER.test(bare);
}

/** The cells of a row, without markup. `\|` is a bar within a cell, in code as well. */
function cellsOf(line: string): readonly string[] {
  const row = line.replace(BEFORE, '').trim();
  const cells: string[] = [];
  let cell = '';
  for (let at = row.startsWith('|') ? 1 : 0; at < row.length; at++) {
    const character = row.charAt(at);
    if (character === '\\' && at + 1 < row.length) {
      const next = row.charAt(++at);
      cell += next === '|' ? '|' : `\\${next}`;
    } else if (character === '|') {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  if (cell.trim() !== '' || !row.endsWith('|')) cells.push(cell);
  return cells.map((text) => plainText(text.trim().slice(0, MAX_CELL)));
}
