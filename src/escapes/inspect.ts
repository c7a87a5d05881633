import { mayHoldJson } from './mayHoldJson';
import { isPeeled, peel } from './peel';
import type { Reason } from './reason';

/** What a string literal holds. */
export type Inspection = Plain | Holding | Undecodable;

/** A string like any other; it may stand in quotes within its quotes, but no object or array is in it. */
export interface Plain {
  readonly kind: 'plain';
}

export interface Holding {
  /** `over-escaped` when at least one of the decodes took off an escape that should not be there. */
  readonly kind: 'escaped' | 'over-escaped';
  /** How many decodes lead to the object or array, superfluous ones included; at least 1. */
  readonly levels: number;
  /** How many of them are superfluous. */
  readonly overLevels: number;
  /** The innermost JSON text, as found, without white space around it. */
  readonly text: string;
}

/** Looks like JSON and is none. */
export interface Undecodable {
  readonly kind: 'undecodable';
  readonly reason: Reason;
  /** UTF-16 offset in the literal (its opening quote is at 0), mapped back through the escapes. */
  readonly offset: number;
}

const PLAIN: Plain = { kind: 'plain' };

/**
 * Tells what a string literal, as it stands in the file with its quotes, holds. Never throws, and its time is linear in the literal;
 * for most strings it reads two characters.
 */
export function inspectLiteral(literal: string): Inspection {
  if (!mayHoldJson(literal)) return PLAIN;
  const result = peel(literal);
  if (result === undefined) return PLAIN;
  if (!isPeeled(result)) return { kind: 'undecodable', ...result };
  const overLevels = result.steps.filter(({ over }) => over).length;
  return {
    kind: overLevels > 0 ? 'over-escaped' : 'escaped',
    levels: result.steps.length,
    overLevels,
    text: result.text.trim(),
  };
}
