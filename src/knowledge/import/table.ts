import type { Collector } from './collector';
import { kindOf, roleOf, type Role } from './columns';
import type { Origin } from './problem';
import { clean, isChinese, isEventName, mayBeEventName } from './text';

/** A row of a table and the line it stands in. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

/** The columns of a table of events; undefined where it is another table. */
export function columnsOf(header: readonly string[], onlyEvents: boolean): readonly Role[] | undefined {
  const roles = header.map((cell) => roleOf(cell, onlyEvents));
  const meanings = roles.some((role) => role === 'zh' || role === 'en' || role === 'meaning');
  return roles.includes('name') && meanings ? roles : undefined;
}

/** Several names stand in one cell between these. */
const BETWEEN = /[\s、,，;；/|]+/u;

/**
 * Takes the events of a table. A column of meanings is Chinese or English by its header, else by most of its cells.
 * `onlyEvents`: every row should be one (a CSV file); a document's table is left alone when none of its rows is.
 */
export function addTable(
  collector: Collector,
  { rows }: Pick<Table, 'rows'>,
  columns: readonly Role[],
  origin: Origin,
  onlyEvents: boolean,
): boolean {
  const at = columns.indexOf('name');
  if (!onlyEvents && !rows.some(({ cells }) => namesOf(cells[at] ?? '').length > 0)) return false;
  const languages = columns.map((role, column) =>
    role === 'meaning' ? (mostlyChinese(rows, column) ? 'zh' : 'en') : role === 'zh' || role === 'en' ? role : undefined,
  );
  const service = columns.indexOf('service');
  const kind = columns.indexOf('kind');
  for (const { line, cells } of rows) {
    const place = { ...origin, line };
    const names = namesOf(cells[at] ?? '', onlyEvents);
    if (names.length === 0) {
      const text = (cells[at] ?? '').trim();
      if (text === '') collector.report('no-name', place);
      else collector.report('bad-name', place, text);
      continue;
    }
    const zh = textOf(cells, languages, 'zh');
    const en = textOf(cells, languages, 'en');
    if (zh === undefined && en === undefined) {
      collector.report('no-meaning', place, names.join(', '));
      continue;
    }
    for (const full of names) {
      const [prefix, name] = split(full);
      const owner = clean(cells[service] ?? '') || prefix;
      collector.add({ service: owner === '' ? undefined : owner, name, zh, en, kind: kindOf(cells[kind] ?? '') }, place);
    }
  }
  return true;
}

function textOf(
  cells: readonly string[],
  languages: readonly ('zh' | 'en' | undefined)[],
  language: 'zh' | 'en',
): string | undefined {
  for (const [column, is] of languages.entries()) {
    const text = is === language ? clean(cells[column] ?? '') : '';
    if (text !== '' && text !== '-') return text;
  }
  return undefined;
}

/** The names of a cell: a document may list several in one, a file of events has one in each, and that may be a phrase. */
function namesOf(cell: string, onlyEvents = false): readonly string[] {
  const names = onlyEvents ? [clean(cell)] : cell.split(BETWEEN).filter((name) => name !== '');
  const isName = onlyEvents ? mayBeEventName : isEventName;
  return names.every((name) => isName(split(name)[1])) ? names : [];
}

/** `ecs:StopInstance`, as access policies write it. */
function split(name: string): readonly [string, string] {
  const at = name.indexOf(':');
  return at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
}

function mostlyChinese(rows: readonly TableRow[], column: number): boolean {
  const texts = rows.map(({ cells }) => cells[column] ?? '').filter((text) => text.trim() !== '');
  return texts.filter(isChinese).length * 2 > texts.length;
}
