import { Column } from '../../trail/scan/row';
import { STEP, type Steps } from '../../trail/steps';

/** What the most frequent values are listed of. */
export const FACETS = ['name', 'account', 'address', 'error'] as const;
export type FacetId = (typeof FACETS)[number];

export const FACET_COLUMNS: Readonly<Record<FacetId, Column>> = {
  name: Column.EventName,
  account: Column.Account,
  address: Column.SourceAddress,
  error: Column.ErrorCode,
};

/** So many values of a list are kept with their numbers in each bin: the lists can be told for any part of the time without asking again. */
export const MAX_VALUES = 50;

/** The most frequent values of a column, the most frequent one first, those of equal number in the order of their codes. */
export interface Facet {
  readonly codes: Uint32Array;
  readonly counts: Uint32Array;
  readonly failures: Uint32Array;
  /** How many values there are in all. */
  readonly distinct: number;
  /** The number of events of each value in each bin: value after value. Empty where it was not asked for. */
  readonly matrix: Uint32Array;
}

/** Counts the values of one column. */
export class FacetCounter {
  private readonly counts: Uint32Array;
  private readonly failures: Uint32Array;
  private slots = new Int32Array();
  private matrix = new Uint32Array();
  private codes = new Uint32Array();
  private distinct = 0;

  constructor(
    size: number,
    private readonly bins: number,
  ) {
    this.counts = new Uint32Array(size);
    this.failures = new Uint32Array(size);
  }

  count(code: number, hasFailed: boolean): void {
    this.counts[code] = (this.counts[code] as number) + 1;
    if (hasFailed) this.failures[code] = (this.failures[code] as number) + 1;
  }

  /** Chooses the most frequent values, once all have been counted. */
  *choose(): Steps<void> {
    const { counts } = this;
    const least: number[] = [];
    for (let code = 0; code < counts.length; code++) {
      if ((code & (STEP - 1)) === 0) yield;
      const count = counts[code] as number;
      if (count === 0) continue;
      this.distinct++;
      if (least.length === MAX_VALUES && count <= (counts[least.at(-1) as number] as number)) continue;
      let place = least.length;
      while (place > 0 && (counts[least[place - 1] as number] as number) < count) place--;
      least.splice(place, 0, code);
      if (least.length > MAX_VALUES) least.pop();
    }
    this.codes = Uint32Array.from(least);
    if (this.bins === 0) return;
    this.slots = new Int32Array(counts.length).fill(-1);
    least.forEach((code, slot) => (this.slots[code] = slot));
    this.matrix = new Uint32Array(least.length * this.bins);
  }

  /** Puts an event of a chosen value into its bin. */
  put(code: number, bin: number): void {
    const slot = this.slots[code] as number;
    if (slot < 0) return;
    const at = slot * this.bins + bin;
    this.matrix[at] = (this.matrix[at] as number) + 1;
  }

  get facet(): Facet {
    const { codes, counts, failures, distinct, matrix } = this;
    return {
      codes,
      counts: codes.map((code) => counts[code] as number),
      failures: codes.map((code) => failures[code] as number),
      distinct,
      matrix,
    };
  }
}
