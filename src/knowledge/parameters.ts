import type { Bilingual } from './bilingual';
import { withArticle } from './derive/article';
import { chinese } from './derive/chinese';
import { plural } from './derive/forms';
import { lexiconOf } from './derive/lexicon';
import { phraseOf, type Phrase } from './derive/phrase';
import { readWords, type Word } from './derive/words';
import type { Field } from './field';

/** What the last words of a parameter say of the ones before them. */
const IDS = new Set(['ids', 'idlist', 'idset']);
const LISTS = new Set(['list', 'set', 'array']);
/** First words of parameters that are switches. */
const SWITCHES: ReadonlyMap<string, Bilingual> = new Map([
  ['enable', { zh: '是否启用', en: 'enabled' }],
  ['enabled', { zh: '是否启用', en: 'enabled' }],
  ['auto', { zh: '是否自动', en: 'automatic' }],
  ['disable', { zh: '是否停用', en: 'disabled' }],
]);
const WHETHER: ReadonlyMap<string, Bilingual> = new Map([
  ['is', { zh: '是否为', en: 'it is' }],
  ['has', { zh: '是否有', en: 'it has' }],
  ['need', { zh: '是否需要', en: 'it needs' }],
  ['use', { zh: '是否使用', en: 'it uses' }],
  ['allow', { zh: '是否允许', en: 'it allows' }],
  ['include', { zh: '是否包含', en: 'it includes' }],
  ['ignore', { zh: '是否忽略', en: 'it ignores' }],
  ['skip', { zh: '是否跳过', en: 'it skips' }],
]);
/** Of events a "start" is a launch. */
const SPANS: ReadonlyMap<string, Bilingual> = new Map([
  ['start time', { zh: '开始时间', en: 'start time' }],
  ['end time', { zh: '结束时间', en: 'end time' }],
  ['start date', { zh: '开始日期', en: 'start date' }],
  ['end date', { zh: '结束日期', en: 'end date' }],
]);
/** Words that mean something else in names of events. */
const GENERIC: ReadonlyMap<string, Phrase> = new Map([
  [
    'key',
    {
      zh: '键：查找、标签或对象的名称',
      en: 'key: what is looked up, a tag, or the name of an object',
      plural: false,
      number: 'the',
      known: false,
    },
  ],
  ['value', { zh: '值', en: 'value', plural: false, number: 'the', known: false }],
]);
const UNKNOWN: Bilingual = { zh: '参数；名称中没有可以解释的词。', en: 'A parameter whose name has no word that is known.' };
/** A name may be as long as it likes. */
const MAX_WORDS = 12;

/**
 * What the path of a request parameter, or of a member of the response, says by its name; undefined elsewhere. Where the name has no word that is known, that is
 * what a key says, and a value nothing.
 */
export function parameterAt(path: readonly (string | number)[], isKey = false): Field | undefined {
  const at = path.findIndex(
    (part) => typeof part === 'string' && /^(?:requestParameters|requestParameterJson|responseElements)$/i.test(part),
  );
  const name = path.findLast((part) => typeof part === 'string');
  if (at < 0 || typeof name !== 'string' || at === path.lastIndexOf(name)) return undefined;
  const meaning = meaningOf(name) ?? (isKey ? UNKNOWN : undefined);
  if (meaning === undefined) return undefined;
  return {
    name,
    path: path.map(String),
    scope: 'parameter',
    types: [],
    required: false,
    kind: undefined,
    meaning,
    values: [],
    open: true,
    gateway: false,
    source: '',
  };
}

/** What a parameter's name says: of a flattened one (`Tag.1.Key`) its last part that is no number. Undefined where it has no word that is known. */
export function meaningOf(name: string): Bilingual | undefined {
  const part = name.split('.').findLast((one) => !/^[0-9]*$/.test(one)) ?? name;
  const words = readWords(part).slice(0, MAX_WORDS);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined || !/[\p{L}]/u.test(part)) return undefined;
  const rest = words.slice(1);
  const before = words.slice(0, -1);
  if (before.length > 0) {
    if (last.small === 'id') return said(`${of(before).zh} ID`, `The ID of ${the(of(before))}`);
    if (IDS.has(last.small)) return said(`${of(before).zh} ID 列表`, `The IDs of ${many(of(before))}`);
    if (LISTS.has(last.small) && before.at(-1)?.small === 'id')
      return said(`${of(before.slice(0, -1)).zh} ID 列表`, `The IDs of ${many(of(before.slice(0, -1)))}`);
    if (LISTS.has(last.small)) return said(`${of(before).zh}列表`, `A list of ${many(of(before)).replace(/^the /, '')}`);
    if (last.small === 'enabled' || last.small === 'enable')
      return said(`是否启用 ${of(before).zh}`, `Whether ${the(of(before))} is enabled`);
  }
  if (rest.length > 0) {
    const state = SWITCHES.get(first.small);
    if (state !== undefined) return said(`${state.zh} ${of(rest).zh}`, `Whether ${the(of(rest))} is ${state.en}`);
    const whether = WHETHER.get(first.small);
    if (whether !== undefined)
      return said(`${whether.zh} ${of(rest).zh}`, `Whether ${whether.en} ${withArticle(of(rest), false)}`);
    if (first.small === 'max') return said(`${of(rest).zh}的最大值`, `The maximum of ${the(of(rest))}`);
    if (first.small === 'min') return said(`${of(rest).zh}的最小值`, `The minimum of ${the(of(rest))}`);
  }
  const span = SPANS.get(
    words
      .map(({ small }) => small)
      .slice(-2)
      .join(' '),
  );
  if (span !== undefined) {
    const thing = of(words.slice(0, -2));
    return said(`${thing.zh}${span.zh}`, thing.en === '' ? `The ${span.en}` : `The ${thing.en} ${span.en}`);
  }
  const phrase = GENERIC.get(part.toLowerCase()) ?? of(words);
  if (!/[\u3400-\u9fff]|^(?:ID|IP|URL|UUID|CPU|API)/.test(phrase.zh)) return undefined;
  return said(phrase.zh, the(phrase).replace(/^t/, 'T'));
}

const of = (words: readonly Word[]): Phrase => phraseOf(words, lexiconOf(''));

function said(zh: string, en: string): Bilingual {
  return { zh: `${chinese(zh)}。`, en: `${en}.` };
}

function the({ en, plural: isPlural, known }: Phrase): string {
  return `the ${isPlural && known ? plural(en) : en}`;
}

function many({ en, plural: isPlural, known, number }: Phrase): string {
  return `the ${isPlural && !known ? en : number === 'mass' ? en : plural(en)}`;
}
