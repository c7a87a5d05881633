import Papa from 'papaparse';
import { lowerFirst } from '../knowledge/casing';
import { columnPath } from '../knowledge/columnNames';
import { eventFields } from '../knowledge/fields';
import { type JsonType } from '../knowledge/field';
import { Key, isEventKey, keyAt } from '../trail/scan/keys';
import { Stop, lexStrict } from '../trail/scan/strict';
import { Tape, Token } from '../trail/scan/tape';
import { isNoValue } from '../knowledge/placeholders';

/** A table of events as JSON Lines, each line an event, and where in the table it came from. */
export interface CsvLog {
  readonly text: string;
  /** The offsets of the text at which the lines start. */
  readonly starts: readonly number[];
  /** The offsets of the table at which the rows start and end. */
  readonly rows: readonly { readonly start: number; readonly end: number }[];
  /** The fields that have a column: others cannot be missing in a row. */
  readonly fields: ReadonlySet<string>;
  /** The table ends inside a quoted cell. */
  readonly isTruncated: boolean;
}

/** What a column of the table is in an event. */
interface Cell {
  /** The members that lead to it, the last one its own name. */
  readonly path: readonly string[];
  readonly types: readonly JsonType[] | undefined;
}

/** Its own time, which stands for the event's where that has no column. */
const COLLECTOR_TIME = /^TimeGenerated(?: \[[^\]]*\])?$/;
/** Excel is told the separator so. */
const SEPARATOR_LINE = /^\ufeff?"?sep=(.)"?[ \t]*(?:\r\n?|\n)/i;
const DELIMITERS = [',', '\t', ';', '|'];
/** How much of a text is looked at for the line of names: titles and blank lines may stand before it. */
const MAX_HEAD = 1 << 16;
const MAX_HEAD_LINES = 20;
/** The columns of an event that the line of names must have. */
const MIN_COLUMNS = 2;
/** A quoted cell, or what separates it from the cell before where blanks stand behind the separator. */
const QUOTED_OR_SPACED = /"(?:[^"]|"")*"|([,;\t|])([ \t]+)(?=")/g;

const tape = new Tape();

/** A row of a table: its cells, and its offsets. */
interface TableRow {
  readonly cells: readonly string[];
  readonly start: number;
  readonly end: number;
  /** It ends inside a quoted cell. */
  readonly isOpen: boolean;
}

/** Where the rows of a table begin, and how their cells are separated. */
interface Head {
  readonly from: number;
  readonly delimiter: string;
  readonly isMarkdown: boolean;
  /** Blanks stand behind its separators. */
  readonly isSpaced: boolean;
}

/** Reads a table whose first line names the fields of an event, as stores, spreadsheets and Markdown write it; undefined for any other text. */
export function readCsv(text: string): CsvLog | undefined {
  const head = headOf(text);
  if (head === undefined) return undefined;
  let columns: readonly (Cell | undefined)[] | undefined;
  const lines: string[] = [];
  const starts: number[] = [];
  const rows: { start: number; end: number }[] = [];
  let length = 0;
  let isTruncated = false;
  const take = ({ cells, start, end, isOpen }: TableRow): boolean => {
    if (columns === undefined) {
      columns = columnsOf(cells);
      return columns !== undefined;
    }
    if (cells.every((cell) => cell.trim() === '')) return true;
    isTruncated = isOpen;
    const line = lineOf(columns, cells);
    lines.push(line);
    starts.push(length);
    length += line.length + 1;
    rows.push({ start, end });
    return true;
  };
  (head.isMarkdown ? markdownRows : separatedRows)(text, head, take);
  const found: readonly (Cell | undefined)[] | undefined = columns;
  if (found === undefined) return undefined;
  const fields = new Set(found.flatMap((column) => column?.path.slice(0, 1) ?? []).map(lowerFirst));
  return { text: lines.map((line) => `${line}\n`).join(''), starts, rows, fields, isTruncated };
}

/** The rows of a table with a separator, to the last or until `take` refuses one. */
function separatedRows(text: string, { from, delimiter, isSpaced }: Head, take: (row: TableRow) => boolean): void {
  // Blanks before a quote are put before the separator, where they mean nothing: every offset stays.
  const table = isSpaced
    ? text
        .slice(from)
        .replace(QUOTED_OR_SPACED, (whole, mark?: string, blanks?: string) =>
          mark === undefined ? whole : `${blanks ?? ''}${mark}`,
        )
    : text.slice(from);
  let at = 0;
  Papa.parse<string[]>(table, {
    header: false,
    delimiter,
    step: ({ data, errors, meta }, parser) => {
      const start = at;
      at = meta.cursor;
      const end = start + table.slice(start, at).trimEnd().length;
      const cells = isSpaced ? data.map((cell) => cell.trim()) : data;
      if (!take({ cells, start: from + start, end: from + end, isOpen: errors.some(({ code }) => code === 'MissingQuotes') }))
        parser.abort();
    },
  });
}

/** The rows of a Markdown table, without the line below its names. */
function markdownRows(text: string, { from }: Head, take: (row: TableRow) => boolean): void {
  const line = /[^\r\n]+/g;
  line.lastIndex = from;
  for (let match = line.exec(text); match !== null; match = line.exec(text)) {
    const [row] = match;
    if (!row.trimStart().startsWith('|')) return;
    const cells = markdownCells(row);
    if (cells.every((cell) => /^:?-+:?$/.test(cell))) continue;
    if (!take({ cells, start: match.index, end: match.index + row.trimEnd().length, isOpen: false })) return;
  }
}

function markdownCells(row: string): readonly string[] {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) =>
    cell
      .trim()
      .replaceAll('\\|', '|')
      .replace(/^(`+)(.*)\1$/s, '$2'),
  );
}

/** Where a table of events begins; undefined where none does: cheap, so that other texts are not parsed. */
function headOf(text: string): Head | undefined {
  const given = SEPARATOR_LINE.exec(text.slice(0, MAX_HEAD));
  const head = text.slice(0, MAX_HEAD);
  const line = /[^\r\n]+/g;
  line.lastIndex = given?.[0].length ?? 0;
  for (let count = 0, match = line.exec(head); match !== null && count < MAX_HEAD_LINES; count++, match = line.exec(head)) {
    const names = match[0].replace(/^\ufeff/, '');
    if (/^\s*[[{]/.test(names)) return undefined;
    if (!/event/i.test(names)) continue;
    const isMarkdown = names.trimStart().startsWith('|');
    const delimiter = isMarkdown ? '|' : (given?.[1] ?? delimiterOf(names));
    const cells = isMarkdown
      ? markdownCells(names)
      : (Papa.parse<string[]>(names.replace(/([,;\t|])[ \t]+(?=")/g, '$1'), { delimiter }).data[0] ?? []);
    if (columnsOf(cells) === undefined) continue;
    const from = match.index + match[0].length - names.length;
    return { from, delimiter, isMarkdown, isSpaced: !isMarkdown && delimiter !== '\t' && names.includes(`${delimiter} `) };
  }
  return undefined;
}

/** What separates the names of a line most often; a comma where nothing does. */
function delimiterOf(names: string): string {
  const counts = DELIMITERS.map((delimiter) => names.split(delimiter).length - 1);
  const most = Math.max(...counts);
  return DELIMITERS[counts.indexOf(most)] ?? ',';
}

function columnsOf(names: readonly string[]): readonly (Cell | undefined)[] | undefined {
  const paths = names.map((name) => columnPath(name) ?? [name.trim()]);
  const keys = paths.map((path) => (path.length === 1 ? keyOf(path[0] ?? '') : Key.None));
  const holders = names.map((name) => keyOf(name.trim()) === Key.Event);
  const isHolder = holders.includes(true) && (names.length === 1 || names.some((name) => keyOf(name.trim()) === Key.Topic));
  if (keys.filter(isEventKey).length < MIN_COLUMNS && !isHolder) return undefined;
  const hasTime = keys.includes(Key.EventTime);
  const types = new Map(eventFields().map((field) => [lowerFirst(field.name), field.types]));
  return paths.map((path, index) => {
    const [name = ''] = path;
    if (name === '') return undefined;
    if (holders[index] === true) return { path: ['event'], types: undefined };
    if (!hasTime && COLLECTOR_TIME.test(name)) return { path: ['eventTime'], types: ['string'] };
    if (path.length === 1) return flatPath(name) ?? { path, types: types.get(name) };
    return { path, types: undefined };
  });
}

/** A member of an identity that is no field known here, as a query of Log Service flattens it. */
function flatPath(name: string): Cell | undefined {
  const bare = name.replace(/^event\./, '');
  return bare.startsWith('userIdentity.')
    ? { path: bare.split('.'), types: undefined }
    : bare === name
      ? undefined
      : { path: [bare], types: undefined };
}

function keyOf(name: string): Key {
  return keyAt(name, 0, name.length);
}

/** Members by their names, each its JSON or an object of its own. */
type Members = Map<string, string | Members>;

/** One event. Cells without a value are members that it does not have; a column of a whole object goes before columns of its members. */
function lineOf(columns: readonly (Cell | undefined)[], cells: readonly string[]): string {
  const event: Members = new Map();
  cells.forEach((cell, index) => {
    const column = columns[index];
    if (column === undefined || isNoValue(cell)) return;
    put(event, column.path, valueOf(cell, column.types));
  });
  return jsonOf(event);
}

function put(members: Members, [name = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) members.set(name, value);
  else {
    const inner = members.get(name) ?? new Map<string, string | Members>();
    if (typeof inner === 'string') return;
    members.set(name, inner);
    put(inner, rest, value);
  }
}

function jsonOf(members: Members): string {
  return `{${[...members].map(([name, value]) => `${JSON.stringify(name)}:${typeof value === 'string' ? value : jsonOf(value)}`).join(',')}}`;
}

/** A cell as JSON: its own text where that is what the field holds, else a string. A number in a cell whose field is not known is text. */
function valueOf(cell: string, types: readonly JsonType[] | undefined): string {
  const text = cell.trim();
  const takes = (type: JsonType): boolean => types === undefined || types.includes(type);
  if (/^[{[]/.test(text)) return (takes('object') || takes('array')) && isJson(text) ? text : JSON.stringify(cell);
  if (types === undefined) return JSON.stringify(cell);
  if (takes('boolean') && /^(?:true|false)$/i.test(text)) return text.toLowerCase();
  if (takes('number') && !takes('string') && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return text;
  return JSON.stringify(cell);
}

function isJson(text: string): boolean {
  const whole = text.startsWith('[') ? `{"":${text}}` : text;
  const end = lexStrict(whole, 0, tape);
  return end !== Stop.End && end === whole.length && tape.problemCount === 0 && tape.kind(0) === Token.OpenObject;
}
