import { HexCase, hexAt, hexUnit } from './hex';
import { type View } from './view';

const BACKSLASH = 0x5c;
const SIMPLE: ReadonlyMap<number, number> = new Map(
  Object.entries({ '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }).map(
    ([letter, meaning]) => [letter.charCodeAt(0), meaning.charCodeAt(0)] as const,
  ),
);

/** What escaped text stands for: one level of JSON's escapes taken off. Escapes that JSON does not know stay. */
export class EscapedView implements View {
  readonly units: Uint16Array;
  readonly done: Uint8Array;
  private readonly starts: Uint32Array;
  private readonly hexCase = new HexCase(false);
  readonly length: number;
  readonly isGuess: boolean;

  constructor(
    private readonly below: View,
    from: number,
    to: number,
  ) {
    const { units } = below;
    this.isGuess = below.isGuess;
    this.units = new Uint16Array(to - from);
    this.done = new Uint8Array(to - from);
    this.starts = new Uint32Array(to - from + 1);
    let count = 0;
    for (let at = from; at < to; count++) {
      const unit = units[at] as number;
      this.starts[count] = at;
      this.done[count] = below.done[at] as number;
      const next = at + 1 < to ? (units[at + 1] as number) : 0;
      const simple = unit === BACKSLASH ? SIMPLE.get(next) : undefined;
      const code = unit === BACKSLASH && next === 0x75 ? hexAt(units, at + 2, 4, to) : -1;
      if (code >= 0) {
        this.done[count] = below.done[at + 2] as number;
        this.hexCase.see(units, at + 2, 4);
      }
      this.units[count] = simple ?? (code >= 0 ? code : unit);
      at += simple !== undefined ? 2 : code >= 0 ? 6 : 1;
    }
    this.starts[count] = to;
    this.length = count;
  }

  put(at: number, unit: number): void {
    const start = this.starts[at] as number;
    const width = (this.starts[at + 1] as number) - start;
    this.units[at] = unit;
    this.done[at] = 1;
    if (width === 1) this.below.put(start, unit);
    if (width !== 6) return;
    const { isUpper } = this.hexCase;
    for (let index = 0; index < 4; index++) this.below.put(start + 2 + index, hexUnit(unit >> (12 - 4 * index), isUpper));
  }

  keep(at: number): void {
    this.done[at] = 1;
    for (let below = this.starts[at] as number; below < (this.starts[at + 1] as number); below++) this.below.keep(below);
  }
}
