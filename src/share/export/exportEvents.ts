import { Flag } from '../../trail/scan/row';
import { type Steps } from '../../trail/steps';
import { type Log } from '../../trail/log';
import { type ExportColumn } from './columns';
import { EventReader, onOneLine } from './eventReader';
import { lineOf } from './table';

export type DataFormat = 'csv' | 'tsv' | 'json' | 'jsonl';

/** What is exported, and how. */
export interface ExportRequest {
  readonly format: DataFormat;
  /** For tables. */
  readonly columns: readonly ExportColumn[];
  /** The events that are wanted; all where it is not given. */
  readonly has?: (row: number) => boolean;
}

/** What was exported. */
export interface Exported {
  readonly events: number;
  /** Events that are no sound JSON: in JSON they stand as text under the name `damagedEvent`. */
  readonly damaged: number;
}

export interface Progress {
  share: number;
}

/** Text that is made before others have their turn; UTF-16 units. */
const STEP_UNITS = 131_072;
const DAMAGED = Flag.Damaged | Flag.Truncated | Flag.Fragment | Flag.BrokenOff;

/** Writes the events of a log in a data format, in steps; `write` gets the text in parts, none of which ends within a character. */
export function* exportEvents(
  log: Log,
  { format, columns, has }: ExportRequest,
  write: (text: string) => void,
  progress: Progress = { share: 0 },
): Steps<Exported> {
  const { rows } = log.trail;
  const { size } = rows;
  const style = { delimiter: format === 'tsv' ? '\t' : ',' } as const;
  const isTable = format === 'csv' || format === 'tsv';
  const reader = new EventReader(columns);
  let events = 0;
  let damaged = 0;
  let units = 0;
  let part: string[] = [];
  if (isTable)
    part.push(
      lineOf(
        columns.map(({ name }) => name),
        style,
      ),
    );
  else if (format === 'json') part.push('[');
  for (let row = 0; row < size; row++) {
    const flags = rows.flags(row);
    if ((flags & Flag.Event) === 0 || has?.(row) === false) continue;
    const record = log.recordText(row);
    const isDamaged = (flags & DAMAGED) !== 0;
    if (isDamaged) damaged++;
    if (isTable) part.push(lineOf(reader.read(record, flags), style));
    else {
      const json = isDamaged ? JSON.stringify({ damagedEvent: record }) : record;
      if (format === 'json') part.push(events === 0 ? '\n' : ',\n', json);
      else part.push(/[\r\n]/.test(json) ? onOneLine(json) : json, '\n');
    }
    events++;
    units += record.length;
    if (units < STEP_UNITS) continue;
    units = 0;
    write(part.join(''));
    part = [];
    progress.share = row / size;
    yield;
  }
  if (format === 'json') part.push(events === 0 ? ']\n' : '\n]\n');
  write(part.join(''));
  return { events, damaged };
}
