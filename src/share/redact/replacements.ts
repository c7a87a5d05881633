import { type Steps } from '../../trail/steps';
import { fold, foldUnit, isWordUnit } from './fold';
import { Needles } from './needles';
import { GRAM } from './rolled';
import { type RedactKind } from './kinds';
import { textOf } from './encodings/view';

/** One value and what stands for it; both in lower case, of the same length. `isAlone`: it is replaced only where it is a word of its own. */
export interface Pair {
  readonly kind: RedactKind;
  readonly value: string;
  readonly standIn: string;
  readonly isAlone: boolean;
}

/** The values that are looked for, and what each is replaced by. */
export class Replacements {
  readonly needles = new Needles();
  private readonly standIns: string[] = [];
  private readonly words = new Map<string, string>();
  /** Which words there are, by length and ends: most are turned away without making a string of them. */
  private readonly marks = new Uint8Array(MARKS);
  /** Short values of writing systems without blanks, by their first unit. */
  private readonly unspaced = new Map<number, readonly string[]>();
  /** Lengths of words that are replaced where they stand alone. */
  longestWord = 0;

  /** Takes in what is looked for, in steps: the values, or, to take a redaction back, their stand-ins. */
  static *of(pairs: readonly Pair[], from: 'values' | 'standIns'): Steps<Replacements> {
    const replacements = new Replacements();
    for (let index = 0; index < pairs.length; index++) {
      const { value, standIn, isAlone } = pairs[index] as Pair;
      if (from === 'values') replacements.add(value, standIn, isAlone);
      else replacements.add(standIn, value, isAlone);
      if (index % STEP === 0) yield;
    }
    return replacements;
  }

  /** What stands for the value with a number that `needles` found. */
  standIn(number: number): string {
    return this.standIns[number] as string;
  }

  /** The longest short value without blanks around it that starts at a place; undefined where there is none. */
  unspacedAt(units: Uint16Array, at: number, length: number): string | undefined {
    return this.unspaced.get(units[at] as number)?.find((value) => {
      for (let index = 0; index < value.length; index++)
        if (at + index >= length || units[at + index] !== value.charCodeAt(index)) return false;
      return true;
    });
  }

  get hasUnspaced(): boolean {
    return this.unspaced.size > 0;
  }

  /** What stands for a short value. */
  standInOf(value: string): string {
    return this.words.get(value) ?? value;
  }

  /** What stands for the word between two places; undefined where it stays. */
  word(units: Uint16Array, from: number, to: number): string | undefined {
    const mark = markOf(to - from, units[from] as number, units[to - 1] as number);
    return this.marks[mark] === 0 ? undefined : this.words.get(fold(textOf(units, from, to)));
  }

  private add(value: string, standIn: string, isAlone: boolean): void {
    if (!isAlone && value.length >= GRAM) {
      this.needles.add(value, this.standIns.length);
      this.standIns.push(standIn);
      return;
    }
    this.words.set(value, standIn);
    if (!isAlone && isUnspaced(value)) {
      const first = value.charCodeAt(0);
      this.unspaced.set(
        first,
        [...(this.unspaced.get(first) ?? []), value].sort((a, b) => b.length - a.length),
      );
    }
    this.marks[markOf(value.length, value.charCodeAt(0), value.charCodeAt(value.length - 1))] = 1;
    this.longestWord = Math.max(this.longestWord, value.length);
  }
}

const UNSPACED = /^[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\u0e00-\u0eff\ud800-\udfff]+$/;
const MARKS = 4_096;
/** Values that are taken in before others have their turn. */
const STEP = 256;

function markOf(length: number, first: number, last: number): number {
  return (Math.imul(foldUnit(first), 31) ^ Math.imul(foldUnit(last), 1021) ^ Math.imul(length, 131)) & (MARKS - 1);
}

/** Whether a text is of a writing system that puts no blanks between words, and long enough to tell something: a name of two characters. */
export function isUnspaced(text: string): boolean {
  return text.length >= 2 && UNSPACED.test(text);
}

/** Whether a text is one word, so that it can be told from its surroundings. */
export function isWord(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isWordUnit(text.charCodeAt(at))) return false;
  return text !== '';
}
