import { withArticle } from './article';
import { gerund } from './forms';
import { type Lexicon } from './lexicon';
import { formOf, phraseOf, type Phrase } from './phrase';
import { type Word } from './words';

/** A preposition of the name and what follows it. */
export interface Part {
  readonly preposition: string;
  readonly phrase: Phrase;
}

/** Where there are none. */
export const NO_PARTS: readonly Part[] = [];

const PREPOSITIONS = new Set('to into onto from for by with without in of on under via using at between against'.split(' '));

/** The object of a verb and what stands behind prepositions. `isDoing`: the object may be something that is done, as in `AbortGenerateAnswer`. */
export function split(
  words: readonly Word[],
  lexicon: Lexicon,
  isDoing: boolean,
): { object: Phrase | undefined; parts: readonly Part[] } {
  const first = words.findIndex((_, at) => isPreposition(words, at));
  const objectWords = first < 0 ? words : words.slice(0, first);
  const phrase = objectWords.length === 0 ? undefined : sayable(phraseOf(objectWords, lexicon));
  const object = isDoing && phrase !== undefined ? doneTo(objectWords, phrase, lexicon) : phrase;
  if (first < 0) return { object, parts: NO_PARTS };
  const parts: Part[] = [];
  for (let at = first; at < words.length;) {
    let end = at + 1;
    while (end < words.length && !isPreposition(words, end)) end++;
    const inside = words.slice(at + 1, end);
    const said = inside.length === 0 ? undefined : sayable(phraseOf(inside, lexicon));
    const preposition = words[at]?.small === '4' ? 'for' : (words[at]?.small ?? '');
    if (said !== undefined) parts.push({ preposition, phrase: preposition === 'for' ? doneTo(inside, said, lexicon) : said });
    at = end;
  }
  return { object, parts };
}

/** "generating an answer" for a phrase that begins with a verb that is no noun. */
function doneTo(words: readonly Word[], phrase: Phrase, lexicon: Lexicon): Phrase {
  const [first, ...rest] = words;
  const small = first?.small ?? '';
  const verb = lexicon.noun(small) === undefined ? (lexicon.verb(small) ?? formOf(small, lexicon)) : undefined;
  const thing = verb === undefined || rest.length === 0 ? undefined : sayable(phraseOf(rest, lexicon));
  if (verb === undefined || thing === undefined || /^(?:task|job)$/.test(thing.en)) return phrase;
  return { ...phrase, en: `${gerund(verb.en)} ${withArticle(thing, false)}`, plural: false, number: 'mass', known: true };
}

/** A phrase that says something. */
export function sayable(phrase: Phrase): Phrase | undefined {
  return phrase.zh === '' ? undefined : phrase;
}

/** Words behind which a 4 counts: a layer, a protocol. */
const COUNTED = /^(?:layer|ipv|ip|l|v|k|type|level|id|mobile)$/;

/** A preposition has something after it; `IP` and `TO` in capitals are no prepositions. The 4 of `Chat4Supervise` is one. */
export function isPreposition(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || at >= words.length - 1) return false;
  const { small, text } = word;
  if (small === '4') return !COUNTED.test(words[at - 1]?.small ?? '') && /^\p{Lu}\p{Ll}/u.test(words[at + 1]?.text ?? '');
  return PREPOSITIONS.has(small) && (text === small || text.slice(1) === small.slice(1));
}
