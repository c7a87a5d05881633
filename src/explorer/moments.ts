import * as vscode from 'vscode';
import { formatLocal } from '../knowledge/times';
import { type Bucket } from '../trail/group/buckets';
import { type Groups } from '../trail/group/groups';

/** How many characters of `2026-03-02 09:16:25` a span of each unit is named by. */
const LENGTHS: Readonly<Partial<Record<Bucket['unit'], number>>> = {
  year: 4,
  month: 7,
  day: 10,
  hour: 13,
  minute: 16,
  second: 19,
};

/** An event's local time. The year is left out where all events of the log are of one, and the day where all are of one. */
export function shortTime(ms: number, { first, last }: Groups): string {
  if (Number.isNaN(ms)) return vscode.l10n.t('(no time)');
  const text = formatLocal(ms);
  const from = formatLocal(first);
  const to = formatLocal(last);
  if (from.slice(0, 10) === to.slice(0, 10)) return text.slice(11);
  return from.slice(0, 4) === to.slice(0, 4) ? text.slice(5) : text;
}

/** The name of a span of time: `2026-03-02`, `2026-03-02 09:00`. */
export function spanName(unit: Bucket['unit'], start: number): string {
  const name = formatLocal(start).slice(0, LENGTHS[unit] ?? 19);
  return unit === 'hour' ? `${name}:00` : name;
}
