import { type Needles } from '../needles';
import { ENCODINGS } from './encodings';
import { signsOf } from './signs';
import { type View } from './view';

/** How many encodings deep a text is followed; see `Encoding.depth`. */
const MAX_DEPTH = 40;
/** Units that are decoded of a text in all, for each of its own and beside: a hostile one could be read in ever more ways. */
const MOST_TIMES = 16;
const MOST_BESIDE = 32_768;

/** Goes through everything that a text stands for, however it is encoded. One decoder serves a whole log. */
export class Decoder {
  /** The last text could be read in more ways than were followed. */
  isExhausted = false;
  private left = 0;
  /** What was seen of the text, and how deep: the same is reached in more than one order, and followed further where it is less deep. */
  private readonly seen = new Map<string, number>();
  /** Nobody knows how to make two texts that are taken for the same. */
  private readonly seeds = [random(), random()] as const;

  /** With `needles`, texts are followed as well in which one of them may start by chance. */
  constructor(private readonly needles?: Needles) {}

  /** Calls back with a text, and with each text that it stands for, in whole or in part. */
  each(root: View, visit: (view: View, depth: number) => void): void {
    this.isExhausted = false;
    this.left = root.length * MOST_TIMES + MOST_BESIDE;
    if (this.seen.size > 0) this.seen.clear();
    visit(root, 0);
    this.follow(root, 0, visit);
  }

  private follow(view: View, depth: number, visit: (view: View, depth: number) => void): void {
    if (depth >= MAX_DEPTH) return;
    const signs = signsOf(view);
    if (signs === 0) return;
    for (const encoding of ENCODINGS) {
      if ((signs & encoding.sign) === 0) continue;
      encoding.each(view, this.needles, (inner) => {
        if (inner.length === 0) return;
        const key = this.keyOf(inner);
        const within = depth + encoding.depth;
        const before = this.seen.get(key);
        if (before !== undefined && before <= within) return;
        this.seen.set(key, within);
        this.left -= inner.length;
        if (this.left < 0) {
          this.isExhausted = true;
          return;
        }
        if (before === undefined) visit(inner, within);
        this.follow(inner, within, visit);
      });
    }
  }

  private keyOf(view: View): string {
    const { units, length } = view;
    let [first, second] = this.seeds;
    for (let at = 0; at < length; at++) {
      const unit = units[at] as number;
      first = Math.imul(first ^ unit, 0x01000193);
      second = Math.imul((second + unit) | 0, 0x85ebca6b) ^ (second >>> 13);
    }
    return `${first} ${second} ${length} ${view.place(0)} ${view.place(length)}`;
  }
}

function random(): number {
  return Math.floor(Math.random() * 0x100000000) | 0;
}
