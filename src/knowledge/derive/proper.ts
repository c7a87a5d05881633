import { type Lexicon } from './lexicon';
import { type Word } from './words';

/** What stands behind the name proper: `V2`, `Ex`. */
export interface Suffix {
  readonly zh: string;
  readonly en: string;
}

const EXTENDED: Suffix = { zh: '扩展接口', en: 'extended API' };
const RENEWED: Suffix = { zh: '新版', en: 'new version' };

/** The name proper: without what consoles and products set before it, and what versions set behind. */
export function proper(words: readonly Word[], lexicon: Lexicon): { words: readonly Word[]; suffix: Suffix | undefined } {
  return withoutSuffix(withoutPrefix(words, lexicon));
}

/** Without the `Console` that consoles set before what they do, and without the product's own name before a thing. */
function withoutPrefix(words: readonly Word[], lexicon: Lexicon): readonly Word[] {
  if (words.length < 3) return words;
  const small = words[0]?.small ?? '';
  const isProduct = lexicon.verb(small) === undefined && lexicon.noun(small)?.zh === '';
  return small === 'console' || isProduct ? words.slice(1) : words;
}

/** Without a version or a mark behind the name. */
function withoutSuffix(words: readonly Word[]): { words: readonly Word[]; suffix: Suffix | undefined } {
  const last = words[words.length - 1]?.text ?? '';
  if (words.length > 2 && /^\d{1,3}$/.test(last)) {
    const letter = words[words.length - 2]?.text ?? '';
    const isVersion = /^v$/i.test(letter);
    const version = isVersion ? `V${last}` : last;
    if (isVersion || /^\p{Lu}?\p{Ll}{2,}$/u.test(letter))
      return { words: words.slice(0, isVersion ? -2 : -1), suffix: { zh: version, en: version } };
  }
  if (words.length > 1 && last === 'Ex') return { words: words.slice(0, -1), suffix: EXTENDED };
  if (words.length > 2 && last === 'New') return { words: words.slice(0, -1), suffix: RENEWED };
  return { words, suffix: undefined };
}
