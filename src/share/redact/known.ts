import { type Steps } from '../../trail/steps';
import { isSure, type View } from './encodings/view';
import { fold, foldUnit } from './fold';
import { Grams } from './grams';
import { type Hit, type Needles } from './needles';
import { type Pair, Replacements } from './replacements';
import { GRAM, rolled } from './rolled';
import { TextMap } from './textMap';

/** Stand-ins that are taken in before others have their turn. */
const STEP = 1_024;
/** Letters and digits that may stand around stand-ins: the vendor's prefixes, ends of hosts. */
const FEW = 5;

/** The values and the stand-ins of a redaction, to tell in its text what is left of the ones and what is one of the others. */
export class Known {
  private readonly hit: Hit = { end: 0, value: 0 };

  private constructor(
    private readonly pairs: readonly Pair[],
    private readonly standIns: TextMap<true>,
    private readonly made: Needles,
    private readonly grams: Grams,
    /** The values. */
    readonly values: Needles,
  ) {}

  /** `values` looks for the values of the pairs. */
  static *of(pairs: readonly Pair[], { needles }: Replacements): Steps<Known> {
    const standIns = new TextMap<true>();
    const grams = new Grams(pairs.reduce((sum, { standIn }) => sum + standIn.length, 0));
    for (let index = 0; index < pairs.length; index++) {
      const { standIn } = pairs[index] as Pair;
      standIns.set(standIn, true);
      grams.add(standIn);
      if (index % STEP === 0) yield;
    }
    const { needles: made } = yield* Replacements.of(pairs, 'standIns');
    return new Known(
      pairs.filter(({ value, isAlone }) => !isAlone && value.length >= GRAM),
      standIns,
      made,
      grams,
      needles,
    );
  }

  /** Whether a text stands for a value, as a whole. */
  isStandIn(text: string): boolean {
    return this.standIns.has(fold(text));
  }

  /** Whether a text is made up of stand-ins and parts of them, but for few letters. */
  isMadeUp(text: string): boolean {
    if (this.isStandIn(text)) return true;
    const unknown = this.grams.unknownIn(text);
    return unknown <= FEW && unknown * 2 < text.length;
  }

  /** A value that is in a view, and is no part of a stand-in. */
  valueIn(view: View): Pair | undefined {
    const { hit, values, made } = this;
    if (values.isEmpty) return undefined;
    const { units, length } = view;
    let hash = 0;
    for (let at = 0; at < length; at++) {
      hash = rolled(hash, foldUnit(units[at] as number));
      if (!values.mayStart(hash) || at + 1 < GRAM) continue;
      const from = at + 1 - GRAM;
      if (!values.find(units, from, length, hit)) continue;
      const { value, end } = hit;
      if (!isSure(view, from, end)) continue;
      if (!isWithin(made, units, from, end, length, this.hit)) return this.pairs[value];
    }
    return undefined;
  }
}

/** Stand-ins are looked for so far in front of a place. */
const REACH = 64;

/** Whether the text between two places is a part of a stand-in. */
function isWithin(made: Needles, units: Uint16Array, from: number, to: number, length: number, hit: Hit): boolean {
  for (let start = from; start >= 0 && start > from - REACH; start--)
    if (made.find(units, start, length, hit) && hit.end >= to) return true;
  return false;
}
