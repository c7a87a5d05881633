import { plural } from './forms';
import { type Phrase } from './phrase';

// Acronyms that are read letter by letter and begin with a vowel's sound; SAML, NAT and RAM are read as words.
const SPELLED = /^[AEFHILMNORSX][A-Z0-9]+(?![a-z])/;
const READ_AS_WORD = /^(?:SAML|NAT|RAM|SIM|LAN|MAC|ROS|NAS|SAS|LoRa)\b/;

/** The phrase with the article it wants. */
export function withArticle(phrase: Phrase, many: boolean): string {
  if (phrase.plural || (many && phrase.number === 'count')) {
    return phrase.known && phrase.number !== 'mass' ? plural(phrase.en) : phrase.en;
  }
  if (/^all\b/.test(phrase.en)) return phrase.en === 'all' || phrase.number !== 'count' ? phrase.en : plural(phrase.en);
  if (phrase.number === 'mass') return phrase.en;
  if (phrase.number === 'the') return `the ${phrase.en}`;
  return `${vowel(phrase.en) ? 'an' : 'a'} ${phrase.en}`;
}

function vowel(text: string): boolean {
  if (SPELLED.test(text)) return !READ_AS_WORD.test(text);
  return /^(?:[aeio]|u(?!ser|ni|se|rl|ri|sage))/i.test(text) && !/^(?:U[A-Z]|one)/.test(text);
}
