import { Decoder } from './encodings/decoder';
import { isInEscape } from './encodings/segments';
import { isSure, type Role, TextView, type View } from './encodings/view';
import { caseLike, foldUnit, isWordUnit } from './fold';
import { type Hit } from './needles';
import { isProtectedWord } from './protected';
import { type Replacements } from './replacements';
import { GRAM, rolled } from './rolled';

/** Units of writing systems without blanks start here; and signs around a word that are read with it. */
const FIRST_UNSPACED = 0x0e00;
const AROUND = 4;
const QUOTE = 0x22;

/** A value that stands somewhere in a view. */
interface Found {
  readonly view: View;
  readonly from: number;
  readonly standIn: string;
  /** How much it takes of the text at the bottom. */
  readonly extent: number;
}

/** Replaces values in the text of a log, however it is encoded there; nothing changes its length. One replacer serves a whole log. */
export class Replacer {
  private readonly view = new TextView();
  private readonly hit: Hit = { end: 0, value: 0 };
  private readonly decoder: Decoder;
  private found: Found[] = [];

  constructor(private readonly replacements: Replacements) {
    this.decoder = new Decoder(replacements.needles);
  }

  /** The text with every value replaced by its stand-in; of a string with its quotes, `role` tells what it is in its log. */
  replace(text: string, role: Role = 'value'): string {
    this.view.load(text, role);
    this.found = [];
    this.decoder.each(this.view, (view, depth) => {
      this.findValues(view, depth === 0);
      if (this.replacements.hasUnspaced) this.findUnspaced(view);
      if (this.replacements.longestWord > 0 && !view.isGuess) this.findWords(view, depth === 0);
    });
    const { found } = this;
    if (found.length === 0) return text;
    // A value may hold another one, which is seen in another encoding or reaches beyond it: the longest is replaced first, then what is left of the others.
    if (found.length > 1) found.sort((a, b) => b.extent - a.extent);
    for (const one of found) apply(one);
    return this.view.isChanged ? this.view.text : text;
  }

  private findValues(view: View, isJson: boolean): void {
    const { needles } = this.replacements;
    if (needles.isEmpty) return;
    const { units, length } = view;
    const { hit } = this;
    let hash = 0;
    for (let at = 0; at < length; at++) {
      hash = rolled(hash, foldUnit(units[at] as number));
      if (!needles.mayStart(hash) || at + 1 < GRAM) continue;
      const from = at + 1 - GRAM;
      if (!needles.find(units, from, length, hit) || !isSure(view, from, hit.end)) continue;
      if (!isJson || !isInEscape(view, from)) this.add(view, from, hit.end, this.replacements.standIn(hit.value));
    }
  }

  /** Names of few characters of writing systems without blanks, wherever they stand. */
  private findUnspaced(view: View): void {
    const { units, length } = view;
    for (let at = 0; at < length; at++) {
      if ((units[at] as number) < FIRST_UNSPACED) continue;
      const value = this.replacements.unspacedAt(units, at, length);
      if (value !== undefined && isSure(view, at, at + value.length))
        this.add(view, at, at + value.length, this.replacements.standInOf(value));
    }
  }

  /** Short values stand for themselves only: they are replaced where nothing of a word is on either side. */
  private findWords(view: View, isJson: boolean): void {
    const { units, length } = view;
    const quotes = length >= 2 && units[0] === QUOTE && units[length - 1] === QUOTE ? 1 : 0;
    // A short value with signs is no word, but may be all there is.
    if (this.findWord(view, quotes, length - quotes)) return;
    const longest = this.replacements.longestWord + AROUND;
    let from = -1;
    for (let at = 0; at <= length; at++) {
      if (at < length && isWordUnit(units[at] as number)) {
        if (from < 0) from = at;
        continue;
      }
      if (from >= 0 && at - from <= longest) {
        const start = isJson && isInEscape(view, from) ? from + 1 : from;
        if (!this.findWord(view, start, at)) this.findWord(view, ...trimmed(units, start, at));
      }
      from = -1;
    }
  }

  /** The word between two places; false where it is none that is replaced. */
  private findWord(view: View, from: number, to: number): boolean {
    if (from >= to || to - from > this.replacements.longestWord) return false;
    const standIn = this.replacements.word(view.units, from, to);
    if (standIn === undefined || isProtectedWord(view, from, to)) return false;
    this.add(view, from, to, standIn);
    return true;
  }

  private add(view: View, from: number, to: number, standIn: string): void {
    this.found.push({ view, from, standIn, extent: view.place(to) - view.place(from) });
  }
}

/** A word without the dots, hyphens and underscores around it: at the end of a sentence, a dot is none of it. */
function trimmed(units: Uint16Array, from: number, to: number): readonly [number, number] {
  let [start, end] = [from, to];
  while (start < end && isJoint(units[start] as number)) start++;
  while (end > start && isJoint(units[end - 1] as number)) end--;
  return [start, end];
}

/** `.`, `-`, `_` */
function isJoint(unit: number): boolean {
  return unit === 0x2e || unit === 0x2d || unit === 0x5f;
}

/** Replaces what was not replaced yet. */
function apply({ view, from, standIn }: Found): void {
  const isDone = Array.from(standIn, (_, index) => view.isDone(from + index));
  for (let index = 0; index < standIn.length; index++) {
    if (isDone[index] === true) continue;
    const old = view.units[from + index] as number;
    const unit = caseLike(standIn.charCodeAt(index), old);
    if (unit === old) view.keep(from + index);
    else view.put(from + index, unit);
  }
}
