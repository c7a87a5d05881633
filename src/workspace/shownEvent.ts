import * as vscode from 'vscode';
import { eventText } from '../event/eventText';
import { memberPart, type Part } from '../event/member';
import { reasonOf } from '../platform/files';
import { findValue } from '../trail/search';
import { StringSource } from '../trail/source';
import { Trail } from '../trail/trail';
import { eventUri } from './eventAddress';
import { type Locate, type OpenLog, type Place } from './openLog';

type Shown = Pick<OpenLog, 'key' | 'trail' | 'recordText'>;

/** Places in the document of a single event, which need not be open. Fails with the reason where the event cannot be read any more. */
export function placesShown(log: Shown, row: number, locate: Locate): readonly Place[] {
  const text = textShown(log, row);
  const uri = eventUri(log, row);
  const trail = Trail.of(new StringSource(text));
  const base = trail.rows.size === 0 ? 0 : trail.rows.start(0);
  const event = rangeIn(text, 0, text.trimEnd().length);
  const parts = trail.rows.size === 0 ? [] : locate(trail, 0);
  return (parts.length === 0 ? [{ start: 0, end: 0 }] : parts).map(({ start, end }) => ({
    uri,
    event,
    range: rangeIn(text, base + start, base + end),
  }));
}

/** Every place of a value in the documents of some events, in steps; why an event cannot be read is added to `problems`. */
export function* locationsShown(
  log: Shown,
  rows: readonly number[],
  value: string,
  problems: string[],
): Generator<vscode.Location | undefined> {
  for (const row of rows) {
    yield undefined;
    try {
      const text = textShown(log, row);
      const uri = eventUri(log, row);
      for (const hit of findValue(new StringSource(text), value))
        if (hit !== undefined) yield new vscode.Location(uri, rangeIn(text, hit.start, hit.end));
    } catch (error) {
      problems.push(reasonOf(error));
    }
  }
}

/** Where a member's value stands in the document of a single event, which is laid out otherwise than the log. */
export function partShown(text: string, member: readonly string[]): Part | undefined {
  const trail = Trail.of(new StringSource(text));
  const part = trail.rows.size === 0 ? undefined : memberPart(trail, 0, member);
  const base = part === undefined ? 0 : trail.rows.start(0);
  return part && { start: base + part.start, end: base + part.end };
}

function textShown(log: Shown, row: number): string {
  return eventText(log.trail, row, log.recordText(row));
}

/** A range in a text that is in no document yet; its lines end in LF. */
function rangeIn(text: string, start: number, end: number): vscode.Range {
  return new vscode.Range(positionIn(text, start), positionIn(text, end));
}

function positionIn(text: string, offset: number): vscode.Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return new vscode.Position(before.split('\n').length - 1, offset - lineStart);
}
