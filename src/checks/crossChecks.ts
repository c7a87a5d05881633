import { timeAt } from '../trail/scan/clock';
import { eventIdIn } from '../trail/scan/eventId';
import { Column, Flag } from '../trail/scan/row';
import { RowTable } from '../trail/rowTable';
import { type Steps, STEP } from '../trail/steps';
import { type Trail } from '../trail/trail';
import { Budget } from './budget';
import { type Delivered } from './delivered';
import { type Finding, FindingCode } from './finding';
import { MAX_CANDIDATES, MAX_OTHERS, MAX_TRIES } from './limits';
import { memberPlace } from './memberPlace';

/** What is found by comparing the events of a log: the findings of each row, and how many there are. */
export interface CrossFindings {
  readonly byRow: ReadonlyMap<number, readonly Finding[]>;
  readonly totals: Budget['totals'];
}

export const NO_CROSS_FINDINGS: CrossFindings = { byRow: new Map(), totals: new Map() };

/** Of a log that is in order otherwise, at most one event in so many breaks it. */
const ORDERED = 10;
/** With fewer pairs of events no order can be told. */
const LEAST_PAIRS = 4;

/**
 * Compares the events of a log: equal ids, order of time, what the place of a delivered log says of all. It goes over the columns alone; text is read only
 * for what is reported, so that it can be done anew after each edit. The result holds for this version of the trail.
 */
export function* crossCheck(trail: Trail, delivered: Delivered | undefined): Steps<CrossFindings> {
  const findings = new Collector();
  yield* findDuplicates(trail, findings);
  yield* findDisorder(trail, findings);
  if (delivered?.region !== undefined)
    yield* findOthers(trail, findings, { column: Column.Region, expected: delivered.region, code: FindingCode.OtherRegion });
  if (delivered?.account !== undefined)
    yield* findOthers(trail, findings, { column: Column.Account, expected: delivered.account, code: FindingCode.OtherAccount });
  return { byRow: findings.byRow, totals: findings.budget.totals };
}

class Collector {
  readonly budget = new Budget();
  readonly byRow = new Map<number, Finding[]>();

  add(row: number, finding: Finding): void {
    const { kept } = this.budget.take([finding]);
    const known = this.byRow.get(row);
    if (known !== undefined) known.push(...kept);
    else if (kept.length > 0) this.byRow.set(row, [...kept]);
  }
}

/** Equal hashes are only candidates: the ids are compared as text. Beyond what is shown the hashes are counted. */
function* findDuplicates(trail: Trail, findings: Collector): Steps<void> {
  const { rows } = trail;
  const { budget } = findings;
  const seen = new RowTable(rows.size);
  let hash = 0;
  let id: string | undefined;
  const hasHash = (row: number): boolean => rows.eventId(row) === hash;
  const isSame = (row: number): boolean => hasHash(row) && eventIdIn(trail.recordText(row), hash) === id;
  for (let row = 0; row < rows.size; row++) {
    if ((row & (STEP - 1)) === 0) yield;
    hash = rows.eventId(row);
    if (hash === 0 || (rows.flags(row) & Flag.Event) === 0) continue;
    let first = seen.find(hash, hasHash, rows.size);
    if (first >= 0 && !budget.hasRoom(FindingCode.DuplicateEvent)) {
      budget.drop(FindingCode.DuplicateEvent, 1);
      continue;
    }
    if (first >= 0) {
      yield;
      const text = trail.recordText(row);
      id = eventIdIn(text, hash);
      first = id === undefined ? -1 : seen.find(hash, isSame, MAX_CANDIDATES);
      if (first >= 0) {
        const isIt = (value: string): boolean => value === id;
        const related = { row: first, ...memberPlace(trail.recordText(first), 'eventId', isIt) };
        const place = memberPlace(text, 'eventId', isIt);
        findings.add(row, { code: FindingCode.DuplicateEvent, ...place, data: {}, related });
        continue;
      }
    }
    seen.add(hash, row);
  }
}

/** Logs go from the earliest to the latest event, or, as answers of LookupEvents do, the other way round; some are in no order at all. */
function* findDisorder(trail: Trail, findings: Collector): Steps<void> {
  const { rows } = trail;
  let later = 0;
  let earlier = 0;
  let last = NaN;
  for (let row = 0; row < rows.size; row++) {
    if ((row & (STEP - 1)) === 0) yield;
    const time = rows.time(row);
    if (Number.isNaN(time)) continue;
    if (time > last) later++;
    else if (time < last) earlier++;
    last = time;
  }
  const breaks = Math.min(later, earlier);
  if (breaks === 0 || later + earlier < LEAST_PAIRS || breaks > Math.max(1, (later + earlier) / ORDERED)) return;
  const isAscending = later > earlier;
  let before = -1;
  for (let row = 0; row < rows.size; row++) {
    if ((row & (STEP - 1)) === 0) yield;
    const time = rows.time(row);
    if (Number.isNaN(time)) continue;
    const difference = before < 0 ? 0 : time - rows.time(before);
    if (isAscending ? difference < 0 : difference > 0) reportDisorder(trail, row, before, isAscending, findings);
    before = row;
  }
}

function reportDisorder(trail: Trail, row: number, before: number, isAscending: boolean, findings: Collector): void {
  if (!findings.budget.hasRoom(FindingCode.TimeOrder)) {
    findings.budget.drop(FindingCode.TimeOrder, 1);
    return;
  }
  const placeOf = (one: number): { start: number; end: number } =>
    memberPlace(trail.recordText(one), 'eventTime', (value) => timeAt(value, 0, value.length) === trail.rows.time(one));
  findings.add(row, {
    code: FindingCode.TimeOrder,
    ...placeOf(row),
    data: { order: isAscending ? 'ascending' : 'descending' },
    related: { row: before, ...placeOf(before) },
  });
}

interface Expectation {
  readonly column: Column.Region | Column.Account;
  readonly expected: string;
  readonly code: FindingCode;
}

/** One finding for each other value, at its first event: a file in the wrong place would have one in every line. */
function* findOthers(trail: Trail, findings: Collector, { column, expected, code }: Expectation): Steps<void> {
  const { rows } = trail;
  const own = trail.dictionary(column).find(expected);
  const others = new Map<number, { count: number; rows: number[] }>();
  for (let row = 0; row < rows.size; row++) {
    if ((row & (STEP - 1)) === 0) yield;
    const value = rows.code(row, column);
    if (value === 0 || value === own || (rows.flags(row) & Flag.Event) === 0) continue;
    const other = others.get(value);
    if (other === undefined) {
      if (others.size < MAX_OTHERS) others.set(value, { count: 1, rows: [row] });
    } else {
      other.count++;
      if (other.rows.length < MAX_TRIES) other.rows.push(row);
    }
  }
  const member = column === Column.Region ? 'acsRegion' : 'accountId';
  for (const [value, { count, rows: candidates }] of others) {
    yield;
    const row = candidates.find((one) => !mayBeHere(trail.recordText(one), column, expected));
    if (row === undefined) continue;
    const text = trail.dictionary(column).decode(value);
    const place = memberPlace(trail.recordText(row), member, (one) => one === text);
    findings.add(row, { code, ...place, data: { value: text, count: String(count), expected } });
  }
}

const GLOBAL = /isGlobal\\*"?\s*:\s*\\*"?true/i;

/** Global events are in every region; an event of another account is here because this one received it. */
function mayBeHere(text: string, column: Column, expected: string): boolean {
  if (column === Column.Region) return GLOBAL.test(text);
  return new RegExp(`recipientAccountId\\\\*"?\\s*:\\s*\\\\*"?${expected}`, 'i').test(text);
}
