import { KINDS } from '../model/kinds';
import { rangeOf } from '../model/scale';
import { type Shown } from '../model/shown';
import { spanText } from '../model/ticks';
import { countText, numeral, type Words } from '../model/words';

/** Some bins one after another, the last one included. */
export interface Bins {
  readonly first: number;
  readonly last: number;
}

/** How many events there are in some bins. */
export function totalsOf(
  { kinds, failed, scale: { count } }: Shown,
  { first, last }: Bins,
): { events: number; failures: number; kinds: number[] } {
  const sum = (counts: Uint32Array, base: number): number => {
    let all = 0;
    for (let bin = first; bin <= last; bin++) all += counts[base + bin] ?? 0;
    return all;
  };
  const of = KINDS.map((_, kind) => sum(kinds, kind * count));
  return { events: of.reduce((all, one) => all + one, 0), failures: sum(failed, 0), kinds: of };
}

/** What is said of some bins: when, how many, of which kinds. */
export function binsText(shown: Shown, bins: Bins, words: Words): string {
  const { events, failures, kinds } = totalsOf(shown, bins);
  const parts = KINDS.flatMap((kind, at) =>
    (kinds[at] ?? 0) > 0 ? [`${words.kinds[kind]} ${numeral(kinds[at] ?? 0, words)}`] : [],
  );
  const span = spanText(rangeOf(shown.scale, bins.first, bins.last));
  return [span, countText(events, failures, words), ...(parts.length > 1 ? [parts.join(', ')] : parts)].join(' · ');
}
