import { fold } from './fold';
import { dotted, isParted } from './forms/addresses';
import { type RedactKind } from './kinds';
import { type Steps } from '../../trail/steps';
import { Needles } from './needles';
import { GRAM } from './rolled';
import { type Random } from './random';
import { isUnspaced, isWord, type Pair } from './replacements';
import { StandIns } from './standIns';
import { copyOf, TextMap } from './textMap';
import { isVendorName } from './vendor';
import { isVocabulary, readVocabulary } from './vocabulary';

/** Shorter values are replaced only where they stand alone, unless the user asked for them. */
const SHORTEST = 6;
/** A longer value is replaced in pieces. */
const PIECE = 1_024;
/** Values of one log; what lies beyond is not replaced, and told. */
const MAX_VALUES = 500_000;
/** Values that are worked on before others have their turn. */
const STEP = 64;
/** Stand-ins that are drawn before: where few are free, one takes long. */
const STEP_DRAWN = 4;
/** Numbers that are kept until all addresses are known. */
const MAX_PARTED = 50_000;
const SOMETHING = /[\p{L}\p{N}]|[\ud800-\udfff]/u;

/** The values of a log that are to be replaced, each once. */
export class Secrets {
  private readonly kinds = new TextMap<RedactKind>();
  /** All of them, in the order in which they were found. */
  private readonly values: string[] = [];
  /** Numbers that are addresses if they are known as such. */
  private readonly parted = new Set<string>();
  /** More values were found than are kept. */
  isFull = false;

  constructor(private readonly wanted: ReadonlySet<RedactKind>) {}

  /** Adds a value, unless its kind is not wanted or it is a name of the vendor's own. */
  add(kind: RedactKind, value: string): void {
    if (!this.wanted.has(kind) || !SOMETHING.test(value) || isVendorName(value)) return;
    if (kind === 'addresses' && isParted(value)) {
      if (this.parted.size < MAX_PARTED) this.parted.add(value);
      return;
    }
    for (let at = 0; at < value.length;) {
      const rest = value.length - at;
      const length = rest > PIECE + GRAM * 2 ? PIECE : rest;
      this.put(kind, value.slice(at, at + length));
      at += length;
    }
  }

  private put(kind: RedactKind, value: string): void {
    const folded = fold(value);
    if (this.kinds.has(folded)) return;
    if (this.kinds.size >= MAX_VALUES) this.isFull = true;
    else {
      const copy = copyOf(folded);
      this.kinds.set(copy, kind);
      this.values.push(copy);
    }
  }

  /** Draws a stand-in for each value, in steps; those of `earlier` are used again. Values without another of their form are left out. */
  *pairs(random: Random, earlier: readonly Pair[]): Steps<readonly Pair[]> {
    for (const parted of this.parted) if (this.kinds.has(dotted(parted))) this.put('addresses', parted);
    const needles = new Needles();
    let number = 0;
    for (const value of this.values) {
      if (value.length >= GRAM) needles.add(value, number++);
      if (number % STEP === 0) yield;
    }
    yield* readVocabulary();
    const standIns = new StandIns(random, this.kinds, needles);
    for (const { value, standIn } of earlier) standIns.know(value, standIn);
    const pairs: Pair[] = [];
    let seen = 0;
    for (const value of this.values) {
      const kind = this.kinds.get(value) as RedactKind;
      if (++seen % STEP_DRAWN === 0) yield;
      const standIn = standIns.of(value, kind);
      if (standIn === value) continue;
      const isAlone = !(kind === 'patterns' && value.length >= GRAM) && isShort(value);
      pairs.push({ kind, value, standIn, isAlone });
    }
    return pairs;
  }
}

function isShort(value: string): boolean {
  return isWord(value) && (value.length < SHORTEST || isVocabulary(value)) && !isUnspaced(value);
}
