import { type Facet, type FacetId, FACETS } from './facet';
import { type Counted, type Figures } from './figures';
import { type Mark } from './marks';
import { type Range } from './scale';

/** A list with its values as they are shown: what hides or moves text is an escape, long ones are cut. */
export interface ShownFacet extends Facet {
  readonly values: readonly string[];
  /** What each value means; empty where nothing is known. */
  readonly notes: readonly string[];
  /** Of event names: the place in KINDS of the kind of each. Empty for others. */
  readonly kinds: Uint8Array;
}

export interface ShownCounted extends Omit<Counted, 'facets'> {
  readonly facets: Readonly<Record<FacetId, ShownFacet>>;
}

/** A place on the timeline that stands out, and why. */
export interface ShownMark {
  readonly kind: Mark['kind'];
  readonly bin: number;
  readonly bins: number;
  readonly text: string;
}

/** All that the panel, a picture and a text are made of: columns of numbers, and words that need no further escape than that of the place they stand in. */
export interface Shown extends ShownCounted, Omit<Figures, 'facets'> {
  readonly title: string;
  readonly marks: readonly ShownMark[];
  readonly timeless: number;
  readonly hidden: number;
  /** The whole time of the log. */
  readonly span: Range;
  /** Whether it is only a part of that. */
  readonly isPart: boolean;
  /** How much of the log has been read, from 0 to 1. */
  readonly progress: number;
}

/** The numbers of the values of a list within some bins, from those that are kept of each bin: without asking the log again. */
export function countsWithin({ matrix, codes }: Facet, bins: number, first: number, last: number): Uint32Array {
  return codes.map((_, value) => {
    let count = 0;
    for (let bin = first; bin <= last; bin++) count += matrix[value * bins + bin] as number;
    return count;
  });
}

/** Whether something is the id of a list. */
export function isFacetId(value: unknown): value is FacetId {
  return FACETS.some((id) => id === value);
}
