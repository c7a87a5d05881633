import { mayHoldJson } from './mayHoldJson';
import { type Peeled, isPeeled, peel } from './peel';
import { MAX_LEVELS } from './reason';
import { Scanner, type TokenKind, skipSpace } from './scanner';
import { insideMap } from './sourceMap';

/** One token of JSON that may come from any depth of escaping. */
export interface Token {
  readonly kind: Exclude<TokenKind, 'end' | 'error'>;
  /** As it stands in its decoded text. */
  readonly text: string;
  readonly isKey: boolean;
  readonly frame: Frame;
  /** UTF-16 offset in the frame's text. */
  readonly start: number;
}

/** A decoded text, where it was found, and how far it has been read. */
export class Frame {
  private maps: readonly ((offset: number) => number)[] | undefined;
  public readonly scanner: Scanner;
  /** Decodes from the outermost literal to this text. */
  public readonly depth: number;

  /** @param at UTF-16 offset of the literal in the parent's text */
  public constructor(
    public readonly peeled: Peeled,
    private readonly parent?: Frame,
    private readonly at = 0,
  ) {
    this.scanner = new Scanner(peeled.text);
    this.depth = (parent?.depth ?? 0) + peeled.steps.length;
  }

  /** UTF-16 offset in this frame's text → offset in the outermost literal. */
  public toSource(offset: number): number {
    this.maps ??= this.peeled.steps.map(({ text, from, to }) => insideMap(text.slice(from, to)));
    const maps = this.maps;
    const inLiteral = this.peeled.steps.reduceRight((at, { from }, index) => from + (maps[index]?.(at) ?? 0), offset);
    return this.parent === undefined ? inLiteral : this.parent.toSource(this.at + inLiteral);
  }
}

/**
 * The tokens of a decoded text in order. With `nested`, a string value that holds JSON itself is replaced by the tokens of what it
 * holds, to any depth that {@link MAX_LEVELS} allows; frames lie on a stack of at most that size.
 */
export function* tokens(root: Peeled, nested: boolean): Generator<Token, void> {
  const frames = [new Frame(root)];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const { scanner } = frame;
    const kind = scanner.next();
    if (kind === 'end' || kind === 'error') {
      frames.pop();
      continue;
    }
    const isKey = kind === 'string' && scanner.text[skipSpace(scanner.text, scanner.end)] === ':';
    const inner = nested && kind === 'string' && !isKey ? held(frame) : undefined;
    if (inner) frames.push(inner);
    else yield { kind, text: scanner.token, isKey, frame, start: scanner.start };
  }
}

function held(frame: Frame): Frame | undefined {
  const { scanner } = frame;
  if (!mayHoldJson(scanner.text, scanner.start, scanner.end)) return undefined;
  const inner = peel(scanner.token, MAX_LEVELS - frame.depth);
  return isPeeled(inner) ? new Frame(inner, frame, scanner.start) : undefined;
}
