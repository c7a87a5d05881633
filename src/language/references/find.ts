import * as vscode from 'vscode';
import { findValue, type Hit } from '../../trail/search';
import { StringSource } from '../../trail/source';
import { type Part } from '../memberPart';
import { inSlices } from '../slices';
import { type Locate, type Log } from './logs';
import { hasInColumns, STEP } from './rows';

/** References that are listed at most: a longer list helps nobody. */
export const MAX_REFERENCES = 2_000;
/** Events that are listed at most of a log that is in no document: each is a document of its own. */
export const MAX_EVENTS = 200;

/** The places of a value in some logs. */
export interface References {
  readonly locations: readonly vscode.Location[];
  /** There are more. */
  readonly isCut: boolean;
}

/** Every place of a value in the logs, also inside escaped strings; undefined where the search was given up. */
export async function findReferences(
  logs: readonly Log[],
  value: string,
  token: vscode.CancellationToken,
): Promise<References | undefined> {
  const found: vscode.Location[] = [];
  let isCut = false;
  for (const log of logs) {
    const steps = log.open === undefined ? inEvents(log, value, found) : inText(log, value, found);
    const counted = (function* () {
      for (const isOver of steps) {
        isCut ||= isOver;
        if (isOver) return;
        yield;
      }
    })();
    const goesOn = (): boolean => !token.isCancellationRequested && log.isUnchanged();
    if (!(await inSlices(counted, goesOn)) && token.isCancellationRequested) return undefined;
  }
  return { locations: found, isCut };
}

/** Steps through the text of a document; each says whether the limit has been passed. */
function* inText({ open, trail }: Log, value: string, found: vscode.Location[]): Generator<boolean> {
  if (open === undefined) return;
  for (const hit of findValue(trail.text, value)) {
    if (hit !== undefined) {
      if (found.length >= MAX_REFERENCES) yield true;
      found.push(new vscode.Location(open.uri, open.range(hit.start, hit.end)));
    }
    yield false;
  }
}

/** Steps through the events of a log that is in no document: those that have the value as a key field. */
function* inEvents(log: Log, value: string, found: vscode.Location[]): Generator<boolean> {
  const { trail } = log;
  const holds = hasInColumns(trail, value);
  const locate = partsWith(value);
  let events = 0;
  for (let row = 0; row < trail.rows.size; row++) {
    if (row % STEP === 0) yield false;
    if (!trail.isEvent(row) || !holds(row)) continue;
    if (events++ >= MAX_EVENTS || found.length >= MAX_REFERENCES) yield true;
    for (const { uri, range } of log.targets(row, locate)) found.push(new vscode.Location(uri, range));
    yield false;
  }
}

/** The places of a value in a row. */
export function partsWith(value: string): Locate {
  return (trail, row) => [...findValue(new StringSource(trail.recordText(row)), value)].filter(isPart);
}

function isPart(hit: Hit | undefined): hit is Part {
  return hit !== undefined;
}
