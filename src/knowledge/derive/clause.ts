import { type Lexicon } from './lexicon';
import { isPreposition, sayable } from './parts';
import { formOf, phraseOf, type Phrase } from './phrase';
import { OUTCOMES, STATES, type State } from './states';
import { type Verb } from './verbs';
import { type FoundVerb } from './verbsOf';
import { type Word } from './words';

/** What is asked or said of a thing: whether it exists, that it failed, whether it can be deleted. */
export interface Clause {
  readonly subject: Phrase | undefined;
  readonly state: State | undefined;
  /** What may be done to the subject. */
  readonly deed: Verb | undefined;
  /** `Support`: what the subject is asked for. */
  readonly wants: { readonly zh: string; readonly en: string; readonly object: Phrase } | undefined;
}

/** Verbs that ask how something is. */
const ASKING = /^(?:check|precheck|is|has|can|validate|verify|describe|get|query|judge|test)$/;
/** Of these, verbs that ask whether something can be done. */
const CHECKING = /^(?:check|precheck|is|can|judge)$/;
/** Deeds that a thing is asked to have behind it, not before it. */
const DONE = /^(?:open|bind|enable|use|authorize|grant|exist|support|activate)$/;
const DEEDS = /^(?:bind|unbind|use|open)$/;

/** What a verb that asks or reports says of a thing. */
export function clauseOf({ name, verb }: FoundVerb, rest: readonly Word[], lexicon: Lexicon): Clause | undefined {
  const last = rest[rest.length - 1]?.small ?? '';
  const state = STATES.get(last);
  if (state !== undefined && rest.length > 1 && (ASKING.test(name) || (name === 'report' && OUTCOMES.test(last)))) {
    const subject = phraseOf(rest.slice(0, -1), lexicon);
    // The longest noun may hold the state (`LastUsed`).
    const isPart = lexicon.noun((rest[rest.length - 2]?.small ?? '') + last) !== undefined;
    if (!isPart) return { subject: sayable(subject), state, deed: undefined, wants: undefined };
  }
  if (verb.kind !== 'read' || !CHECKING.test(name)) return undefined;
  return wanting(rest, lexicon) ?? deedOf(rest, lexicon);
}

/** `CheckRegionSupportBackupEncryption`, `CheckUserHasEcs`. */
function wanting(rest: readonly Word[], lexicon: Lexicon): Clause | undefined {
  const at = rest.findIndex(({ small }, index) => index > 0 && index < rest.length - 1 && /^(?:supports?|has|have)$/.test(small));
  if (at < 0) return undefined;
  const isSupport = rest[at]?.small.startsWith('support') === true;
  const object = phraseOf(rest.slice(at + 1), lexicon);
  const wants = { zh: isSupport ? '支持' : '有', en: isSupport ? 'supports' : 'has', object };
  return { subject: sayable(phraseOf(rest.slice(0, at), lexicon)), state: undefined, deed: undefined, wants };
}

/** `CheckServiceLinkedRoleForDeleting`, `CheckAccountDelete`, `CheckBindRamUser`, `CheckCanAllocateVpcPrivateIpAddress`. */
function deedOf(rest: readonly Word[], lexicon: Lexicon): Clause | undefined {
  const clause = (verb: Verb | undefined, thing: readonly Word[]): Clause | undefined => {
    if (verb === undefined || verb.kind === 'read' || thing.length === 0) return undefined;
    if (thing.some((_, index) => index > 0 && isPreposition(thing, index))) return undefined;
    return { subject: sayable(phraseOf(thing, lexicon)), state: undefined, deed: verb, wants: undefined };
  };
  const first = rest[0]?.small ?? '';
  const last = rest[rest.length - 1]?.small ?? '';
  const verbOf = (word: string): Verb | undefined => lexicon.verb(word) ?? formOf(word, lexicon);
  if (rest[rest.length - 2]?.small === 'for') return clause(verbOf(last), rest.slice(0, -2));
  if (first === 'can') return clause(verbOf(rest[1]?.small ?? ''), rest.slice(2));
  if (lexicon.noun(last) === undefined && rest.length > 1) {
    const found = clause(lexicon.verb(last), rest.slice(0, -1));
    if (found !== undefined) return found;
  }
  return DEEDS.test(first) || lexicon.noun(first) === undefined ? clause(lexicon.verb(first), rest.slice(1)) : undefined;
}

/** Whether a deed is asked to be done already: 是否, not 能否. */
export function isDone(verb: Verb): boolean {
  return DONE.test(verb.en.toLowerCase().replace(/s$/, '')) || /^(?:开启|开通|绑定|启用|使用)$/u.test(verb.zh);
}
