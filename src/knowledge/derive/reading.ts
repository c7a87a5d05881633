import { type EventKind } from '../entry';
import { clauseOf, type Clause } from './clause';
import { type Lexicon } from './lexicon';
import { isPreposition, NO_PARTS, type Part, sayable, split } from './parts';
import { phraseOf, type Phrase } from './phrase';
import { proper, type Suffix } from './proper';
import { type Verb } from './verbs';
import { senseOf } from './verbSenses';
import { type FoundVerbs, verbsOf } from './verbsOf';
import { type Word } from './words';

/** What the words of a name say. */
export interface Sentence {
  readonly found: FoundVerbs;
  /** The verb in the sense that its object gives it. */
  readonly verb: Verb;
  /** What stands before the verb: `LoadBalancer` in `LoadBalancerJoinSecurityGroup`. */
  readonly subject: Phrase | undefined;
  readonly object: Phrase | undefined;
  readonly clause: Clause | undefined;
  readonly parts: readonly Part[];
  readonly suffix: Suffix | undefined;
}

/** Words as a sentence; undefined where no verb is among them. */
export function read(all: readonly Word[], lexicon: Lexicon): Sentence | undefined {
  const { words, suffix } = proper(all, lexicon);
  const found = verbsOf(words, lexicon);
  if (found === undefined) return undefined;
  const { verb, second } = found;
  const isPlain = verb.at === 0 && second === undefined;
  const rest = words.slice((second ?? verb).at + (second ?? verb).length);
  const start = found.manner === undefined ? 0 : 1;
  const before = isPlain || found.isPut || verb.at === start ? NO_WORDS : words.slice(start, verb.at);
  const clause = before.length === 0 && second === undefined ? clauseOf(verb, rest, lexicon) : undefined;
  if (clause !== undefined)
    return { found, verb: verb.verb, subject: undefined, object: undefined, clause, parts: NO_PARTS, suffix };
  // What comes before a verb is its object where nothing follows (`OssParamsCheck`, `ConsoleMessageGetById`), or where a console's name begins.
  const isObject =
    before.length > 0 && (rest.length === 0 || isPreposition(rest, 0) || all.length > words.length + (suffix ? 1 : 0));
  const { object, parts } = split(isObject ? [...before, ...rest] : rest, lexicon, DOING.test(verb.name));
  const subject = isObject || before.length === 0 ? undefined : sayable(phraseOf(before, lexicon));
  return { found, verb: senseOf(verb.name, verb.verb, object), subject, object, clause: undefined, parts, suffix };
}

const NO_WORDS: readonly Word[] = [];

/** Verbs of what is done already: `StopCreateTask`, `AbortGenerateAnswer`. */
const DOING = /^(?:abort|stop|continue|resume|retry|pause|skip|finish)$/;

/** The strongest of the kinds of a name with two verbs. */
const STRONGEST: readonly EventKind[] = ['order', 'delete', 'write', 'logon', 'platform', 'read'];

/** The kind of what a name does. */
export function kindOf({ verb, second }: FoundVerbs): EventKind {
  if (second === undefined) return verb.verb.kind;
  return STRONGEST.find((kind) => kind === verb.verb.kind || kind === second.verb.kind) ?? 'write';
}
