import { type Lexicon } from './lexicon';
import { type Verb } from './verbs';
import { type Word } from './words';

/** A verb of a name and where it stands. */
export interface FoundVerb {
  readonly verb: Verb;
  /** As it is written, folded. */
  readonly name: string;
  readonly at: number;
  readonly length: number;
}

/** What a name does. */
export interface FoundVerbs {
  readonly verb: FoundVerb;
  /** `CreateAndStart…`, `CreateOrUpdate…`. */
  readonly second: (FoundVerb & { readonly joint: 'and' | 'or' }) | undefined;
  readonly manner: Manner | undefined;
  /** Whether a verb before it says nothing. */
  readonly isPut: boolean;
}

/** How something is done: a word before the verb. */
export interface Manner {
  readonly zh: string;
  readonly en: string;
}

const MANNERS: Readonly<Record<string, Manner>> = {
  batch: { zh: '批量', en: 'in a batch' },
  mass: { zh: '批量', en: 'in bulk' },
  async: { zh: '异步', en: 'asynchronously' },
  force: { zh: '强制', en: 'by force' },
  pre: { zh: '预', en: 'in advance' },
  manually: { zh: '手动', en: 'manually' },
  continuously: { zh: '持续', en: 'continuously' },
};

/** Verbs of one word of the name that are two or three by its capitals: `UnTag`, `ReInit`, `LookUp`. */
const MAX_VERB_WORDS = 3;
/** Last words that only consoles write behind the thing: `GroupCreate`, `DashboardList`. */
const LAST = /^(?:create|delete|remove|update|modify|query|list|get|add|edit)$/;
/** Verbs that say nothing before another one. */
const PUT = /^(?:put|post|do)$/;
/** First words that are things where such a verb comes last: `ChatSuperviseQuery`. */
const THINGS =
  /^(?:chat|record|report|order|tag|test|answer|request|call|process|release|share|link|schedule|build|scan|run|sign)$/;

/** Last words of names that only show something where they have no verb: `AuditAmountReport`, `TopicStatus`. */
const SHOWN =
  /^(?:report|result|results|list|lists|query|detail|details|info|infos|information|status|statistic|statistics|statistical|stat|stats|summary|overview|count|counts|num|amount|total|trend|trends|history|record|records|data|metric|metrics|distribution|ranking|rank|tps|qps|progress|usage|dashboard|menu|tree)$/;

/** Whether the last word of a name tells that it shows something. */
export function isShown(words: readonly Word[]): boolean {
  return words.length > 1 && SHOWN.test(words[words.length - 1]?.small ?? '');
}

/** The verbs of a name; undefined where it has none. */
export function verbsOf(words: readonly Word[], lexicon: Lexicon): FoundVerbs | undefined {
  const small = words[0]?.small ?? '';
  const isManner = Object.hasOwn(MANNERS, small) && verbAt(words, 1, lexicon) !== undefined;
  const manner = isManner ? MANNERS[small] : undefined;
  const start = isManner ? 1 : 0;
  const first = THINGS.test(words[start]?.small ?? '') ? verbLast(words, start, lexicon) : subjectFirst(words, start, lexicon);
  // `PutDisableFwSwitch`: the second of them is what is done.
  const second = PUT.test(words[start]?.small ?? '') ? verbAt(words, start + 1, lexicon) : undefined;
  const inside = isShown(words) ? undefined : verbInside(words, lexicon);
  const isSecond = second !== undefined && lexicon.noun(second.name) === undefined && words.length > start + 2;
  const verb = first ?? (isSecond ? second : undefined) ?? verbAt(words, start, lexicon) ?? inside ?? verbAtEnd(words, lexicon);
  return verb && { verb, second: secondOf(words, verb, lexicon), manner, isPut: verb === second };
}

/** The verb behind a subject that begins like a verb: `LoadBalancerJoinSecurityGroup`. */
function subjectFirst(words: readonly Word[], start: number, lexicon: Lexicon): FoundVerb | undefined {
  const inside = words.length > start + 3 ? verbInside(words, lexicon) : undefined;
  if (inside === undefined || inside.at < start + 2) return undefined;
  return lexicon.noun((words[start]?.small ?? '') + (words[start + 1]?.small ?? '')) === undefined ? undefined : inside;
}

function verbAt(words: readonly Word[], at: number, lexicon: Lexicon): FoundVerb | undefined {
  const end = Math.min(words.length, at + MAX_VERB_WORDS);
  let found: FoundVerb | undefined;
  let name = '';
  for (let next = at; next < end; next++) {
    name += words[next]?.small ?? '';
    const verb = lexicon.verb(name);
    if (verb !== undefined) found = { verb, name, at, length: next - at + 1 };
    if (!lexicon.isVerbStart(name)) break;
  }
  return found;
}

function secondOf(words: readonly Word[], verb: FoundVerb, lexicon: Lexicon): FoundVerbs['second'] {
  const at = verb.at + verb.length;
  const joint = words[at]?.small;
  const second = joint === 'and' || joint === 'or' ? verbAt(words, at + 1, lexicon) : undefined;
  return second && (joint === 'and' || joint === 'or') ? { ...second, joint } : undefined;
}

/** A verb behind a product or a subject, if it cannot be a noun. */
function verbInside(words: readonly Word[], lexicon: Lexicon): FoundVerb | undefined {
  for (let at = 1; at < words.length - 1; at++) {
    const found = verbAt(words, at, lexicon);
    if (found && lexicon.noun(found.name) === undefined && at + found.length < words.length) return found;
  }
  return undefined;
}

function verbAtEnd(words: readonly Word[], lexicon: Lexicon): FoundVerb | undefined {
  const at = words.length - 1;
  const found = at > 0 ? verbAt(words, at, lexicon) : undefined;
  return found && (lexicon.noun(found.name) === undefined || LAST.test(found.name)) ? found : undefined;
}

function verbLast(words: readonly Word[], start: number, lexicon: Lexicon): FoundVerb | undefined {
  const at = words.length - 1;
  const found = at > start && LAST.test(words[at]?.small ?? '') ? verbAt(words, at, lexicon) : undefined;
  return found?.at === start ? undefined : found;
}
