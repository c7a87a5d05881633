import { checkJson } from './check';
import { decodeInside, isQuoted } from './decode';
import { type Failure, MAX_LEVELS, Reason } from './reason';
import { isSpace, skipSpace } from './scanner';
import { insideOffset } from './sourceMap';

const BRACKET_FIRST = /^"[ \t\n\r]*[[{]/;

/** One decode: the part of `text` that was decoded, and whether it was no JSON string but text escaped once too often. */
export interface Step {
  readonly text: string;
  /** UTF-16 offsets in `text` of the decoded part. */
  readonly from: number;
  readonly to: number;
  readonly over: boolean;
}

/** A literal that holds JSON, with the way to it. */
export interface Peeled {
  /** The decodes, outermost first; at least one. */
  readonly steps: readonly Step[];
  /** What the last decode gave: one JSON object or array, perhaps with white space around it. */
  readonly text: string;
}

/**
 * Decodes a literal until an object or array is found. Gives the failure (its offset is in the literal) for what looks like one and is
 * none, undefined for any other string.
 * @param levels how many decodes are allowed
 */
export function peel(literal: string, levels = MAX_LEVELS): Peeled | Failure | undefined {
  const steps: Step[] = [];
  let failed: Failure | undefined;
  let failedAfter = 0;
  let next: Step | undefined = isQuoted(literal) ? { text: literal, from: 1, to: literal.length - 1, over: false } : undefined;
  while (next !== undefined) {
    if (steps.length >= levels) return { reason: Reason.TooDeep, offset: 0 };
    const text = decodeInside(next.text.slice(next.from, next.to), next.over);
    if (typeof text !== 'string') {
      // Deeper, the failure that led here says more than the attempt to explain it.
      if (steps.length === 0 && BRACKET_FIRST.test(literal)) return { reason: text.reason, offset: 1 + text.offset };
      break;
    }
    steps.push(next);
    const from = skipSpace(text, 0);
    const to = endOf(text, from);
    const first = text[from];
    next = undefined;
    if (first === '{' || first === '[') {
      const failure = checkJson(text);
      if (failure === undefined) return { steps, text };
      failed = failure;
      failedAfter = steps.length;
      // Nothing before the failure is escaped, so unescaping helps only where a backslash is what failed.
      if (text[failure.offset] === '\\') next = { text, from, to, over: true };
    } else if (first === '"' && to - from >= 2 && text[to - 1] === '"') next = { text, from: from + 1, to: to - 1, over: false };
    else if (first === '\\') next = { text, from, to, over: true };
  }
  return failed && { reason: failed.reason, offset: toLiteral(steps.slice(0, failedAfter), failed.offset) };
}

export function isPeeled(result: Peeled | Failure | undefined): result is Peeled {
  return result !== undefined && 'steps' in result;
}

/** Brings an offset in what the last step gave back to the text of the first step. For one offset: it reads each level once. */
function toLiteral(steps: readonly Step[], offset: number): number {
  return steps.reduceRight((at, { text, from, to }) => from + insideOffset(text.slice(from, to), at), offset);
}

function endOf(text: string, from: number): number {
  let end = text.length;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}
