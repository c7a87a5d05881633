import { type Needles } from '../needles';
import { base64Runs } from './base64Runs';
import { CodedView, type UnitCode } from './codedView';
import { hexRuns } from './hexRuns';
import { BACKSLASH_MARK, MAIL_MARK, type Mark, MarkedBytes, OCTAL_MARK, PERCENT_MARK } from './markedBytes';
import { References } from './references';
import { escapedSegments } from './segments';
import { Sign } from './signs';
import { DoubledQuotes, Escapes, FullWidth, Interrupted, isLineEnd, PercentUnits, Pluses } from './unitCodes';
import { Utf8View } from './utf8View';
import { type View } from './view';

/** One way in which a text may be written inside of another one. */
export interface Encoding {
  readonly name: string;
  /** What a text must have for it (bits of `Sign`). */
  readonly sign: Sign;
  /** How much of the depth to which encodings are followed it takes: a level of escapes is usual, others in each other are not. */
  readonly depth: number;
  /**
   * Calls back with each text that something in a view stands for. Without `needles`, only what is text as a whole; with them, whatever one of the values
   * may start in.
   */
  each(view: View, needles: Needles | undefined, take: (inner: View) => void): void;
}

const USUAL = 1;
const UNUSUAL = 8;

/** Every way in which values are looked for, and in which what is left of them is: the one list of them. */
export const ENCODINGS: readonly Encoding[] = [
  {
    name: 'escapes',
    sign: Sign.Escape,
    depth: USUAL,
    each: (view, _, take) => {
      escapedSegments(view, (from, to) => {
        const inner = new CodedView(view, from, to, new Escapes());
        if (inner.length < to - from) take(inner);
      });
    },
  },
  marked('percent', Sign.Percent, PERCENT_MARK),
  coded('units with percent', Sign.PercentUnit, () => new PercentUnits()),
  coded(
    'blanks as pluses',
    Sign.Plus,
    () => new Pluses(),
    (needles) => needles.hasBlanks,
  ),
  coded('references', Sign.Reference, () => new References()),
  marked('bytes with backslash', Sign.ByteEscape, BACKSLASH_MARK),
  marked('octal bytes', Sign.Octal, OCTAL_MARK),
  // In URLs, `=12` is no byte.
  marked('bytes of mails', Sign.Equals, MAIL_MARK, true),
  coded('full width', Sign.FullWidth, () => new FullWidth()),
  coded(
    'doubled quotes',
    Sign.Doubled,
    () => new DoubledQuotes(),
    (needles) => needles.hasQuotes,
  ),
  coded('unseen characters', Sign.Unseen, () => new Interrupted(false)),
  {
    name: 'lines',
    sign: Sign.LineEnd,
    depth: UNUSUAL,
    // What two lines are together says nothing by its form.
    each: (view, _, take) => {
      take(new CodedView(view, 0, view.length, new Interrupted(true), true));
    },
  },
  { name: 'hexadecimal', sign: Sign.Hex, depth: UNUSUAL, each: hexRuns },
  { name: 'Base64', sign: Sign.Base64, depth: UNUSUAL, each: base64Runs },
];

function coded(name: string, sign: Sign, code: () => UnitCode, isWanted: (needles: Needles) => boolean = () => true): Encoding {
  return {
    name,
    sign,
    depth: UNUSUAL,
    each: (view, needles, take) => {
      if (needles !== undefined && !isWanted(needles)) return;
      eachLine(view, (from, to) => {
        const inner = new CodedView(view, from, to, code());
        if (inner.isCoded) take(inner);
      });
    },
  };
}

function marked(name: string, sign: Sign, mark: Mark, isGuess = false): Encoding {
  const look = (view: View, from: number, to: number, take: (inner: View) => void): void => {
    const bytes = new MarkedBytes(view, from, to, mark);
    if (bytes.isMarked) take(new Utf8View(bytes, isGuess || view.isGuess));
  };
  return {
    name,
    sign,
    depth: UNUSUAL,
    each: (view, _, take) => {
      // In mails, a line goes on behind its end.
      if (mark === MAIL_MARK) look(view, 0, view.length, take);
      else
        eachLine(view, (from, to) => {
          look(view, from, to, take);
        });
    },
  };
}

/** Lines are read one by one: what is encoded in one has nothing to do with another one, and all together could be read in ever more ways. */
function eachLine({ units, length }: View, take: (from: number, to: number) => void): void {
  let from = 0;
  for (let at = 0; at <= length; at++) {
    if (at < length && !isLineEnd(units[at] as number)) continue;
    if (at > from) take(from, at);
    from = at + 1;
  }
}
