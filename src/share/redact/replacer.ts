import { Base64View } from './base64Encoded';
import { base64Runs } from './base64Runs';
import { EscapedView } from './escaped';
import { caseLike, foldUnit, isWordUnit } from './fold';
import { type Hit } from './needles';
import { PercentView } from './percentEncoded';
import { isProtectedWord } from './protected';
import { type Replacements } from './replacements';
import { GRAM, rolled } from './rolled';
import { encodedSegments, isInEscape } from './segments';
import { type Role, TextView, type View } from './view';

/** How many encodings deep a text is followed; a level of escapes counts 1, the others more, since no honest log has many. */
const MAX_DEPTH = 40;
const DEPTH_OF_ENCODING = 8;
/** What is found in bytes that are Base64 by chance only has at least this length. */
const SURE_LENGTH = 6;
/** Units of writing systems without blanks start here; and signs around a word that are read with it. */
const QUOTE = 0x22;
const FIRST_UNSPACED = 0x0e00;
const AROUND = 4;

/** Replaces values in the text of a log, however it is encoded there; nothing changes its length. One replacer serves a whole log. */
export class Replacer {
  private readonly view = new TextView();
  private readonly hit: Hit = { end: 0, value: 0 };

  constructor(private readonly replacements: Replacements) {}

  /** The text with every value replaced by its stand-in; of a string with its quotes, `role` tells what it is in its log. */
  replace(text: string, role: Role = 'value'): string {
    this.view.load(text, role);
    this.process(this.view, 0);
    return this.view.isChanged ? this.view.text : text;
  }

  private process(view: View, depth: number): void {
    this.replaceValues(view, depth === 0);
    if (this.replacements.hasUnspaced && !view.isGuess) this.replaceUnspaced(view);
    if (this.replacements.longestWord > 0 && !view.isGuess) this.replaceWords(view, depth === 0);
    if (depth >= MAX_DEPTH) return;
    encodedSegments(view, (encoding, from, to) => {
      if (encoding === 'escaped') {
        const inner = new EscapedView(view, from, to);
        if (inner.length < to - from) this.process(inner, depth + 1);
      } else this.process(new PercentView(view, from, to), depth + DEPTH_OF_ENCODING);
    });
    base64Runs(view, this.replacements.needles, (run, from, to) => {
      this.process(new Base64View(view, from, to, run === 'guess'), depth + DEPTH_OF_ENCODING);
    });
  }

  /** Names of few characters of writing systems without blanks, wherever they stand. */
  private replaceUnspaced(view: View): void {
    const { units, done, length } = view;
    for (let at = 0; at < length; at++) {
      if ((units[at] as number) < FIRST_UNSPACED) continue;
      const value = this.replacements.unspacedAt(units, at, length);
      if (value === undefined || anyDone(done, at, at + value.length)) continue;
      apply(view, at, at + value.length, this.replacements.standInOf(value));
      at += value.length - 1;
    }
  }

  private replaceValues(view: View, isJson: boolean): void {
    const { needles } = this.replacements;
    if (needles.isEmpty) return;
    const { units, done, length, isGuess } = view;
    const { hit } = this;
    let hash = 0;
    for (let at = 0; at < length; at++) {
      hash = rolled(hash, foldUnit(units[at] as number));
      if (!needles.mayStart(hash) || at + 1 < GRAM) continue;
      const from = at + 1 - GRAM;
      if (done[from] === 1 || !needles.find(units, from, length, hit)) continue;
      if (isGuess && hit.end - from < SURE_LENGTH) continue;
      if (anyDone(done, from, hit.end) || (isJson && isInEscape(view, from))) continue;
      apply(view, from, hit.end, this.replacements.standIn(hit.value));
      // Units of what was replaced start nothing new.
      at = hit.end - 1;
      hash = 0;
    }
  }

  /** Short values stand for themselves only: they are replaced where nothing of a word is on either side. */
  private replaceWords(view: View, isJson: boolean): void {
    const quotes = view.length >= 2 && view.units[0] === QUOTE && view.units[view.length - 1] === QUOTE ? 1 : 0;
    // A short value with signs is no word, but may be all there is.
    if (this.replaceWord(view, quotes, view.length - quotes)) return;
    const { units, length } = view;
    const { longestWord } = this.replacements;
    let from = -1;
    for (let at = 0; at <= length; at++) {
      if (at < length && isWordUnit(units[at] as number)) {
        if (from < 0) from = at;
        continue;
      }
      if (from >= 0 && at - from <= longestWord + AROUND) {
        const start = isJson && isInEscape(view, from) ? from + 1 : from;
        if (!this.replaceWord(view, start, at)) this.replaceWord(view, ...trimmed(units, start, at));
      }
      from = -1;
    }
  }

  /** Replaces the word between two places; false where it is none that is replaced. */
  private replaceWord(view: View, from: number, to: number): boolean {
    const { units, done } = view;
    if (from >= to || to - from > this.replacements.longestWord) return false;
    const standIn = this.replacements.word(units, from, to);
    if (standIn === undefined || anyDone(done, from, to) || isProtectedWord(view, from, to)) return false;
    apply(view, from, to, standIn);
    return true;
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

function anyDone(done: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (done[at] === 1) return true;
  return false;
}

function apply(view: View, from: number, to: number, standIn: string): void {
  for (let at = from; at < to; at++) {
    const old = view.units[at] as number;
    const unit = caseLike(standIn.charCodeAt(at - from), old);
    if (unit === old) view.keep(at);
    else view.put(at, unit);
  }
}
