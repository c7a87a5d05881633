import { isNounStart, nounOf, plural, type FoundNoun } from './glossary';
import { VERBS } from './verbs';
import { spaced } from './words';

/** A noun phrase in both languages. */
export interface Phrase {
  readonly zh: string;
  /** Its last word in the singular. */
  readonly en: string;
  readonly plural: boolean;
  readonly number: 'count' | 'mass' | 'the';
  /** Whether the glossary holds its last word. */
  readonly known: boolean;
}

/** The longest noun of the glossary has so many words (`master slave server group` with `V` before it). */
const MAX_NOUN_WORDS = 6;

/** Reads words as nouns, longest match first; what no glossary holds stays as it is written. */
export function phraseOf(words: readonly string[]): Phrase {
  const zh: string[] = [];
  const en: string[] = [];
  let head: Omit<Phrase, 'zh' | 'en'> = { plural: false, number: 'count', known: false };
  let unknown: string[] = [];
  const flush = (): void => {
    if (unknown.length === 0) return;
    const text = spaced(unknown);
    zh.push(text);
    en.push(text);
    head = { plural: /[^s]s$/.test(text), number: 'count', known: false };
    unknown = [];
  };
  let at = 0;
  while (at < words.length) {
    const { noun, length } = longest(words, at);
    const word = words[at] ?? '';
    const verb = verbAmongNouns(word);
    if (noun) {
      flush();
      const last = at + length === words.length;
      zh.push(noun.zh);
      en.push(noun.plural && !last ? plural(noun.en) : noun.en);
      head = { plural: noun.plural, number: noun.number, known: true };
    } else if (word.toLowerCase() === 'and') {
      flush();
      zh.push('和');
      en.push('and');
    } else if (verb !== undefined) {
      flush();
      zh.push(verb);
      en.push(word.toLowerCase());
      head = { plural: false, number: 'count', known: false };
    } else {
      unknown.push(word);
    }
    at += length;
  }
  flush();
  return { zh: zh.join(' '), en: en.join(' ').replaceAll('- ', '-'), ...head };
}

/** Verbs that say something else among nouns: `OpenEvent`, `PlaybookRelease`, `PayInfo`. */
const OTHERWISE =
  /^(?:active|call|draw|end|gen|handle|has|is|leave|can|new|open|pay|post|put|release|segment|set|take|turn|use)$/;

/** The Chinese of a verb that stands among nouns: `ScanConfig`, `UploadVideo`. */
function verbAmongNouns(word: string): string | undefined {
  const small = word.toLowerCase();
  const zh = OTHERWISE.test(small) ? undefined : VERBS.get(small)?.zh;
  return zh?.includes('{}') === true ? undefined : zh;
}

function longest(words: readonly string[], at: number): { noun: FoundNoun | undefined; length: number } {
  const end = Math.min(words.length, at + MAX_NOUN_WORDS);
  let noun: FoundNoun | undefined;
  let length = 1;
  let joined = '';
  for (let next = at; next < end; next++) {
    joined += words[next]?.toLowerCase() ?? '';
    const found = nounOf(joined);
    if (found) {
      noun = found;
      length = next - at + 1;
    }
    if (!isNounStart(joined)) break;
  }
  return { noun, length };
}

// Acronyms that are read letter by letter and begin with a vowel's sound; SAML, NAT and RAM are read as words.
const SPELLED = /^[AEFHILMNORSX][A-Z0-9]+(?![a-z])/;
const READ_AS_WORD = /^(?:SAML|NAT|RAM|SIM|LAN|MAC|ROS|NAS|SAS)\b/;

/** The phrase with the article it wants. */
export function withArticle(phrase: Phrase, many: boolean): string {
  if (phrase.plural || (many && phrase.number === 'count')) {
    return phrase.known && phrase.number !== 'mass' ? plural(phrase.en) : phrase.en;
  }
  if (phrase.number === 'mass') return phrase.en;
  if (phrase.number === 'the') return `the ${phrase.en}`;
  return `${vowel(phrase.en) ? 'an' : 'a'} ${phrase.en}`;
}

function vowel(text: string): boolean {
  if (SPELLED.test(text)) return !READ_AS_WORD.test(text);
  return /^(?:[aeio]|u(?!ser|ni|se|rl|ri|sage))/i.test(text) && !/^(?:U[A-Z]|one)/.test(text);
}

/** Sets a space where Chinese and Latin letters or digits meet, and none between Chinese. */
export function chinese(text: string): string {
  return text
    .trim()
    .replace(/([\u3400-\u9fff“”（）]) +(?=[\u3400-\u9fff“”（）])/g, '$1')
    .replace(/([\u3400-\u9fff])(?=[A-Za-z0-9\u00c0-\u024f])|([A-Za-z0-9\u00c0-\u024f])(?=[\u3400-\u9fff])/g, '$1$2 ')
    .replace(/ {2,}/g, ' ');
}
