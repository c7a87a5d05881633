import { checkJson, minify } from '../../escapes';
import { duplicatesOf } from '../../sources/duplicates';
import { isArray } from '../../trail/scan/contexts';
import { mergeSort } from '../../trail/mergeSort';
import { type Steps, STEP } from '../../trail/steps';
import { type Trail } from '../../trail/trail';

/** What a new log holds of another one. */
export interface Converted {
  readonly text: string;
  readonly events: number;
  /** Stretches of the source that are no events, and are left out. */
  readonly skipped: number;
  /** Damaged events, which stay as they are written, over several lines where they were. */
  readonly damaged: number;
}

/** How the events of a new log are put together. */
export type Form = 'array' | 'lines' | 'same';

/** Records between two pauses: each is read, and perhaps laid out. */
const PAUSE = 16;

/** The events of a log, in the order of their time; those without one stay behind the one before them. */
export function* byTime(trail: Trail): Steps<Uint32Array> {
  const rows = yield* eventsOf(trail);
  const times = new Float64Array(rows.length);
  let last = -Infinity;
  rows.forEach((row, index) => {
    const time = trail.rows.time(row);
    times[index] = last = Number.isNaN(time) ? last : time;
  });
  const order = yield* mergeSort(
    Uint32Array.from(rows, (_, index) => index),
    (a, b) => (times[a] as number) > (times[b] as number),
  );
  return order.map((index) => rows[index] as number);
}

/** The events of a log without those whose id occurred before; equal ids are told by their text. */
export function* withoutDuplicates(trail: Trail): Steps<Uint32Array> {
  const again = new Set<number>();
  for (const { row } of duplicatesOf(trail)) {
    again.add(row);
    yield;
  }
  return (yield* eventsOf(trail)).filter((row) => !again.has(row));
}

/** All events of a log, in the order of its text. */
export function* eventsOf(trail: Trail): Steps<Uint32Array> {
  const rows: number[] = [];
  for (let row = 0; row < trail.rows.size; row++) {
    if ((row & (STEP - 1)) === 0) yield;
    if (trail.isEvent(row)) rows.push(row);
  }
  return Uint32Array.from(rows);
}

/**
 * Puts events together to a new log. Their text stays as it is written: only white space between tokens changes where they are put on lines, so no digit
 * is lost. `recordText` gives the text of a row.
 */
export function* put(trail: Trail, rows: Uint32Array, form: Form, recordText: (row: number) => string): Steps<Converted> {
  const isList = form === 'array' || (form === 'same' && mostInArrays(trail, rows));
  const records: string[] = [];
  let damaged = 0;
  for (let index = 0; index < rows.length; index++) {
    if (index % PAUSE === 0) yield;
    const text = recordText(rows[index] as number);
    if (form !== 'lines' || !text.includes('\n')) {
      records.push(form === 'lines' ? text.trim() : text);
      continue;
    }
    const isWhole = checkJson(text) === undefined;
    if (!isWhole) damaged++;
    records.push(isWhole ? minify(text) : text);
  }
  const text = isList ? `[\n${records.join(',\n')}\n]\n` : `${records.join('\n')}\n`;
  return {
    text: records.length === 0 && !isList ? '' : text,
    events: rows.length,
    skipped: trail.rows.size - trail.events,
    damaged,
  };
}

function mostInArrays(trail: Trail, rows: Uint32Array): boolean {
  let inArrays = 0;
  for (const row of rows) if (isArray(trail.contexts.name(trail.rows.context(row)))) inArrays++;
  return inArrays * 2 > rows.length;
}
