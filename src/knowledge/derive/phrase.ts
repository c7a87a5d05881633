import { plural, stemsOf } from './forms';
import { type Lexicon } from './lexicon';
import { type Noun } from './noun';
import { STATES } from './states';
import { type Verb } from './verbs';
import { spaced, type Word } from './words';

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
const MAX_NOUN_WORDS = 8;

/** A part of a phrase. */
interface Piece extends Phrase {
  /** A state such as `enabled` in Chinese, which stands behind what it is said of. */
  readonly state: string | undefined;
}

/** Reads words as nouns, longest match first; what no glossary holds stays as it is written. Nothing is left of words that name the product itself. */
export function phraseOf(words: readonly Word[], lexicon: Lexicon): Phrase {
  const pieces: Piece[] = [];
  let unknown: Word[] = [];
  let hasState = false;
  for (let at = 0; at < words.length;) {
    const { noun, length } = longest(words, at, lexicon);
    const word = words[at] as Word;
    const piece = noun === undefined ? pieceOf(word, lexicon) : nounPiece(noun, word, length, at + length === words.length);
    at += length;
    if (piece === undefined) unknown.push(word);
    if (unknown.length > 0 && (piece !== undefined || at >= words.length)) {
      pieces.push(unknownPiece(unknown));
      unknown = [];
    }
    if (piece === undefined || piece.zh === '') continue;
    hasState ||= piece.state !== undefined;
    pieces.push(piece);
  }
  return joined(hasState ? withStates(pieces) : pieces);
}

function nounPiece(noun: Noun, { small }: Word, length: number, isLast: boolean): Piece {
  const state = length === 1 && !noun.plural ? STATES.get(small)?.attribute : undefined;
  const en = noun.plural && !isLast ? plural(noun.en) : noun.en;
  return { zh: noun.zh, en, plural: noun.plural, number: noun.number, known: true, state };
}

/** What a word says that is no noun of the glossary. */
function pieceOf({ small }: Word, lexicon: Lexicon): Piece | undefined {
  const state = STATES.get(small)?.attribute;
  const zh = state ?? JOINTS[small] ?? verbAmongNouns(small, lexicon);
  return zh === undefined ? undefined : { zh, en: small, plural: false, number: 'count', known: false, state };
}

const JOINTS: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null) as object, {
  and: '和',
  or: '或',
});

function unknownPiece(words: readonly Word[]): Piece {
  const text = spaced(words);
  return { zh: text, en: text, plural: /[^s]s$/.test(text), number: 'count', known: false, state: undefined };
}

/** `InsightEnabledTrails`: trails with Insights enabled. `ReplicaEdgeSupported`: supported edges. */
function withStates(pieces: readonly Piece[]): readonly Phrase[] {
  const at = pieces.findIndex(({ state }, index) => state !== undefined && index > 0);
  const state = pieces[at];
  if (state?.state === undefined) return pieces;
  const before = pieces.slice(0, at);
  const after = pieces.slice(at + 1);
  if (after.length === 0) return [{ ...state, zh: `${state.state}的` }, ...before];
  if (!/^(?:en|dis)abled$/.test(state.en)) return pieces;
  const of = joined(before);
  const thing = joined(after);
  const things = thing.plural && thing.known ? plural(thing.en) : thing.en;
  const head = thing.plural ? { plural: false, number: 'mass' as const, known: true } : thing;
  const zh = `${state.state} ${of.zh} 的 ${thing.zh}`;
  return [{ ...head, zh, en: `${things} with ${of.en} ${state.en}` }];
}

const NOTHING: Phrase = { zh: '', en: '', plural: false, number: 'count', known: false };

function joined(pieces: readonly Phrase[]): Phrase {
  const last = pieces[pieces.length - 1] ?? NOTHING;
  if (pieces.length === 1) return last;
  let zh = '';
  let en = '';
  for (const piece of pieces) {
    zh += zh === '' ? piece.zh : ` ${piece.zh}`;
    en += en === '' || en.endsWith('-') ? piece.en : ` ${piece.en}`;
  }
  return { zh, en, plural: last.plural, number: last.number, known: last.known };
}

/** Verbs that say something else among nouns: `OpenEvent`, `PlaybookRelease`, `PayInfo`. */
const OTHERWISE =
  /^(?:active|call|draw|end|gen|handle|has|is|leave|can|new|open|pay|post|put|release|segment|set|take|turn|use)$/;

/** The Chinese of a verb that stands among nouns: `ScanConfig`, `UploadVideo`, `PublishedApi`, `ModifyingDomain`. */
function verbAmongNouns(small: string, lexicon: Lexicon): string | undefined {
  const verb = lexicon.verb(small);
  if (verb !== undefined) return verb.zh.includes('{}') || OTHERWISE.test(small) ? undefined : verb.zh;
  const formed = formOf(small, lexicon);
  if (formed === undefined || formed.zh.includes('{}')) return undefined;
  return small.endsWith('ed') ? `已${formed.zh}的` : formed.zh;
}

/** The verb that a participle or a gerund is of. */
export function formOf(small: string, lexicon: Lexicon): Verb | undefined {
  for (const stem of stemsOf(small)) {
    const verb = lexicon.verb(stem);
    if (verb !== undefined) return verb;
  }
  return undefined;
}

function longest(words: readonly Word[], at: number, lexicon: Lexicon): { noun: Noun | undefined; length: number } {
  const end = Math.min(words.length, at + MAX_NOUN_WORDS);
  let noun: Noun | undefined;
  let length = 1;
  let text = '';
  for (let next = at; next < end; next++) {
    const word = words[next] as Word;
    text += word.small;
    const found = lexicon.noun(text);
    if (found !== undefined && !(found.plural && isAcronym(word))) {
      noun = found;
      length = next - at + 1;
    }
    if (!lexicon.isNounStart(text)) break;
  }
  return { noun, length };
}

/** The S of `TCPS` or `DNS` is no plural. */
function isAcronym({ text }: Word): boolean {
  return text.length > 1 && text === text.toUpperCase();
}
