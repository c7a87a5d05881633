import { Char } from './chars';
import { MAX_DEPTH } from '../limits';
import { type Tape, Token } from './tape';

/** The brackets that are open while a damaged record is lexed, and their tokens. What lies deeper than the limit is counted, and skipped. */
export class Brackets {
  depth = 0;
  private readonly kinds = new Uint8Array(MAX_DEPTH + 1);
  private readonly tokens = new Int32Array(MAX_DEPTH + 1);

  constructor(private readonly tape: Tape) {}

  /** Opens one; says so where it is the first that lies too deep. */
  push(unit: number, start: number, end: number): 'first-too-deep' | undefined {
    this.depth++;
    if (this.depth > MAX_DEPTH) return this.depth === MAX_DEPTH + 1 ? 'first-too-deep' : undefined;
    this.kinds[this.depth] = unit;
    this.tokens[this.depth] = this.tape.add(unit === Char.OpenBrace ? Token.OpenObject : Token.OpenArray, start, end);
    return undefined;
  }

  pop(start: number, end: number): void {
    if (this.depth <= MAX_DEPTH) {
      const isObject = this.kinds[this.depth] === Char.OpenBrace;
      this.tape.close(this.tokens[this.depth] as number, isObject ? Token.CloseObject : Token.CloseArray, start, end);
    }
    this.depth--;
  }

  /** The innermost; what lies too deep is taken for an object. */
  top(): number {
    return this.depth > MAX_DEPTH ? Char.OpenBrace : (this.kinds[this.depth] as number);
  }

  /** The depth of the innermost one of this kind; -1 where there is none. */
  find(kind: number): number {
    if (this.depth > MAX_DEPTH) return -1;
    for (let depth = this.depth; depth > 0; depth--) if (this.kinds[depth] === kind) return depth;
    return -1;
  }
}
