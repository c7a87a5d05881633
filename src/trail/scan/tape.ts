import { MAX_PROBLEMS, MAX_TOKENS } from '../limits';

/** What a token on the tape is. */
export const enum Token {
  OpenObject = 1,
  CloseObject,
  OpenArray,
  CloseArray,
  Key,
  String,
  Number,
  Literal,
  /** A value without quotes that is no JSON: a mask (`175***657`) or a stray word. */
  Word,
}

/** What is wrong with the syntax of a record; each becomes a finding of its own code or of the code `syntax`. */
export type ProblemCode = 'syntax' | 'comment' | 'trailing-comma' | 'unquoted-mask' | 'truncated';

/** Why a text is no JSON, for the message of a `syntax` or `truncated` finding. */
export type SyntaxReason =
  | 'missing-comma'
  | 'missing-colon'
  | 'missing-value'
  | 'missing-key'
  | 'missing-open-brace'
  | 'missing-close'
  | 'extra-comma'
  | 'unexpected'
  | 'unquoted'
  | 'unterminated-string'
  | 'unterminated-comment'
  | 'control-character'
  | 'bad-escape'
  | 'bad-number'
  | 'too-deep'
  | 'too-long'
  | 'too-many'
  | 'long-gap'
  | 'not-an-event'
  | 'end';

/** One mistake in the text of a record: offsets in UTF-16 units of the text that was lexed. */
export interface Problem {
  readonly code: ProblemCode;
  readonly reason?: SyntaxReason;
  readonly start: number;
  readonly end: number;
}

/** Cells of a token. */
export const TAPE_WIDTH = 3;

/**
 * The tokens of one record, without an object for each: kind, start, end. The `end` of an opening bracket is the index of its closing
 * token, so that a reader jumps over what it does not need. One tape is used again and again.
 */
export class Tape {
  length = 0;
  problems: Problem[] = [];
  /** How many problems there were, kept or not. */
  problemCount = 0;
  /** Kind, start and end of each token; the strict lexer writes them itself. */
  cells: Int32Array = new Int32Array(TAPE_WIDTH * 1024);

  clear(): void {
    this.length = 0;
    this.problemCount = 0;
    if (this.problems.length > 0) this.problems = [];
  }

  /** Adds a token and gives its index; tokens over the limit are dropped, which `isFull` tells. */
  add(kind: Token, start: number, end: number): number {
    const index = this.length;
    if (index >= MAX_TOKENS) return index;
    const at = index * TAPE_WIDTH;
    if (at + TAPE_WIDTH > this.cells.length) this.grow();
    this.cells[at] = kind;
    this.cells[at + 1] = start;
    this.cells[at + 2] = end;
    this.length = index + 1;
    return index;
  }

  /** Adds a closing bracket and lets its opening one point to it. */
  close(open: number, kind: Token, start: number, end: number): void {
    const index = this.add(kind, start, end);
    // On a full tape the closing token is dropped: the bracket then reaches to the tape's end.
    if (open < this.length) this.cells[open * TAPE_WIDTH + 2] = Math.min(index, this.length - 1);
  }

  report(problem: Problem): void {
    // That a record is not read to its end is said whatever else is wrong with it.
    if (this.problemCount++ < MAX_PROBLEMS || problem.reason === 'too-long') this.problems.push(problem);
  }

  get isFull(): boolean {
    return this.length >= MAX_TOKENS;
  }

  kind(index: number): Token {
    return this.cells[index * TAPE_WIDTH] as number;
  }

  start(index: number): number {
    return this.cells[index * TAPE_WIDTH + 1] as number;
  }

  /** The offset behind the token; of an opening bracket the index of its closing token. */
  end(index: number): number {
    return this.cells[index * TAPE_WIDTH + 2] as number;
  }

  /** The index behind the value that starts at `index`. */
  next(index: number): number {
    const kind = this.kind(index);
    return (kind === Token.OpenObject || kind === Token.OpenArray ? this.end(index) : index) + 1;
  }

  /** The offset behind the value that starts at `index`, brackets included. */
  valueEnd(index: number): number {
    const kind = this.kind(index);
    if (kind !== Token.OpenObject && kind !== Token.OpenArray) return this.end(index);
    const close = this.end(index);
    return close < this.length ? this.end(close) : this.end(this.length - 1);
  }

  /** Makes room for more tokens, and gives the new cells. */
  grow(): Int32Array {
    const larger = new Int32Array(this.cells.length * 2);
    larger.set(this.cells);
    this.cells = larger;
    return larger;
  }
}
