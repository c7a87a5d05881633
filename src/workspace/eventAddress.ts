import * as vscode from 'vscode';
import { formatUtc } from '../knowledge/times';
import { Column } from '../trail/scan/row';
import { type Trail } from '../trail/trail';
import { EVENT_SCHEME } from './language';
import { type OpenLog } from './openLog';

const MAX_NAME = 60;

/** The address of the document of a single event. */
export function eventUri({ key, trail }: Pick<OpenLog, 'key' | 'trail'>, row: number): vscode.Uri {
  const time = trail.rows.time(row);
  const name = trail
    .value(row, Column.EventName)
    .replace(/[^\p{L}\p{N}._-]/gu, '_')
    .slice(0, MAX_NAME);
  const label = [name, Number.isNaN(time) ? '' : formatUtc(time).replaceAll(':', '-')].filter(Boolean).join(' ');
  return vscode.Uri.from({
    scheme: EVENT_SCHEME,
    path: `/${label}.trail.json`,
    query: `${key}&${row}&${trail.rows.eventId(row)}`,
  });
}

/** The key of the log that the document of a single event is of. */
export function keyIn({ query }: vscode.Uri): string {
  return query.split('&')[0] ?? '';
}

/** The row of an event's document; -1 where it is not there any more. In a folder into which older events were delivered it is another one than it was. */
export function rowOf({ rows }: Trail, uri: vscode.Uri): number {
  const [, number = -1, hash = 0] = uri.query.split('&').map(Number);
  const is = (row: number): boolean => row >= 0 && row < rows.size && (hash === 0 || rows.eventId(row) === hash);
  if (is(number)) return number;
  for (let row = hash === 0 ? rows.size : 0; row < rows.size; row++) if (is(row)) return row;
  return -1;
}
