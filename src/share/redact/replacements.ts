import { type Steps } from '../../trail/steps';
import { fold, foldUnit, isWordUnit } from './fold';
import { Needles } from './needles';
import { GRAM } from './rolled';
import { type RedactKind } from './kinds';
import { textOf } from './view';

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
    this.marks[markOf(value.length, value.charCodeAt(0), value.charCodeAt(value.length - 1))] = 1;
    this.longestWord = Math.max(this.longestWord, value.length);
  }
}

const MARKS = 4_096;
/** Values that are taken in before others have their turn. */
const STEP = 256;

function markOf(length: number, first: number, last: number): number {
  return (Math.imul(foldUnit(first), 31) ^ Math.imul(foldUnit(last), 1021) ^ Math.imul(length, 131)) & (MARKS - 1);
}

/** Whether a text is one word, so that it can be told from its surroundings. */
export function isWord(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isWordUnit(text.charCodeAt(at))) return false;
  return text !== '';
}
