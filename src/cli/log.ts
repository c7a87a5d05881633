import { lowerFirst } from '../knowledge/casing';
import { lastWhere } from '../escapes/bisect';
import { type Finding, FindingCode } from '../checks/finding';
import { type CsvLog, readCsv } from '../sources/csv';
import { type RowFindings } from '../checks/budget';
import { type Log } from '../trail/log';
import { type Shape } from '../trail/shape';
import { StringSource } from '../trail/source';
import { Trail } from '../trail/trail';
import { LineStarts } from './lines';

/** A range of the file as people count: lines and columns from 1. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The log in a file: the text that the engine reads, and how places in it are places of the file. */
export interface FileLog extends Log {
  readonly trail: Trail<RowFindings>;
  readonly text: string;
  /** The shape where the file's form tells it, not its events. */
  readonly shape?: Shape;
  /** The file's range of two offsets of the text. */
  range(start: number, end: number): Range;
  /** Whether a finding in the text is one of the file as well. */
  holds(finding: Finding): boolean;
  /** What is wrong with the file besides what is in its events. */
  readonly tail: readonly { readonly code: FindingCode; readonly start: number; readonly end: number }[];
}

/** The log in a file: its text, or, where that is a table with the fields of events, its rows as events. */
export function logOf(file: string): FileLog {
  const table = readCsv(file);
  if (table !== undefined) return tableLog(file, table);
  let lines: LineStarts | undefined;
  return {
    ...read(file),
    range: (start, end) => rangeOf((lines ??= new LineStarts(file)), start, end),
    holds: () => true,
    tail: [],
  };
}

/** Places in a row of a table are the row: its cells are not those of the event's text. */
function tableLog(file: string, table: CsvLog): FileLog {
  const lines = new LineStarts(file);
  const rowAt = (offset: number): number => lastWhere(table.starts.length, (row) => (table.starts[row] ?? 0) <= offset);
  const last = table.starts.at(-1);
  return {
    ...read(table.text),
    shape: 'csv',
    range: (start) => {
      const row = table.rows[rowAt(start)];
      return rangeOf(lines, row?.start ?? 0, row?.end ?? 0);
    },
    holds: ({ code, data }) => code !== FindingCode.MissingField || table.fields.has(lowerFirst(data['field'] ?? '')),
    tail: table.isTruncated && last !== undefined ? [{ code: FindingCode.Truncated, start: last, end: last }] : [],
  };
}

function read(text: string): Pick<FileLog, 'text' | 'trail' | 'recordText'> {
  const trail = Trail.of(new StringSource(text)) as Trail<RowFindings>;
  return { text, trail, recordText: (row) => trail.recordText(row) };
}

function rangeOf(lines: LineStarts, start: number, end: number): Range {
  const from = lines.at(start);
  const to = lines.at(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
