import { type Column } from '../../trail/scan/row';
import { STEP, type Steps } from '../../trail/steps';
import { type Facts } from './facts';
import { type Figures } from './figures';
import { KINDS } from './kinds';
import { type Wanted } from './find';
import { binOf, rangeOf, type Scale } from './scale';

/** An unusual number of events, or of failures, in some bins one after another. */
export interface Burst {
  readonly kind: 'burst';
  readonly of: 'events' | 'failures';
  readonly bin: number;
  readonly bins: number;
  readonly count: number;
  /** What a bin that is not empty usually holds. */
  readonly usual: number;
  /** The event name of most of them, as its place in the list of names; -1 where none of the list is there. */
  readonly name: number;
}

/** Values that no event before had, in one bin. */
export interface FirstSeen {
  readonly kind: 'first';
  readonly bin: number;
  readonly count: number;
  /** Some of them. */
  readonly values: readonly { readonly column: Column; readonly code: number; readonly row: number }[];
}

export type Mark = Burst | FirstSeen;

/** What occurs in this share of a log's time is what is usual in it: only later values are new. */
const LEARNED = 0.1;
/** New values that are named; the others are counted. */
const NAMED = 5;
/** Fewer bins that are not empty tell nothing about what is usual. */
const MIN_BINS = 8;
/** Fewer events are no burst, however quiet the log. */
const MIN_COUNT = 10;
/** More marks than this mark nothing. */
const MAX_MARKS = 60;

/** The bursts and the first occurrences in the part of a log that the figures are of, in the order of time; in steps. */
export function* marksOf(facts: Facts, figures: Figures): Steps<readonly Mark[]> {
  const { count } = figures.scale;
  const totals = new Uint32Array(count);
  for (let kind = 0; kind < KINDS.length; kind++)
    for (let bin = 0; bin < count; bin++) totals[bin] = (totals[bin] as number) + (figures.kinds[kind * count + bin] as number);
  const bursts = [...burstsOf(totals, 'events', figures), ...burstsOf(figures.failed, 'failures', figures)];
  const firsts = yield* firstsOf(facts, figures);
  const kept = firsts.length > MAX_MARKS ? [...firsts].sort((a, b) => b.count - a.count).slice(0, MAX_MARKS) : firsts;
  return [...bursts, ...kept].sort((a, b) => a.bin - b.bin);
}

/** Far above what three quarters of the bins hold, by the usual rule for outliers. */
function burstsOf(counts: Uint32Array, of: Burst['of'], figures: Figures): Burst[] {
  const filled = counts.filter((count) => count > 0).sort();
  if (filled.length < MIN_BINS) return [];
  const at = (share: number): number => filled[Math.floor((filled.length - 1) * share)] as number;
  const limit = Math.max(MIN_COUNT, at(0.75) + 3 * Math.max(1, at(0.75) - at(0.25)));
  const bursts: Burst[] = [];
  for (let bin = 0; bin < counts.length; bin++) {
    if ((counts[bin] as number) < limit) continue;
    let end = bin;
    let count = 0;
    while (end < counts.length && (counts[end] as number) >= limit) count += counts[end++] as number;
    bursts.push({ kind: 'burst', of, bin, bins: end - bin, count, usual: at(0.5), name: mostIn(figures, bin, end) });
    bin = end;
  }
  return bursts;
}

/** The name that most events from one bin up to another have. */
function mostIn({ facets: { name }, scale }: Figures, from: number, to: number): number {
  let most = 0;
  let found = -1;
  for (let value = 0; value < name.codes.length; value++) {
    let count = 0;
    for (let bin = from; bin < to; bin++) count += name.matrix[value * scale.count + bin] as number;
    if (count > most) [most, found] = [count, value];
  }
  return found;
}

function* firstsOf({ span, seen }: Facts, { scale }: Figures): Steps<FirstSeen[]> {
  if (span === undefined) return [];
  const learned = span.from + (span.to - span.from) * LEARNED;
  const found = new Map<number, { count: number; values: FirstSeen['values'][number][] }>();
  for (const { column, times, rows } of seen) {
    // Code 0 is no value.
    for (let code = 1; code < times.length; code++) {
      if ((code & (STEP - 1)) === 0) yield;
      const time = times[code] as number;
      if (time < learned || time === Infinity) continue;
      const bin = binOf(scale, time);
      if (bin < 0 || bin >= scale.count) continue;
      let mark = found.get(bin);
      if (mark === undefined) found.set(bin, (mark = { count: 0, values: [] }));
      mark.count++;
      if (mark.values.length < NAMED) mark.values.push({ column, code, row: rows[code] as number });
    }
  }
  return [...found].map(([bin, mark]) => ({ kind: 'first', bin, ...mark }));
}

/** The events that a mark stands for: for new values, those of the first one that is named. */
export function wantedOf(mark: Mark, scale: Scale): Wanted {
  if (mark.kind === 'burst') return { range: rangeOf(scale, mark.bin, mark.bin + mark.bins - 1) };
  const [first] = mark.values;
  return { range: rangeOf(scale, mark.bin, mark.bin), ...(first && { column: first.column, code: first.code }) };
}
