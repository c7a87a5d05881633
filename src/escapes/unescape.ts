import type { Layout } from './layout';
import { type Peeled, isPeeled, peel } from './peel';
import { tokens } from './tokens';
import { visibleIn } from './visible';
import { Writer } from './writer';

/**
 * The JSON value that replaces a string literal, all levels of it unescaped, also those of strings nested in it; only white space,
 * quotes and backslashes differ. A literal that holds no JSON comes back as it is.
 */
export function unescapeFully(literal: string, layout: Layout): string {
  const peeled = peel(literal);
  return isPeeled(peeled) ? written(literal, peeled, layout, true) : literal;
}

/**
 * Takes off one level: the JSON value where one decode gives it, otherwise a literal with one level less.
 * A literal that holds no JSON comes back as it is.
 */
export function peelOnce(literal: string, layout: Layout): string {
  const peeled = peel(literal);
  if (!isPeeled(peeled)) return literal;
  const second = peeled.steps[1];
  if (second === undefined) return written(literal, peeled, layout, false);
  // The decoded part is already the inside of the next literal; only line breaks that were tolerated need their escapes.
  const inside = second.text.slice(second.from, second.to).replace(/[\t\n\r]/g, (space) => JSON.stringify(space).slice(1, -1));
  return visibleIn(literal)(`"${inside}"`);
}

function written(literal: string, peeled: Peeled, layout: Layout, nested: boolean): string {
  const writer = new Writer(layout, visibleIn(literal));
  for (const token of tokens(peeled, nested)) writer.write(token);
  return writer.sink.text;
}
