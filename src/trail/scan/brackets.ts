import { Char } from './chars';
import { MAX_DEPTH } from '../limits';
import { type Tape, Token } from './tape';

/** The brackets that are open while a damaged record is lexed, and their tokens: no more than the limit. */
export class Brackets {
  depth = 0;
  private readonly kinds = new Uint8Array(MAX_DEPTH + 1);
  private readonly tokens = new Int32Array(MAX_DEPTH + 1);

  constructor(private readonly tape: Tape) {}

  /** Whether no more can be opened. */
  get isFull(): boolean {
    return this.depth >= MAX_DEPTH;
  }

  push(unit: number, start: number, end: number): void {
    this.depth++;
    this.kinds[this.depth] = unit;
    this.tokens[this.depth] = this.tape.add(unit === Char.OpenBrace ? Token.OpenObject : Token.OpenArray, start, end);
  }

  pop(start: number, end: number): void {
    const isObject = this.kinds[this.depth] === Char.OpenBrace;
    this.tape.close(this.tokens[this.depth] as number, isObject ? Token.CloseObject : Token.CloseArray, start, end);
    this.depth--;
  }

  /** The innermost. */
  top(): number {
    return this.kinds[this.depth] as number;
  }

  /** The depth of the innermost one of this kind; -1 where there is none. */
  find(kind: number): number {
    for (let depth = this.depth; depth > 0; depth--) if (this.kinds[depth] === kind) return depth;
    return -1;
  }
}
