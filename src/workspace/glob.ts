const MARKS = /[*?{[]/;
/** A longer pattern is not compiled. */
const MAX_PATTERN = 500;

/** Splits `docs/**\/*.md` into the folder that is walked and the pattern under it; a path without marks has no pattern. */
export function splitGlob(path: string): { readonly folder: string; readonly pattern: string | undefined } {
  const parts = path.split('/');
  const at = parts.findIndex((part) => MARKS.test(part));
  if (at < 0) return { folder: path, pattern: undefined };
  return { folder: parts.slice(0, at).join('/') || (path.startsWith('/') ? '/' : ''), pattern: parts.slice(at).join('/') };
}

/**
 * A test for paths below the folder: `*` and `?` within a name, `**` over folders, `{a,b}`, `[a-z]`; as VS Code's globs. It goes through a path once,
 * whatever the pattern: all places of the pattern that a path may have come to are followed at the same time.
 */
export function globTest(pattern: string): (path: string) => boolean {
  if (pattern.length > MAX_PATTERN) return () => false;
  const states: State[] = [{ next: END, other: END }];
  const start = build(states, new GlobParser(Array.from(pattern)).sequence(0), END);
  return (path) => matches(states, start, path);
}

type Test = (character: string) => boolean;

/** A part of a pattern. */
type Part =
  /** One character, or with `isStar` any number of such. */
  | { readonly test: Test; readonly isStar: boolean }
  /** Any number of whole folders. */
  | 'folders'
  | { readonly alternatives: readonly (readonly Part[])[] };

const isSlash: Test = (character) => character === '/';
const isInName: Test = (character) => character !== '/';

class GlobParser {
  private at = 0;

  constructor(private readonly pattern: readonly string[]) {}

  /** The parts up to the end or, within braces, up to the comma or the brace that ends the alternative. Braces that are left open end with the pattern. */
  sequence(depth: number): readonly Part[] {
    const parts: Part[] = [];
    for (let character = this.pattern[this.at]; character !== undefined; character = this.pattern[this.at]) {
      if (depth > 0 && (character === ',' || character === '}')) break;
      this.at++;
      parts.push(this.part(character, depth));
    }
    return parts;
  }

  private part(character: string, depth: number): Part {
    switch (character) {
      case '*':
        return this.stars();
      case '?':
        return { test: isInName, isStar: false };
      case '{':
        return this.braces(depth);
      case '[':
        return { test: this.characters() ?? ((one) => one === '['), isStar: false };
      default:
        return { test: (one) => one === character, isStar: false };
    }
  }

  private stars(): Part {
    if (this.pattern[this.at] !== '*') return { test: isInName, isStar: true };
    this.at++;
    if (this.pattern[this.at] !== '/') return { test: () => true, isStar: true };
    this.at++;
    return 'folders';
  }

  private braces(depth: number): Part {
    const alternatives: (readonly Part[])[] = [];
    do alternatives.push(this.sequence(depth + 1));
    while (this.pattern[this.at++] === ',');
    return { alternatives };
  }

  /** A test for the characters in brackets; undefined where they are not closed: the bracket is a character itself. */
  private characters(): Test | undefined {
    const end = this.pattern.indexOf(']', this.at + 1);
    if (end < 0) return undefined;
    const listed = this.pattern.slice(this.at, end);
    this.at = end + 1;
    const isNegated = listed[0] === '!' || listed[0] === '^';
    if (isNegated) listed.shift();
    const ranges: (readonly [string, string])[] = [];
    for (let at = 0; at < listed.length; at++) {
      const from = listed[at] ?? '';
      const isRange = listed[at + 1] === '-' && at + 2 < listed.length;
      ranges.push([from, isRange ? (listed[at + 2] ?? '') : from]);
      if (isRange) at += 2;
    }
    return (one) => one !== '/' && ranges.some(([from, to]) => one >= from && one <= to) !== isNegated;
  }
}

/** A place that a path may have come to: with a test it takes one character and goes on; without one it is two places at once. */
interface State {
  readonly test?: Test;
  next: number;
  readonly other: number;
}

const END = 0;

/** Adds the states of some parts that are followed by the state `next`; gives the first one. */
function build(states: State[], parts: readonly Part[], next: number): number {
  const add = (state: State): number => states.push(state) - 1;
  return parts.reduceRight((behind, part) => {
    if (part === 'folders') {
      const again = { next: END, other: behind };
      const start = add(again);
      const more = { next: END, other: add({ test: isSlash, next: start, other: END }) };
      const inName = add({ test: isInName, next: add(more), other: END });
      more.next = inName;
      again.next = inName;
      return start;
    }
    if ('alternatives' in part)
      return part.alternatives
        .map((alternative) => build(states, alternative, behind))
        .reduce((one, other) => add({ next: one, other }));
    const { test, isStar } = part;
    if (!isStar) return add({ test, next: behind, other: END });
    const again = { next: END, other: behind };
    const start = add(again);
    again.next = add({ test, next: start, other: END });
    return start;
  }, next);
}

function matches(states: readonly State[], start: number, path: string): boolean {
  // When a state was reached the last time: each is followed once a character.
  const reached = new Int32Array(states.length).fill(-1);
  let step = 0;
  let current: number[] = [];
  const reach = (first: number, into: number[]): void => {
    const open = [first];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      if (reached[state] === step) continue;
      reached[state] = step;
      const { test, next, other } = states[state] as State;
      if (state === END || test !== undefined) into.push(state);
      else open.push(next, other);
    }
  };
  reach(start, current);
  for (const character of path) {
    step++;
    const following: number[] = [];
    for (const state of current) {
      const { test, next } = states[state] as State;
      if (test?.(character) === true) reach(next, following);
    }
    current = following;
    if (current.length === 0) return false;
  }
  return current.includes(END);
}
