import { type Layout, PRETTY } from './layout';
import { isPeeled, peel } from './peel';
import type { Limits } from './sink';
import { lastAtMost } from './sourceMap';
import { type Frame, type Token, tokens } from './tokens';
import { visibleIn } from './visible';
import { Writer } from './writer';

/** A place in the expanded text where something was unescaped. */
export interface Spot {
  /** UTF-16 offset in the expanded text of the `{` or `[`. */
  readonly offset: number;
  /** Decodes that led from the surrounding text to this one; at least 1. */
  readonly levels: number;
  /** How many of them were superfluous. */
  readonly overLevels: number;
}

export interface Expanded {
  readonly text: string;
  /** The text ends early because a limit was reached. */
  readonly cut: boolean;
  /** In order; the first is the whole literal. */
  readonly spots: readonly Spot[];
  /** UTF-16 offset in the expanded text → offset in the literal: exact in strings, numbers and brackets, else that of the token before. */
  readonly toSource: (offset: number) => number;
}

/**
 * Pretty-prints what a literal holds with everything nested in it expanded, for reading: hovers and virtual documents. Undefined when
 * it holds no JSON.
 */
export function expand(literal: string, limits: Limits, layout: Layout = PRETTY): Expanded | undefined {
  const peeled = peel(literal);
  if (!isPeeled(peeled)) return undefined;
  const placed: Token[] = [];
  const offsets: number[] = [];
  const spots: Spot[] = [];
  let latest: Frame | undefined;
  const writer = new Writer(layout, visibleIn(literal), limits, (token, offset) => {
    if (isFirst(token, latest)) spots.push(spot(token, offset));
    latest = token.frame;
    placed.push(token);
    offsets.push(offset);
  });
  for (const token of tokens(peeled, true)) {
    writer.write(token);
    if (writer.sink.cut) break;
  }
  return {
    text: writer.sink.text,
    cut: writer.sink.cut,
    spots,
    toSource: (offset) => {
      const index = Math.max(0, lastAtMost(offsets, offset));
      const token = placed[index];
      if (token === undefined) return 0;
      const into = Math.min(offset - (offsets[index] ?? 0), token.text.length);
      return token.frame.toSource(token.start + Math.max(0, into));
    },
  };
}

/** A frame's first token is the bracket that opens it: nothing but white space is before it. */
function isFirst({ frame, start }: Token, latest: Frame | undefined): boolean {
  return frame !== latest && frame.peeled.text.search(/[^\s]/) === start;
}

function spot({ frame }: Token, offset: number): Spot {
  const { steps } = frame.peeled;
  return { offset, levels: steps.length, overLevels: steps.filter(({ over }) => over).length };
}
