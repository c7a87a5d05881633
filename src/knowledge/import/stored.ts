import type { CatalogueEvent, CatalogueFile, EventKind, Source } from '../entry';
import { type EventReader, LazyFile } from '../lazyFile';
import type { ImportProblem } from './problem';

/** What kind of import a set comes from. */
export type SetOrigin = 'files' | 'download';

/** What is known of an imported set without reading its events. */
export interface SetMeta {
  readonly id: string;
  /** What the hover names. */
  readonly source: Source;
  readonly origin: SetOrigin;
  /** When it was imported: ISO 8601, UTC. */
  readonly date: string;
  readonly count: number;
  readonly languages: readonly ('zh' | 'en')[];
  /** Events of which the built-in catalogue says something else. */
  readonly conflicts: number;
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  /** Codes and names that the metadata gives: [code, zh, en]. */
  readonly products: readonly (readonly [string, string, string])[];
  readonly regions: readonly (readonly [string, string, string])[];
}

/** The form of this version; a set of a later one is not read. */
const FORMAT = 1;

interface Section {
  readonly service: string;
  readonly also?: readonly string[];
  readonly source?: Source;
  /** UTF-16 units from the end of the first line. */
  readonly start: number;
  readonly end: number;
}

interface Head extends SetMeta {
  readonly format: number;
  readonly sections: readonly Section[];
}

/** An imported set as it is stored: one text, whose first line says what there is and where. */
export interface StoredSet {
  readonly meta: SetMeta;
  readonly files: readonly CatalogueFile[];
}

/**
 * The text of a set: a line of JSON, then a line an event: name, Chinese, English, kind, and the rest as JSON, between tabs.
 * Only the first line is parsed when a set is loaded; the lines of a product when somebody asks for one of its events.
 */
export function writeSet(meta: SetMeta, files: readonly CatalogueFile[]): string {
  const sections: Section[] = [];
  const texts: string[] = [];
  let start = 0;
  for (const { service, also, source, events } of files) {
    const text = Object.entries(events)
      .map(([name, event]) => lineOf(name, event))
      .join('\n');
    sections.push({
      service,
      ...(also && also.length > 0 && { also }),
      ...(source && { source }),
      start,
      end: start + text.length,
    });
    texts.push(text);
    start += text.length + 1;
  }
  const head: Head = { ...meta, format: FORMAT, sections };
  return `${JSON.stringify(head)}\n${texts.join('\n')}\n`;
}

/** Reads a set. Throws an error with a reason for people when it is damaged or of a later version. */
export function readSet(text: string): StoredSet {
  const line = text.indexOf('\n');
  const head = JSON.parse(text.slice(0, Math.max(line, 0))) as Partial<Head>;
  if (head.format !== FORMAT) throw new Error(`format ${String(head.format)}`);
  const { sections, format, ...meta } = head as Head;
  const body = line + 1;
  if (body + (sections.at(-1)?.end ?? 0) > text.length) throw new Error(`cut off: ${format}`);
  const files = sections.map(({ start, end, ...file }) => new LazyFile(file, readerOf(text, body + start, body + end)));
  return { meta, files };
}

function lineOf(name: string, { zh = '', en = '', kind, ...rest }: CatalogueEvent): string {
  const more = Object.values(rest).some((value) => value !== undefined) ? JSON.stringify(rest) : '';
  return [flat(name), flat(zh), flat(en), kind ?? '', flat(more)].join('\t').trimEnd();
}

function flat(text: string): string {
  return text.replace(/[\t\r\n]/g, ' ');
}

/** The events between two offsets of the text, by where their lines start. */
function readerOf(text: string, start: number, end: number): EventReader {
  return { places: () => placesOf(text, start, end), read: (line) => eventAt(text, line, end) };
}

function placesOf(text: string, start: number, end: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let line = start;
  while (line < end) {
    const stop = lineEnd(text, line, end);
    const tab = text.indexOf('\t', line);
    const name = text.slice(line, tab < 0 || tab > stop ? stop : tab);
    if (name !== '') places.set(name, line);
    line = stop + 1;
  }
  return places;
}

function eventAt(text: string, line: number, last: number): CatalogueEvent {
  const [, zh = '', en = '', kind = '', more = ''] = text.slice(line, lineEnd(text, line, last)).split('\t');
  const event: { -readonly [Key in keyof CatalogueEvent]: CatalogueEvent[Key] } = more === '' ? {} : restOf(more);
  if (zh !== '') event.zh = zh;
  if (en !== '') event.en = en;
  if (kind !== '') event.kind = kind as EventKind;
  return event;
}

function lineEnd(text: string, from: number, end: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 || at > end ? end : at;
}

/** A line that was damaged on the disk still gives its meaning. */
function restOf(json: string): CatalogueEvent {
  try {
    return JSON.parse(json) as CatalogueEvent;
  } catch {
    return {};
  }
}
