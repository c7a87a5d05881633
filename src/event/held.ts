import { lastWhere } from '../escapes/bisect';
import { expand, type Expanded, type Inspection, inspectLiteral } from '../escapes';

/** What is read of a decoded string to find the place under the cursor. */
const MAP_LIMITS = { maxLength: 100_000, maxLines: 5_000 };

/** A string literal that holds JSON. */
export interface Held {
  readonly inspection: Extract<Inspection, { readonly levels: number }>;
  readonly expanded: Expanded;
}

/** What a literal holds, decoded to the last level; undefined for a string that holds no JSON, also for one that only looks like it. */
export function heldBy(literal: string): Held | undefined {
  const inspection = inspectLiteral(literal);
  if (inspection.kind !== 'escaped' && inspection.kind !== 'over-escaped') return undefined;
  const expanded = expand(literal, MAP_LIMITS);
  return expanded && { inspection, expanded };
}

/** Where the unit at `offset` of the literal went in the decoded text: the map of `expanded` the other way round, which rises. */
export function decodedOffset({ toSource, text }: Expanded, offset: number): number {
  return lastWhere(text.length + 1, (at) => toSource(at) <= offset);
}
