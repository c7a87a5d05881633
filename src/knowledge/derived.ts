import { withArticle } from './derive/article';
import { chinese, chineseOf } from './derive/chinese';
import { englishOf } from './derive/english';
import { lexiconOf, type Lexicon } from './derive/lexicon';
import { phraseOf } from './derive/phrase';
import { proper } from './derive/proper';
import { kindOf, read } from './derive/reading';
import { isShown, verbsOf } from './derive/verbsOf';
import { readWords, type Word } from './derive/words';
import type { EventKind } from './entry';

/** What a name says about itself. */
export interface DerivedMeaning {
  readonly zh: string;
  readonly en: string;
  readonly kind: EventKind;
}

/** However long a name is, its meaning fits a tooltip. */
const MAX_TEXT = 240;

/**
 * The meaning of an event name from its verb and its nouns, in both languages, as the product uses these words. Never throws, never says nothing, and
 * never claims more than the name does. A name without a known verb is taken for a write, unless it names what is only read: who reviews a log rather
 * looks once too often. `service` is a product code in lower case.
 */
export function derive(name: string, service = ''): DerivedMeaning {
  const words = readWords(name);
  if (words.length === 0) return nothing(name);
  const lexicon = lexiconOf(service);
  const sentence = read(words, lexicon);
  if (!sentence) return unread(words, lexicon);
  return { zh: bounded(chineseOf(sentence)), en: `${bounded(englishOf(sentence))}.`, kind: kindOf(sentence.found) };
}

/** The kind alone: where a catalogue gives the texts, they need not be made. */
export function kindFromName(name: string, service = ''): EventKind {
  const lexicon = lexiconOf(service);
  const { words } = proper(readWords(name), lexicon);
  const found = verbsOf(words, lexicon);
  return found === undefined ? (isShown(words) || ofAt(words) > 0 ? 'read' : 'write') : kindOf(found);
}

function nothing(name: string): DerivedMeaning {
  return name.trim() === ''
    ? { zh: '未记录事件名称', en: 'Has no event name.', kind: 'write' }
    : { zh: '无法识别的事件名称', en: 'Has an event name without words.', kind: 'write' };
}

/** Where the `Of` of `DbIdsOfGroup` stands. */
function ofAt(words: readonly Word[]): number {
  return words.findIndex(({ small }, at) => small === 'of' && at > 0 && at < words.length - 1);
}

function unread(all: readonly Word[], lexicon: Lexicon): DerivedMeaning {
  const { words } = proper(all, lexicon);
  const of = ofAt(words);
  const last = words[words.length - 1]?.small ?? '';
  if (of > 0) {
    const [thing, owner] = [phraseOf(words.slice(0, of), lexicon), phraseOf(words.slice(of + 1), lexicon)];
    const en = `Queries ${withArticle(thing, false)} of ${withArticle(owner, false)}`;
    return { zh: bounded(chinese(`查询 ${owner.zh} 的 ${thing.zh}`)), en: `${bounded(en)}.`, kind: 'read' };
  }
  if (isShown(words)) {
    const isList = /^lists?$/.test(last);
    const thing = phraseOf(isList ? words.slice(0, -1) : words, lexicon);
    const en = isList ? `Lists ${withArticle(thing, true)}` : `Queries ${withArticle(thing, false)}`;
    return { zh: bounded(chinese(`查询 ${thing.zh}${isList ? '列表' : ''}`)), en: `${bounded(en)}.`, kind: 'read' };
  }
  const phrase = phraseOf(words, lexicon);
  return {
    zh: bounded(chinese(`执行“${phrase.zh}”操作`)),
    en: `${bounded(`Performs the operation “${phrase.en}”`)}.`,
    kind: 'write',
  };
}

function bounded(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1)}…`;
}
