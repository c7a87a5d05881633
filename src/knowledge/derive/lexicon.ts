import glossary from 'knowledge:glossary';
import senses from 'knowledge:senses';
import { Nouns, startsOf, type Noun } from './noun';
import { VERBS, verbTable, type Verb } from './verbs';

/** What words mean in the names of one product. */
export interface Lexicon {
  /** The noun of some words joined and folded, in the singular or the plural. */
  noun(joined: string): Noun | undefined;
  /** Whether a noun goes on from here. */
  isNounStart(joined: string): boolean;
  /** The verb of some words joined and folded. */
  verb(joined: string): Verb | undefined;
  /** Whether a verb goes on from here. */
  isVerbStart(joined: string): boolean;
}

/** Words that say something else in the names of some products. */
interface Senses {
  readonly of: readonly string[];
  readonly nouns?: Readonly<Record<string, string>>;
  /** As in the table of verbs, "kind|Chinese|English". */
  readonly verbs?: Readonly<Record<string, string>>;
}

/** Services of a log are kept up to this many: it may name any. */
const MAX_KEPT = 1000;

let common: Lexicon | undefined;
let bySense: ReadonlyMap<string, readonly Senses[]> | undefined;
const lexicons = new Map<string, Lexicon>();

function lexicon(table: () => Readonly<Record<string, string>>, verbs: ReadonlyMap<string, Verb>): Lexicon {
  const nouns = new Nouns(table);
  const verbStarts = startsOf(verbs.keys());
  return {
    noun: (joined) => nouns.find(joined),
    isNounStart: (joined) => nouns.isStart(joined),
    verb: (joined) => verbs.get(joined),
    isVerbStart: (joined) => verbStarts.has(joined),
  };
}

/** One lexicon over another. */
function over(special: Lexicon, general: Lexicon): Lexicon {
  return {
    noun: (joined) => special.noun(joined) ?? general.noun(joined),
    isNounStart: (joined) => special.isNounStart(joined) || general.isNounStart(joined),
    verb: (joined) => special.verb(joined) ?? general.verb(joined),
    isVerbStart: (joined) => special.isVerbStart(joined) || general.isVerbStart(joined),
  };
}

function sensesOf(service: string): readonly Senses[] | undefined {
  // Most products use words as all others do: that is seen without reading the senses.
  if (service === '' || !senses.includes(`"${service}"`)) return undefined;
  if (bySense === undefined) {
    const all = new Map<string, Senses[]>();
    for (const one of JSON.parse(senses) as readonly Senses[])
      for (const code of one.of) all.set(code, [...(all.get(code) ?? []), one]);
    bySense = all;
  }
  return bySense.get(service);
}

/** The words of a product's names; those of all products where nothing is known of it. `service` is a code in lower case. */
export function lexiconOf(service: string): Lexicon {
  common ??= lexicon(() => JSON.parse(glossary) as Record<string, string>, VERBS);
  let known = lexicons.get(service);
  if (known === undefined) {
    const own = sensesOf(service) ?? [];
    const nouns = (): Record<string, string> => Object.assign({}, ...own.map((one) => one.nouns)) as Record<string, string>;
    const verbs = new Map(own.flatMap((one) => verbTable(one.verbs ?? {})));
    known = own.length === 0 ? common : over(lexicon(nouns, verbs), common);
    if (lexicons.size >= MAX_KEPT) lexicons.clear();
    lexicons.set(service, known);
  }
  return known;
}
