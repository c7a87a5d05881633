import { type Catalogue } from './catalogue';
import { edits } from './nearMiss';
import { mayBeAnother } from './nearValue';
import { allOperations, operationWords } from './operations';

const FARTHEST = 2;
/** Shorter words differ by too little to prove anything. */
const SHORTEST = 5;

interface Vocabulary {
  readonly words: ReadonlySet<string>;
  readonly byService: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<Catalogue, Vocabulary>();

const wordsOf = (name: string): readonly string[] => name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];

function vocabularyOf(catalogue: Catalogue): Vocabulary {
  let vocabulary = known.get(catalogue);
  if (vocabulary === undefined) {
    const words = new Set<string>();
    const byService = new Map<string, string[]>();
    for (const { service, name } of catalogue.found()) {
      for (const word of wordsOf(name)) words.add(word.toLowerCase());
      const names = byService.get(service);
      if (names === undefined) byService.set(service, [name]);
      else names.push(name);
    }
    known.set(catalogue, (vocabulary = { words, byService }));
  }
  return vocabulary;
}

/**
 * The event of a service that a name is a misspelling of (`StopInstnace`); undefined where that is not sure. No list is complete, so a name is misspelt
 * only where one of its words is in no name of the catalogue nor of any public API, and nearly is the word at its place in an event of the service.
 */
export function nearEvent(catalogue: Catalogue, service: string, name: string): string | undefined {
  const own = wordsOf(name);
  if (own.join('') !== name) return undefined;
  const { words, byService } = vocabularyOf(catalogue);
  const listed = operationWords();
  const strange = own.findIndex((word) => !words.has(word.toLowerCase()) && !listed.has(word.toLowerCase()));
  const wrong = own[strange];
  if (wrong === undefined || wrong.length < SHORTEST) return undefined;
  let best: string | undefined;
  let least = FARTHEST + 1;
  const candidates = new Set(byService.get(service));
  for (const operation of allOperations(service)) candidates.add(operation.name);
  for (const candidate of candidates) {
    const right = wordsOf(candidate);
    const isElsewhereEqual =
      right.length === own.length && right.every((word, index) => index === strange || word === own[index]);
    const distance = isElsewhereEqual ? distanceOf(wrong, right[strange] ?? '') : Infinity;
    if (distance > least || distance > FARTHEST) continue;
    best = distance === least ? undefined : candidate;
    least = distance;
  }
  return best;
}

/** How far a word is from a right one; Infinity where it is not surely a misspelling of it. */
function distanceOf(wrong: string, right: string): number {
  if (right.length < SHORTEST || mayBeAnother(wrong, right)) return Infinity;
  const distance = edits(wrong.toLowerCase(), right.toLowerCase());
  return distance * 3 <= right.length ? distance : Infinity;
}
