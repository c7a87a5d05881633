import { type Dictionary } from '../scan/dictionary';
import { upTo } from './level';
import { mergeSort } from '../mergeSort';
import { STEP, type Steps } from '../steps';

/** More distinct values than this are sorted by their units: a collator takes ten times as long. */
const COLLATED = 20_000;

const collator = new Intl.Collator('en', { numeric: true });

/** The place of every value of a column in the order of names, by code; the empty value comes last. */
export function* ranksOf(dictionary: Dictionary): Steps<Uint32Array> {
  const { size } = dictionary;
  const behind =
    size <= COLLATED ? (a: string, b: string): boolean => collator.compare(a, b) > 0 : (a: string, b: string): boolean => a > b;
  const sorted = yield* mergeSort(upTo(size).subarray(1), (a, b) => behind(dictionary.decode(a), dictionary.decode(b)));
  const ranks = new Uint32Array(size);
  for (let rank = 0; rank < sorted.length; rank++) {
    if ((rank & (STEP - 1)) === 0) yield;
    ranks[sorted[rank] as number] = rank;
  }
  ranks[0] = size;
  return ranks;
}
