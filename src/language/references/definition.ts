import type * as vscode from 'vscode';
import { accessKeyKind } from '../../knowledge/accessKeys';
import { findValue } from '../../trail/search';
import { Column } from '../../trail/scan/row';
import { StringSource } from '../../trail/source';
import { type Trail } from '../../trail/trail';
import { memberAt, memberPart, type Part } from '../../event/member';
import { endOf } from '../../event/nodes';
import { rowEvent } from '../../event/rowEvent';
import { hasId } from '../../trail/keyValues';
import { STEP, walkInSlices } from '../../trail/steps';
import { type Locate, type Place } from '../../workspace/openLog';
import { type Searched } from '../../workspace/searched';
import { valueAt } from '../../event/valueAt';

/** Definitions that are given at most: a request may have many events. */
const MAX_DEFINITIONS = 100;
/** Operations whose response holds a new access key. */
const ISSUERS = /^(?:AssumeRole|CreateAccessKey|GenerateSession|GetSession|GetFederation|GetCallerToken)/i;

/**
 * Where an id comes from: for an access key the response that issued it, for an event or request id its event. Empty where no open log holds that, undefined
 * where the search was given up.
 */
export async function findDefinitions(
  logs: readonly Searched[],
  value: string,
  token: vscode.CancellationToken,
): Promise<readonly Place[] | undefined> {
  const found: Place[] = [];
  const kind = accessKeyKind(value);
  const isKey = kind === 'temporary' || kind === 'long-term' || kind === 'console';
  for (const log of logs) {
    const steps = isKey ? issuers(log, value, found) : events(log, value, found);
    const isDone = await walkInSlices(steps, () => !token.isCancellationRequested && log.isUnchanged());
    if (!isDone && token.isCancellationRequested) return undefined;
  }
  return found;
}

function* events(log: Searched, value: string, found: Place[]): Generator<void> {
  const { trail } = log;
  const holds = hasId(value);
  const locate: Locate = (of, row) =>
    ['eventId', 'requestId']
      .flatMap((name) => memberPart(of, row, [name]) ?? [])
      .filter((part) => is(of, row, part, value))
      .slice(0, 1);
  for (let row = 0; row < trail.rows.size && found.length < MAX_DEFINITIONS; row++) {
    if (row % STEP === 0) yield;
    // Another id may have the same hash.
    if (!trail.isEvent(row) || !holds(trail, row) || !trail.recordText(row).includes(value)) continue;
    found.push(...placesIn(log, row, locate));
    yield;
  }
}

/** A row that is looked at as a document already has its places there. */
function placesIn({ log, own }: Searched, row: number, locate: Locate): readonly Place[] {
  return row === own ? [] : log.places(row, locate);
}

function is(trail: Trail, row: number, { start, end }: Part, value: string): boolean {
  return trail.recordText(row).slice(start, end) === value;
}

function* issuers(log: Searched, key: string, found: Place[]): Generator<void> {
  const { trail } = log;
  const names = trail.dictionary(Column.EventName);
  const isIssuer: (boolean | undefined)[] = [];
  for (let row = 0; row < trail.rows.size && found.length < MAX_DEFINITIONS; row++) {
    if (row % STEP === 0) yield;
    const code = trail.rows.code(row, Column.EventName);
    if (!trail.isEvent(row) || !(isIssuer[code] ??= ISSUERS.test(names.decode(code)))) continue;
    yield;
    if (issuedPart(trail, row, key) === undefined) continue;
    found.push(...placesIn(log, row, (of, one) => [issuedPart(of, one, key)].filter((part) => part !== undefined)));
  }
}

/** Where the response of an event holds a key as one that it issued; the caller's own key, which may be in it as well, is none. */
function issuedPart(trail: Trail, row: number, key: string): Part | undefined {
  if (!trail.recordText(row).includes(key)) return undefined;
  const event = rowEvent(trail, row);
  const response = event && memberAt(event, ['responseElements']);
  if (response === undefined) return undefined;
  const { node, text, place } = response;
  const base = trail.rows.start(row);
  for (const hit of findValue(new StringSource(text), key, node.offset, endOf(node))) {
    const value = hit && valueAt(text, node, hit.start);
    if (hit !== undefined && value !== undefined && /^accessKeyId$/i.test(String(value.path.at(-1))))
      return { start: place(hit.start) - base, end: place(hit.end) - base };
  }
  return undefined;
}
