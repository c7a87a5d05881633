import { casingOf, lowerFirst, toCasing, type Casing } from './casing';
import { fieldNamed, fieldsBelow } from './fields';

/** Where a name stands: the path of the object that holds it, from the event's own level, and the casing of that event. */
export interface NameContext {
  readonly path: readonly (string | number)[];
  /** The casing to give the right name; left out, it is that of the wrong one. */
  readonly casing?: Casing;
}

/** Names that look like one of ours but are another cloud's (facts 1.7). */
const FOREIGN: ReadonlySet<string> = new Set(['awsregion']);
/** Objects whose keys are each service's own: nothing can be said about a name there. */
const OPEN: ReadonlySet<string> = new Set([
  'requestParameters',
  'requestParameterJson',
  'responseElements',
  'referencedResources',
  'additionalEventData',
]);
/** Shorter names differ by too little to prove anything. */
const SHORTEST = 6;
const FARTHEST = 2;

const plain = (name: string) => name.toLowerCase().replaceAll(/[_\-\s]/g, '');
const wordsOf = (name: string) => name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g) ?? [];

/** Answers that are kept: a log with a strange name in each of its records asks for the same one again and again. */
const MAX_KEPT = 5000;
const kept = new Map<string, string | undefined>();

/**
 * The right name for one that is misspelt (`sourceIPAddress`, `addionalEventData`, `userIdentiy`), or undefined when the name is known
 * anywhere, belongs to another cloud, stands where services choose their own names, or is not near enough to prove anything.
 */
export function nearMiss(name: string, context: NameContext): string | undefined {
  const casing = context.casing ?? casingOf(name);
  const key = JSON.stringify([name, casing, ...context.path]);
  if (kept.has(key)) return kept.get(key);
  if (kept.size >= MAX_KEPT) kept.clear();
  const right = search(name, context.path);
  const answer = right === undefined ? undefined : toCasing(right, casing);
  kept.set(key, answer);
  return answer;
}

function search(name: string, path: readonly (string | number)[]): string | undefined {
  const first = String(path.at(0) ?? '');
  if (OPEN.has(lowerFirst(first))) return undefined;
  if (fieldNamed(name) !== undefined || FOREIGN.has(plain(name))) return undefined;
  const candidates = fieldsBelow(path).filter((field) => casingOf(field.name) !== 'neither' && field.scope !== 'cloudevent');
  const equal = candidates.find((field) => plain(field.name) === plain(name));
  if (equal !== undefined) return equal.name;
  if (name.length < SHORTEST) return undefined;
  const near = candidates
    .map((field) => ({ field, distance: distanceOf(name, field.name) }))
    .filter(({ distance }) => distance <= FARTHEST);
  const best = Math.min(...near.map(({ distance }) => distance));
  const [only, ...others] = near.filter(({ distance }) => distance === best);
  return others.length > 0 ? undefined : only?.field.name;
}

/** The edits between two names, or Infinity when a whole word differs (`eventDate` is not a misspelt `eventName`). */
function distanceOf(wrong: string, right: string): number {
  const total = edits(plain(wrong), plain(right));
  if (total > FARTHEST) return Infinity;
  const [wrongWords, rightWords] = [wordsOf(wrong), wordsOf(right)];
  if (wrongWords.length !== rightWords.length) return total * 4 > plain(right).length ? Infinity : total;
  const kept = rightWords.every((word, index) => edits(plain(wrongWords[index] ?? ''), plain(word)) * 2 < word.length);
  return kept ? total : Infinity;
}

/** Damerau-Levenshtein distance with neighbouring letters swapped as one edit; texts whose lengths differ by more than two are just far. */
export function edits(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > FARTHEST) return FARTHEST + 1;
  const rows: number[][] = Array.from({ length: from.length + 1 }, (_, row) => [row]);
  const at = (row: number, column: number) => rows[row]?.[column] ?? row + column;
  for (let column = 1; column <= to.length; column++) (rows[0] ??= [])[column] = column;
  for (let row = 1; row <= from.length; row++) {
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let least = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) least = Math.min(least, at(row - 2, column - 2) + 1);
      (rows[row] ??= [])[column] = least;
    }
  }
  return at(from.length, to.length);
}
