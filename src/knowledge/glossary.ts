import text from 'knowledge:glossary';

/** A noun (or an adjective before one) of event names. */
export interface Noun {
  readonly zh: string;
  /** Singular. */
  readonly en: string;
  /** `count`: an instance, instances; `mass`: information; `the`: the status. */
  readonly number: 'count' | 'mass' | 'the';
}

export interface FoundNoun extends Noun {
  readonly plural: boolean;
}

let nouns: ReadonlyMap<string, FoundNoun> | undefined;
let starts: ReadonlySet<string> | undefined;

/**
 * The nouns by lower-case spelling without spaces, with their plurals.
 * The data file holds "Chinese|English", with |u for mass nouns and |t for "the".
 */
function glossary(): ReadonlyMap<string, FoundNoun> {
  if (nouns) return nouns;
  const known = new Map<string, FoundNoun>();
  const add = (key: string, noun: FoundNoun): void => {
    if (!known.has(key)) known.set(key, noun);
  };
  const plurals = Object.entries(JSON.parse(text) as Record<string, string>).map(([key, value]) => {
    const [zh = '', en = '', flag] = value.split('|');
    const noun: Noun = { zh, en, number: flag === 'u' ? 'mass' : flag === 't' ? 'the' : 'count' };
    add(key, { ...noun, plural: false });
    return [key, { ...noun, plural: true }] as const;
  });
  for (const [key, noun] of plurals) add(`${key}s`, noun);
  for (const [key, noun] of plurals) add(`${key}es`, noun);
  for (const [key, noun] of plurals) if (key.endsWith('y')) add(`${key.slice(0, -1)}ies`, noun);
  nouns = known;
  return known;
}

/** Whether a noun of the glossary goes on from here, so that it is worth while to join another word. */
export function isNounStart(joined: string): boolean {
  if (!starts) {
    const known = new Set<string>();
    for (const key of glossary().keys()) for (let end = 1; end < key.length; end++) known.add(key.slice(0, end));
    starts = known;
  }
  return starts.has(joined);
}

/** The noun of some words joined, in the singular or the plural. */
export function nounOf(joined: string): FoundNoun | undefined {
  return glossary().get(joined);
}

/** The English plural of a phrase, by its last word. */
export function plural(phrase: string): string {
  if (/(?:s|x|z|ch|sh)$/i.test(phrase)) return /[a-z](?:is|us|ss|x|ch|sh|s|z)$/.test(phrase) ? `${phrase}es` : `${phrase}s`;
  if (/[^aeiou]y$/.test(phrase)) return `${phrase.slice(0, -1)}ies`;
  return `${phrase}s`;
}
