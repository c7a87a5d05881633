import type { EventKind } from './entry';
import { chinese, phraseOf, withArticle, type Phrase } from './phrase';
import { VERBS, type Verb } from './verbs';
import { wordsOf } from './words';

/** What a name says about itself. */
export interface DerivedMeaning {
  readonly zh: string;
  readonly en: string;
  readonly kind: EventKind;
}

/** However long a name is, its meaning fits a tooltip. */
const MAX_TEXT = 240;

const PREPOSITIONS = new Set([
  'to',
  'into',
  'from',
  'for',
  'by',
  'with',
  'without',
  'in',
  'of',
  'on',
  'under',
  'via',
  'using',
  'at',
  'between',
]);

/** Verbs of one word of the name that are two or three by its capitals: `UnTag`, `ReInit`, `LookUp`. */
const MAX_VERB_WORDS = 3;

interface Part {
  readonly preposition: string;
  readonly phrase: Phrase;
}

interface Sentence {
  readonly verb: Verb;
  readonly name: string;
  readonly batch: boolean;
  /** What stands before the verb: `LoadBalancer` in `LoadBalancerJoinSecurityGroup`. */
  readonly subject: Phrase | undefined;
  readonly object: Phrase | undefined;
  readonly parts: readonly Part[];
  /** `V2`. */
  readonly suffix: string;
}

/**
 * The meaning of an event name from its verb and its nouns, in both languages. Never throws, never says nothing, and never
 * claims more than the name does. A name without a known verb is taken for a write: who reviews a log rather looks once too often.
 */
export function derive(name: string): DerivedMeaning {
  const words = wordsOf(name);
  if (words.length === 0) return nothing(name);
  const sentence = read(words);
  if (!sentence) return unread(words);
  return { zh: bounded(chineseOf(sentence)), en: `${bounded(englishOf(sentence))}.`, kind: sentence.verb.kind };
}

/** The kind alone: where a catalogue gives the texts, they need not be made. */
export function kindFromName(name: string): EventKind {
  return verbOf(withoutVersion(wordsOf(name)).words).verb?.verb.kind ?? 'write';
}

function nothing(name: string): DerivedMeaning {
  return name.trim() === ''
    ? { zh: '未记录事件名称', en: 'Has no event name.', kind: 'write' }
    : { zh: '无法识别的事件名称', en: 'Has an event name without words.', kind: 'write' };
}

function unread(words: readonly string[]): DerivedMeaning {
  const phrase = phraseOf(words);
  return {
    zh: bounded(chinese(`执行“${phrase.zh}”操作`)),
    en: `${bounded(`Performs the operation “${phrase.en}”`)}.`,
    kind: 'write',
  };
}

function read(all: readonly string[]): Sentence | undefined {
  const { words, suffix } = withoutVersion(all);
  const { verb, batch } = verbOf(words);
  if (!verb) return undefined;
  const start = batch ? 1 : 0;
  const rest = [...words.slice(verb.at + verb.length)];
  const before = words.slice(start, verb.at);
  // The verb stands last: what comes before it is its object (`OssParamsCheck`).
  const objectFirst = rest.length === 0 && before.length > 0;
  const { object, parts } = split(objectFirst ? before : rest);
  const subject = !objectFirst && before.length > 0 ? phraseOf(before) : undefined;
  return { verb: verb.verb, name: verb.name, batch, subject, object, parts, suffix };
}

function verbOf(words: readonly string[]): { readonly verb: FoundVerb | undefined; readonly batch: boolean } {
  const batch = words[0]?.toLowerCase() === 'batch' && verbAt(words, 1) !== undefined;
  return { verb: verbAt(words, batch ? 1 : 0) ?? verbInside(words) ?? verbAtEnd(words), batch };
}

function withoutVersion(words: readonly string[]): { words: readonly string[]; suffix: string } {
  const [letter, digits] = words.slice(-2);
  if (words.length > 2 && letter !== undefined && /^v$/i.test(letter) && digits !== undefined && /^\d{1,3}$/.test(digits)) {
    return { words: words.slice(0, -2), suffix: `V${digits}` };
  }
  return { words, suffix: '' };
}

interface FoundVerb {
  readonly verb: Verb;
  readonly name: string;
  readonly at: number;
  readonly length: number;
}

function verbAt(words: readonly string[], at: number): FoundVerb | undefined {
  for (let length = Math.min(MAX_VERB_WORDS, words.length - at); length > 0; length--) {
    const name = words
      .slice(at, at + length)
      .join('')
      .toLowerCase();
    const verb = VERBS.get(name);
    if (verb) return { verb, name, at, length };
  }
  return undefined;
}

/** A verb behind a product or a subject, if it cannot be a noun. */
function verbInside(words: readonly string[]): FoundVerb | undefined {
  for (let at = 1; at < words.length - 1; at++) {
    const found = verbAt(words, at);
    if (found && !phraseOf([found.name]).known && at + found.length < words.length) return found;
  }
  return undefined;
}

function verbAtEnd(words: readonly string[]): FoundVerb | undefined {
  const at = words.length - 1;
  const found = at > 0 ? verbAt(words, at) : undefined;
  return found && !phraseOf([found.name]).known ? found : undefined;
}

function split(words: readonly string[]): { object: Phrase | undefined; parts: readonly Part[] } {
  const parts: Part[] = [];
  let object: Phrase | undefined;
  let preposition = '';
  let run: string[] = [];
  const end = (): void => {
    if (run.length === 0) return;
    if (preposition === '') object = phraseOf(run);
    else parts.push({ preposition, phrase: phraseOf(run) });
    run = [];
  };
  words.forEach((word, at) => {
    const small = word.toLowerCase();
    // A preposition has something after it; `IP` and `TO` in capitals are no prepositions.
    if (PREPOSITIONS.has(small) && at < words.length - 1 && (word === small || /^.\p{Ll}/u.test(word))) {
      end();
      preposition = small;
    } else run.push(word);
  });
  end();
  return { object, parts };
}

const LISTING = /^(?:describe|get|query|fetch|list|search|find|lookup|view|show)$/;
/** Chinese heads that already say that there are many, or cannot be listed. */
const NOT_LISTED = /(?:列表|信息|详情|属性|数据|结果|历史|状态|记录|统计|配置|日志|价格|用量|指标)$/u;
/** Verbs of two equal partners: "将证书与监听关联". */
const MUTUAL = /^(?:关联|绑定|取消关联|解绑|连接|比较|交换|同步)$/u;
/** Verbs that move nothing: what follows "to" belongs to their object (`DeleteLivePullToPush`). */
const STAYING = /^(?:创建|更新|修改|启动|停止)$/u;

function chineseOf({ verb, name, batch, subject, object, parts, suffix }: Sentence): string {
  const reading = verb.kind === 'read';
  const word = `${batch ? '批量' : ''}${verb.zh}`;
  const bare = object?.zh ?? (reading ? '信息' : verb.kind === 'logon' ? '' : '资源');
  const many = object !== undefined && (object.plural || name === 'list') && object.number === 'count';
  const thing = LISTING.test(name) && many && !NOT_LISTED.test(bare) ? `${bare}列表` : bare;
  const act = (what: string): string => (word.includes('{}') ? word.replace('{}', () => ` ${what} `) : `${word} ${what}`);
  let clause = act(thing);
  parts.forEach(({ preposition, phrase: { zh } }, at) => {
    if (at === 0) {
      if (preposition === 'to' || preposition === 'into')
        clause = word.includes('{}')
          ? `${clause}（${zh}）`
          : reading || verb.kind === 'delete' || STAYING.test(verb.zh)
            ? `${clause}（到 ${zh}）`
            : `将 ${bare} ${word}到 ${zh}`;
      else if (preposition === 'with' && MUTUAL.test(verb.zh)) clause = `将 ${bare} 与 ${zh} ${word}`;
      else if (reading && /^(?:for|of|on|from|under)$/.test(preposition)) clause = act(`${zh} 的 ${thing}`);
      else if (reading && preposition === 'in') clause = act(`${zh} 中的 ${thing}`);
      else clause = adverbial(preposition, zh, clause);
    } else clause = adverbial(preposition, zh, clause);
  });
  return chinese(`${subject ? `${subject.zh} ` : ''}${clause}${suffix === '' ? '' : `（${suffix}）`}`);
}

function adverbial(preposition: string, zh: string, clause: string): string {
  switch (preposition) {
    case 'from':
      return `从 ${zh} ${clause}`;
    case 'to':
    case 'into':
      return `向 ${zh} ${clause}`;
    case 'for':
    case 'of':
      return `为 ${zh} ${clause}`;
    case 'by':
      return `按 ${zh} ${clause}`;
    case 'with':
    case 'via':
    case 'using':
      return `使用 ${zh} ${clause}`;
    case 'without':
      return `${clause}（不含 ${zh}）`;
    case 'between':
      return `在 ${zh} 之间${clause}`;
    default:
      return `在 ${zh} 中${clause}`;
  }
}

function englishOf({ verb, name, batch, subject, object, parts, suffix }: Sentence): string {
  const many = name === 'list' || batch;
  const fallback = verb.kind === 'read' ? 'information' : verb.kind === 'logon' ? 'the console' : 'a resource';
  const thing = object ? withArticle(object, many) : fallback;
  const rest = parts.map(({ preposition, phrase }) => {
    const bare = /^(?:by|via|using)$/.test(preposition) || (preposition === 'with' && !phrase.known);
    return ` ${preposition} ${bare ? phrase.en : withArticle(phrase, false)}`;
  });
  const notes = [subject?.en, batch ? 'in a batch' : undefined, suffix].filter((note) => note !== undefined && note !== '');
  return `${verb.en} ${thing}${rest.join('')}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

function bounded(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1)}…`;
}
