import { type Rest } from './groupLimit';

/** The groups of one depth as columns: group `i` holds the rows from `starts[i]` up to `starts[i + 1]`. */
export interface Level {
  readonly codes: Uint32Array;
  readonly starts: Uint32Array;
  /** Where the groups inside a group start among those of the next level. */
  readonly children: Uint32Array;
  /** The group of the level above. */
  readonly parents: Uint32Array;
  readonly failures: Uint32Array;
  /** Times of the first and last event; NaN where no event has a time. */
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** The groups in the order in which they are shown, those of one parent side by side. */
  readonly order: Uint32Array;
  /** How many groups those stand for that are the rest of their list; the others are not in it. */
  readonly rests: ReadonlyMap<number, number>;
}

/** Collects the groups of one depth while events come by in the order of the groups; `most` is how many groups there may be. */
export class LevelBuilder {
  private count = 0;
  private readonly codes: Uint32Array;
  private readonly starts: Uint32Array;
  private readonly children: Uint32Array;
  private readonly parents: Uint32Array;
  private readonly failures: Uint32Array;
  private readonly first: Float64Array;
  private readonly last: Float64Array;

  constructor(most: number) {
    this.codes = new Uint32Array(most);
    this.starts = new Uint32Array(most + 1);
    this.children = new Uint32Array(most + 1);
    this.parents = new Uint32Array(most);
    this.failures = new Uint32Array(most);
    this.first = new Float64Array(most);
    this.last = new Float64Array(most);
  }

  get size(): number {
    return this.count;
  }

  /** The code of the group that was opened last. */
  get lastCode(): number | undefined {
    return this.codes[this.count - 1];
  }

  open(code: number, start: number, child: number, parent: number): void {
    const group = this.count++;
    this.codes[group] = code;
    this.starts[group] = start;
    this.children[group] = child;
    this.parents[group] = parent;
    this.first[group] = NaN;
    this.last[group] = NaN;
  }

  /** Adds an event to the group that was opened last; its time is infinite where it has none. */
  add(time: number, failed: number): void {
    const group = this.count - 1;
    this.failures[group] = (this.failures[group] as number) + failed;
    if (time === Infinity) return;
    // NaN compares as false: the first time is taken as it is.
    if (!(time >= (this.first[group] as number))) this.first[group] = time;
    if (!(time <= (this.last[group] as number))) this.last[group] = time;
  }

  /** The groups, when `events` events have come by and the next level has `children` groups. Space that was not needed is given back. */
  close(events: number, children: number, rest?: Rest): Level {
    const { count } = this;
    this.starts[count] = events;
    this.children[count] = children;
    return {
      codes: this.codes.slice(0, count),
      starts: this.starts.slice(0, count + 1),
      children: this.children.slice(0, count + 1),
      parents: this.parents.slice(0, count),
      failures: this.failures.slice(0, count),
      first: this.first.slice(0, count),
      last: this.last.slice(0, count),
      order: upTo(count),
      rests: this.restsOf(rest),
    };
  }

  private restsOf(rest: Rest | undefined): ReadonlyMap<number, number> {
    const rests = new Map<number, number>();
    if (rest === undefined) return rests;
    for (let group = 0; group < this.count && rests.size < rest.counts.length; group++)
      if (this.codes[group] === rest.code) rests.set(group, rest.counts[rests.size] ?? 0);
    return rests;
  }
}

/** 0, 1, 2 … below `count`. */
export function upTo(count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let number = 0; number < count; number++) numbers[number] = number;
  return numbers;
}
