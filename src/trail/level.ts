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
}

/** Collects the groups of one depth while events come by in the order of the groups. */
export class LevelBuilder {
  private readonly codes: number[] = [];
  private readonly starts: number[] = [];
  private readonly children: number[] = [];
  private readonly parents: number[] = [];
  private readonly failures: number[] = [];
  private readonly first: number[] = [];
  private readonly last: number[] = [];

  get size(): number {
    return this.codes.length;
  }

  get lastCode(): number | undefined {
    return this.codes.at(-1);
  }

  open(code: number, start: number, child: number, parent: number): void {
    this.codes.push(code);
    this.starts.push(start);
    this.children.push(child);
    this.parents.push(parent);
    this.failures.push(0);
    this.first.push(NaN);
    this.last.push(NaN);
  }

  /** Adds an event to the group that was opened last; its time is infinite where it has none. */
  add(time: number, failed: number): void {
    const group = this.codes.length - 1;
    this.failures[group] = (this.failures[group] as number) + failed;
    if (time === Infinity) return;
    // NaN compares as false: the first time is taken as it is.
    if (!(time >= (this.first[group] as number))) this.first[group] = time;
    if (!(time <= (this.last[group] as number))) this.last[group] = time;
  }

  close(rows: number, children: number): Level {
    this.starts.push(rows);
    this.children.push(children);
    return {
      codes: new Uint32Array(this.codes),
      starts: new Uint32Array(this.starts),
      children: new Uint32Array(this.children),
      parents: new Uint32Array(this.parents),
      failures: new Uint32Array(this.failures),
      first: new Float64Array(this.first),
      last: new Float64Array(this.last),
      order: upTo(this.codes.length),
    };
  }
}

/** 0, 1, 2 … below `count`. */
export function upTo(count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let number = 0; number < count; number++) numbers[number] = number;
  return numbers;
}
