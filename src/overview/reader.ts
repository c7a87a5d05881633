import { type Filter } from '../filter/filter';
import { inSlices, type Steps } from '../trail/steps';
import { type Trail } from '../trail/trail';
import { type Facts, readFacts } from './model/facts';
import { type Counted, countedIn, type Figures, figuresOf } from './model/figures';
import { type Found, nextEvent, type Wanted } from './model/find';
import { type Mark, marksOf } from './model/marks';
import { type Range } from './model/scale';

/** How long work may hold the extension host at a time, in ms. */
const SLICE = 8;

/** What was read of a log. */
export interface Reading {
  readonly trail: Trail;
  readonly facts: Facts;
  readonly figures: Figures;
  readonly marks: readonly Mark[];
  /** Whether the figures are of a part of its time. */
  readonly isPart: boolean;
}

/** Reads the figures of a log in slices, and keeps what does not depend on the part that is looked at. */
export class Reader {
  private facts: Facts | undefined;

  constructor(
    readonly trail: Trail,
    /** Only events that it lets through are counted; those of other times are as well. */
    readonly filter: Filter,
    /** Whether nobody wants to know any more. */
    private readonly isDropped: () => boolean,
  ) {}

  /** The figures of a part of the time, or of all; `timeless` where no event has a time, undefined where they are not wanted any more. */
  async read(view: Range | undefined): Promise<Reading | 'timeless' | undefined> {
    const { trail } = this;
    const known = this.facts?.version === trail.version ? this.facts : undefined;
    const facts = known ?? (await this.readFacts());
    this.facts = facts;
    if (facts === undefined) return undefined;
    if (facts.span === undefined) return 'timeless';
    const { span } = facts;
    const isPart =
      view !== undefined && view.to > span.from && view.from < span.to && (view.from > span.from || view.to < span.to);
    const figures = await this.run(figuresOf(trail, facts, isPart ? view : span));
    const marks = figures && (await this.run(marksOf(facts, figures)));
    return figures && marks && { trail, facts, figures, marks, isPart };
  }

  private async readFacts(): Promise<Facts | undefined> {
    const { trail, filter } = this;
    if (filter.isEmpty) return this.run(readFacts(trail));
    const { size } = trail.rows;
    const matches = await this.run(filter.rows(trail));
    if (matches === undefined) return undefined;
    const kept = new Uint8Array(size);
    for (const row of matches.rows) kept[row] = 1;
    return this.run(readFacts(trail, (row) => kept[row] === 1));
  }

  /** The numbers of a span of time. */
  async count(facts: Facts, range: Range): Promise<Counted | undefined> {
    return this.run(countedIn(this.trail, facts, range));
  }

  /** The next event of those that are meant. */
  async next(facts: Facts, wanted: Wanted, after: number): Promise<Found | undefined> {
    return this.run(nextEvent(this.trail, facts, wanted, after));
  }

  private run<T>(steps: Steps<T>): Promise<T | undefined> {
    const { version, isComplete } = this.trail;
    // Rows that are only added while the log is read do not matter: they are counted the next time.
    const isStale = (): boolean => this.isDropped() || (isComplete && this.trail.version !== version);
    return inSlices(steps, isStale, SLICE);
  }
}
