import text from 'knowledge:glossary';

/** A noun (or an adjective before one) of event names. */
export interface Noun {
  readonly zh: string;
  /** Singular. */
  readonly en: string;
  /** `count`: an instance, instances; `mass`: information; `the`: the status. */
  readonly number: 'count' | 'mass' | 'the';
}

let nouns: Map<string, Noun> | undefined;

/** The glossary by lower-case spelling without spaces. The data file holds "Chinese|English", with |u for mass nouns and |t for "the". */
function glossary(): Map<string, Noun> {
  nouns ??= new Map(
    Object.entries(JSON.parse(text) as Record<string, string>).map(([key, value]) => {
      const [zh = '', en = '', flag] = value.split('|');
      return [key, { zh, en, number: flag === 'u' ? 'mass' : flag === 't' ? 'the' : 'count' }];
    }),
  );
  return nouns;
}

export interface FoundNoun extends Noun {
  readonly plural: boolean;
}

/** The noun of some words joined, in the singular or the plural. */
export function nounOf(joined: string): FoundNoun | undefined {
  const known = glossary();
  const exact = known.get(joined);
  if (exact) return { ...exact, plural: false };
  for (const singular of singulars(joined)) {
    const noun = known.get(singular);
    if (noun) return { ...noun, plural: true };
  }
  return undefined;
}

function singulars(word: string): readonly string[] {
  if (!word.endsWith('s')) return [];
  const forms = [word.slice(0, -1)];
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  return forms;
}

/** The English plural of a phrase, by its last word. */
export function plural(phrase: string): string {
  if (/(?:s|x|z|ch|sh)$/i.test(phrase)) return /[a-z](?:is|us|ss|x|ch|sh|s|z)$/.test(phrase) ? `${phrase}es` : `${phrase}s`;
  if (/[^aeiou]y$/.test(phrase)) return `${phrase.slice(0, -1)}ies`;
  return `${phrase}s`;
}
