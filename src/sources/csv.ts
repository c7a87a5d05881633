import { lowerFirst } from '../knowledge/casing';
import Papa from 'papaparse';
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

/** A query of Log Service names its columns so. */
const FLAT_PREFIX = /^event\.(?=.)/;
const IDENTITY_PREFIX = 'userIdentity.';
/** Azure Monitor puts the type of a column behind its name. */
const TYPE_SUFFIX = /_[sdbtg]$/;
/** Its own time, which stands for the event's where that has no column. */
const COLLECTOR_TIME = /^TimeGenerated(?: \[[^\]]*\])?$/;
const DELIMITERS = [',', '\t', ';', '|'];
const MAX_HEADER = 1 << 16;
/** The columns of an event that the header line must name. */
const MIN_COLUMNS = 2;

const tape = new Tape();

/** Reads a table whose header line names the fields of an event; undefined for any other text. */
export function readCsv(text: string): CsvLog | undefined {
  const delimiter = delimiterOf(text);
  if (delimiter === undefined) return undefined;
  let columns: readonly (Cell | undefined)[] | undefined;
  const lines: string[] = [];
  const starts: number[] = [];
  const rows: { start: number; end: number }[] = [];
  let length = 0;
  let at = 0;
  let isTable = true;
  let isTruncated = false;
  Papa.parse<string[]>(text, {
    header: false,
    delimiter,
    step: ({ data, errors, meta }, parser) => {
      const start = at;
      at = meta.cursor;
      if (columns === undefined) {
        columns = columnsOf(data);
        isTable = columns !== undefined;
        if (!isTable) parser.abort();
        return;
      }
      if (data.every((cell) => cell.trim() === '')) return;
      isTruncated = errors.some(({ code }) => code === 'MissingQuotes');
      const line = lineOf(columns, data);
      lines.push(line);
      starts.push(length);
      length += line.length + 1;
      rows.push({ start, end: start + text.slice(start, at).trimEnd().length });
    },
  });
  if (!isTable || columns === undefined) return undefined;
  const fields = new Set(columns.flatMap((column) => column?.path.slice(0, 1) ?? []).map(lowerFirst));
  return { text: lines.map((line) => `${line}\n`).join(''), starts, rows, fields, isTruncated };
}

/** What separates the names in the header line; undefined where it can be none: cheap, so that other texts are not parsed. */
function delimiterOf(text: string): string | undefined {
  const line = /^\s*([^\r\n]*)/.exec(text.slice(0, MAX_HEADER))?.[1] ?? '';
  if (/^[[{]/.test(line) || !/event/i.test(line)) return undefined;
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length - 1);
  const most = Math.max(...counts);
  return most === 0 ? undefined : DELIMITERS[counts.indexOf(most)];
}

function columnsOf(header: readonly string[]): readonly (Cell | undefined)[] | undefined {
  const names = header.map((name) => nameOf(name.trim().replace(FLAT_PREFIX, '')));
  const keys = names.map(keyOf);
  const events = keys.filter(isEventKey).length;
  const isHolder = keys.includes(Key.Event) && keys.includes(Key.Topic);
  if (events < MIN_COLUMNS && !isHolder) return undefined;
  const hasTime = keys.includes(Key.EventTime);
  const types = new Map(eventFields().map((field) => [lowerFirst(field.name), field.types]));
  return names.map((name) => {
    if (name === '') return undefined;
    if (!hasTime && COLLECTOR_TIME.test(name)) return { path: ['eventTime'], types: ['string'] };
    if (name.startsWith(IDENTITY_PREFIX)) return { path: name.split('.'), types: undefined };
    return { path: [name], types: types.get(lowerFirst(name)) };
  });
}

function nameOf(name: string): string {
  const bare = name.replace(TYPE_SUFFIX, '');
  return keyOf(bare) === Key.None ? name : bare;
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
