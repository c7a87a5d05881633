import type * as vscode from 'vscode';
import { hasInColumns } from '../trail/keyValues';
import { findValue } from '../trail/search';
import { STEP, walkInSlices } from '../trail/steps';
import { type Trail } from '../trail/trail';
import { type Logs } from './logs';
import { type Searched, searchedFrom } from './searched';
import { type Trails } from './trails';

/** Events that are counted of one value: beyond it, how many more there are helps nobody. */
export const MAX_COUNT = 10_000;
/** Values whose counts are kept. */
const MAX_KEPT = 2_000;

/** In how many events a value occurs. */
export interface Count {
  readonly events: number;
  /** There may be more: beyond `MAX_COUNT`, or in the text of logs that are in no document. */
  readonly isLeast: boolean;
}

/**
 * In how many events of the open logs values occur, also inside escaped strings. An event that several logs hold, such as a file and its `.gz`, counts once.
 * What was counted is kept until a log changes.
 */
export class ReferenceCounts {
  private readonly known = new Map<string, Promise<Count | undefined>>();
  private state = '';

  constructor(
    readonly trails: Trails,
    readonly logs: Logs,
  ) {}

  /** The events that hold a value, at most `MAX_COUNT`; undefined where the logs changed meanwhile. */
  of(document: vscode.TextDocument, value: string): Promise<Count | undefined> {
    const logs = searchedFrom(this, document);
    const state = logs.map(({ trail, log }) => `${log.key} ${String(trail.version)}`).join('\n');
    if (state !== this.state || this.known.size > MAX_KEPT) this.known.clear();
    this.state = state;
    const known = this.known.get(value);
    if (known !== undefined) return known;
    const count = countEvents(logs, value);
    this.known.set(value, count);
    return count;
  }
}

async function countEvents(logs: readonly Searched[], value: string): Promise<Count | undefined> {
  const seen = new SeenEvents();
  let events = 0;
  for (const one of logs) {
    const steps = one.log.document === undefined ? byColumns(one, value) : byText(one, value);
    const counted = (function* () {
      for (const row of steps) {
        if (row >= 0 && seen.isNew(one.trail, row)) events++;
        if (events >= MAX_COUNT) return;
        yield;
      }
    })();
    if (!(await walkInSlices(counted, one.isUnchanged))) return undefined;
  }
  return { events, isLeast: events >= MAX_COUNT || logs.some(({ log }) => log.document === undefined) };
}

/** Events that were counted, by their ids: of those that have none each is another one. Equal hashes are of the same id where the time is the same, too. */
class SeenEvents {
  private readonly seen = new Set<string>();

  isNew({ rows }: Trail, row: number): boolean {
    const id = rows.eventId(row);
    if (id === 0) return true;
    const { size } = this.seen;
    return this.seen.add(`${id} ${rows.time(row)}`).size > size;
  }
}

/** Each further event whose text holds the value; -1 for a step without one. */
function* byText({ trail }: Searched, value: string): Generator<number> {
  let last = -1;
  for (const hit of findValue(trail.text, value)) {
    const row = hit === undefined ? last : trail.rowAt(hit.start);
    const isNew = row !== last && row >= 0;
    if (isNew) last = row;
    yield isNew ? row : -1;
  }
}

/** Each event that has the value as a key field, -1 for a step without one: the text of a log that is in no document is not read for a count. */
function* byColumns({ trail, own }: Searched, value: string): Generator<number> {
  const holds = hasInColumns(trail, value);
  for (let row = 0; row < trail.rows.size; row++) {
    if (row !== own && trail.isEvent(row) && holds(row)) yield row;
    else if (row % STEP === 0) yield -1;
  }
}
