import { compile, type RowFilter } from './compile';
import { type Expression } from './expression';
import { type Matches, matchRows } from './matches';
import { parse } from './parse';
import { type FilterProblem } from './problem';
import { type RowTest } from './rowTest';
import { type Steps } from '../trail/steps';
import { type Trail } from '../trail/trail';

/** A filter of events: its text and what that means. With problems it must not be used: its meaning is only part of what was written. */
export class Filter {
  private constructor(
    readonly text: string,
    readonly expression: Expression,
    /** What is wrong with the text, in its order. */
    readonly problems: readonly FilterProblem[],
  ) {}

  static parse(text: string): Filter {
    const { expression, problems } = parse(text);
    return new Filter(text, expression, problems);
  }

  get isValid(): boolean {
    return this.problems.length === 0;
  }

  /** Whether every event matches. */
  get isEmpty(): boolean {
    return this.expression.kind === 'all';
  }

  /** A test of a trail's rows. */
  matcher(trail: Trail): RowTest {
    return this.on(trail).test;
  }

  /** The same, with what a reader of all rows in steps needs. */
  on(trail: Trail): RowFilter {
    return compile(this.expression, trail);
  }

  /** The rows of a trail that match, found in steps. */
  rows(trail: Trail): Steps<Matches | undefined> {
    return matchRows(this.expression, trail);
  }
}
