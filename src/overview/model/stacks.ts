import { type Figures } from './figures';
import { KINDS } from './kinds';
import { type Palette } from './palette';
import { type Words } from './words';

/** What bars are divided by. */
export type Mode = 'kinds' | 'failures';

/** One layer of the bars. */
export interface Layer {
  readonly name: string;
  readonly colour: string;
  /** By bin. */
  readonly counts: Uint32Array;
  readonly total: number;
}

/** The layers of the bars from the bottom up. Kinds of which there is no event are left out. */
export function layersOf(
  { kinds, failed, scale: { count } }: Pick<Figures, 'kinds' | 'failed' | 'scale'>,
  mode: Mode,
  words: Words,
  palette: Palette,
): readonly Layer[] {
  const ofKind = (kind: number): Uint32Array => kinds.subarray(kind * count, (kind + 1) * count);
  if (mode === 'kinds')
    return KINDS.map((kind, at) => layer(words.kinds[kind], palette.kinds[kind], ofKind(at))).filter(({ total }) => total > 0);
  const succeeded = new Uint32Array(count);
  for (let kind = 0; kind < KINDS.length; kind++)
    ofKind(kind).forEach((number, bin) => (succeeded[bin] = (succeeded[bin] as number) + number));
  failed.forEach((number, bin) => (succeeded[bin] = (succeeded[bin] as number) - number));
  return [layer(words.failures, palette.failed, failed), layer(words.succeeded, palette.bar, succeeded)];
}

/** The kinds of which there are events, and where they stand among all. */
export function kindsIn({
  kinds,
  scale: { count },
}: Pick<Figures, 'kinds' | 'scale'>): readonly { readonly kind: (typeof KINDS)[number]; readonly at: number }[] {
  return KINDS.map((kind, at) => ({ kind, at })).filter(({ at }) =>
    kinds.subarray(at * count, (at + 1) * count).some((number) => number > 0),
  );
}

function layer(name: string, colour: string, counts: Uint32Array): Layer {
  return { name, colour, counts, total: counts.reduce((sum, count) => sum + count, 0) };
}

/** The tops of the layers, each upon those below it, by bin. */
export function topsOf(layers: readonly Layer[], bins: number): readonly Float64Array[] {
  const sum = new Float64Array(bins);
  return layers.map(({ counts }) => {
    counts.forEach((count, bin) => (sum[bin] = (sum[bin] as number) + count));
    return sum.slice();
  });
}

/** A round number that is at least `most`, for the top of an axis that starts at 0; its quarters are whole numbers. */
export function roundTop(most: number): number {
  if (most <= 4) return 4;
  const unit = 10 ** Math.floor(Math.log10(most));
  const tops = [1, 1.2, 1.6, 2, 4, 6, 8, 10, 12].map((factor) => Math.round(factor * unit));
  return tops.find((top) => top >= most && top % 4 === 0) ?? most;
}
