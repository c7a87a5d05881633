import { type Pattern } from './expression';

/** The pattern that stands for a text as it is. */
export function literal(text: string): Pattern {
  return [[text]];
}

/** Whether a pattern stands for one text only. */
export function isLiteral(pattern: Pattern): boolean {
  return pattern.length === 1 && (pattern[0] ?? []).every((part) => part !== undefined);
}

/** Whether a pattern is `*`: anything that is not empty. */
export function isAnything(pattern: Pattern): boolean {
  return pattern.length > 1 && pattern.every((parts) => parts.every((part) => part === ''));
}

/** The longest text of a pattern that is in everything that it matches; empty where it has none. */
export function longestText(pattern: Pattern): string {
  return pattern.flat().reduce<string>((longest, part = '') => (part.length > longest.length ? part : longest), '');
}

/**
 * A test whether a whole text matches a pattern, without regard to case. It takes the first place for each piece between two stars and never goes back,
 * so its time is bounded by the product of the lengths.
 */
export function matchWhole(pattern: Pattern): (text: string) => boolean {
  const pieces = pattern.map(pieceOf);
  const [head, ...rest] = pieces;
  const tail = rest.pop();
  if (head === undefined) return (text) => text === '';
  return (written) => {
    const text = written.toLowerCase();
    if (tail === undefined) return text.length === head.length && head.isAt(text, 0);
    if (!head.isAt(text, 0)) return false;
    let at = head.length;
    for (const piece of rest) {
      const found = piece.find(text, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return text.length - tail.length >= at && tail.isAt(text, text.length - tail.length);
  };
}

/** A test whether some part of a text that is in lower case already matches a pattern. */
export function matchPart(pattern: Pattern): (lower: string) => boolean {
  const pieces = pattern.map(pieceOf);
  return (text) => {
    let at = 0;
    for (const piece of pieces) {
      const found = piece.find(text, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return true;
  };
}

interface Piece {
  readonly length: number;
  isAt(text: string, at: number): boolean;
  /** The first place from `from` on; -1 where there is none. */
  find(text: string, from: number): number;
}

function pieceOf(parts: readonly (string | undefined)[]): Piece {
  const lower = parts.map((part) => part?.toLowerCase()).filter((part) => part !== '');
  const length = lower.reduce((sum, part) => sum + (part?.length ?? 1), 0);
  const isAt = (text: string, at: number): boolean => {
    if (at + length > text.length) return false;
    let place = at;
    for (const part of lower) {
      if (part !== undefined && !text.startsWith(part, place)) return false;
      place += part?.length ?? 1;
    }
    return true;
  };
  const [only] = lower;
  const find = (text: string, from: number): number => {
    if (lower.length === 0) return from;
    if (lower.length === 1 && only !== undefined) return text.indexOf(only, from);
    for (let at = from; at + length <= text.length; at++) if (isAt(text, at)) return at;
    return -1;
  };
  return { length, isAt, find };
}
