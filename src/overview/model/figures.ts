import { Column } from '../../trail/scan/row';
import { type Steps } from '../../trail/steps';
import { type Trail } from '../../trail/trail';
import { type Facet, FACET_COLUMNS, FacetCounter, type FacetId, FACETS } from './facet';
import { FAILED, type Facts, KIND, NO_EVENT } from './facts';
import { KINDS } from './kinds';
import { binOf, type Range, type Scale, scaleOf } from './scale';

export type Facets = Readonly<Record<FacetId, Facet>>;

/** How many events of which values lie in a span of time. */
export interface Counted {
  readonly events: number;
  readonly failures: number;
  readonly facets: Facets;
}

/** What the overview shows of a part of a log. */
export interface Figures extends Counted {
  readonly scale: Scale;
  /** The number of events of each kind in each bin: kind after kind, in the order of KINDS. */
  readonly kinds: Uint32Array;
  /** The number of failed events in each bin. */
  readonly failed: Uint32Array;
}

/** Counts the events of a part of a log in bins, and the values that occur most; in steps. Undefined where rows went away meanwhile. */
export function* figuresOf(trail: Trail, facts: Facts, view: Range): Steps<Figures | undefined> {
  const scale = scaleOf(view);
  const { count } = scale;
  const counters = countersOf(trail, count);
  const kinds = new Uint32Array(KINDS.length * count);
  const failed = new Uint32Array(count);
  const counted = yield* countIn(trail, facts, view, counters, (note, time) => {
    const bin = binOf(scale, time);
    const at = (note & KIND) * count + bin;
    kinds[at] = (kinds[at] as number) + 1;
    if ((note & FAILED) !== 0) failed[bin] = (failed[bin] as number) + 1;
  });
  if (counted === undefined) return undefined;
  const [name, account, address, error] = listed(counters);
  const isDone = yield* eachIn(trail, facts, view, (_, time, codes, base) => {
    const bin = binOf(scale, time);
    name.put(codes[base + Column.EventName] as number, bin);
    account.put(codes[base + Column.Account] as number, bin);
    address.put(codes[base + Column.SourceAddress] as number, bin);
    error.put(codes[base + Column.ErrorCode] as number, bin);
  });
  return isDone ? { ...counted, facets: facetsOf(counters), scale, kinds, failed } : undefined;
}

/** Counts the events in a span of time and the values that occur most in it, in steps; undefined where rows went away meanwhile. */
export function* countedIn(trail: Trail, facts: Facts, range: Range): Steps<Counted | undefined> {
  return yield* countIn(trail, facts, range, countersOf(trail, 0), () => undefined);
}

type Counters = Readonly<Record<FacetId, FacetCounter>>;

function* countIn(
  trail: Trail,
  facts: Facts,
  range: Range,
  counters: Counters,
  put: (note: number, time: number) => void,
): Steps<Counted | undefined> {
  const [name, account, address, error] = listed(counters);
  let events = 0;
  let failures = 0;
  const isDone = yield* eachIn(trail, facts, range, (note, time, codes, base) => {
    events++;
    const hasFailed = (note & FAILED) !== 0;
    if (hasFailed) failures++;
    name.count(codes[base + Column.EventName] as number, hasFailed);
    account.count(codes[base + Column.Account] as number, hasFailed);
    address.count(codes[base + Column.SourceAddress] as number, hasFailed);
    if (hasFailed) error.count(codes[base + Column.ErrorCode] as number, hasFailed);
    put(note, time);
  });
  if (!isDone) return undefined;
  for (const id of FACETS) yield* counters[id].choose();
  return { events, failures, facets: facetsOf(counters) };
}

/** Visits the events of a span of time with the codes of their block, and where theirs start in it; false where rows went away meanwhile. */
function* eachIn(
  trail: Trail,
  { notes }: Facts,
  { from, to }: Range,
  visit: (note: number, time: number, codes: Uint32Array, base: number) => void,
): Steps<boolean> {
  const { rows } = trail;
  for (let next = 0; next < notes.length;) {
    yield;
    if (rows.size < notes.length) return false;
    const { first, count, times, codes } = rows.blockOf(next);
    const end = Math.min(notes.length, first + count);
    for (let row = next; row < end; row++) {
      const note = notes[row] as number;
      if (note === NO_EVENT) continue;
      const time = times[row - first] as number;
      if (time >= from && time < to) visit(note, time, codes, (row - first) * Column.Count);
    }
    next = end;
  }
  return true;
}

function countersOf(trail: Trail, bins: number): Counters {
  const counter = (id: FacetId): FacetCounter => new FacetCounter(trail.dictionary(FACET_COLUMNS[id]).size, bins);
  return { name: counter('name'), account: counter('account'), address: counter('address'), error: counter('error') };
}

function listed({ name, account, address, error }: Counters): readonly [FacetCounter, FacetCounter, FacetCounter, FacetCounter] {
  return [name, account, address, error];
}

function facetsOf({ name, account, address, error }: Counters): Facets {
  return { name: name.facet, account: account.facet, address: address.facet, error: error.facet };
}
