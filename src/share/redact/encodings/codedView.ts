import { type View } from './view';

/** A way to write single units. */
export interface UnitCode {
  /** The unit that is written at a place: `width` units below. Negative where nothing is written there in this way: the unit stands for itself. */
  read(units: Uint16Array, at: number, end: number): number;
  /** How many units the last `read` took. */
  readonly width: number;
  /** Writes a unit where another one was; `width` is that of the old one. */
  write(below: View, start: number, width: number, unit: number): void;
}

/** What a stretch stands for in which some units are written in one way, and the others as they are. */
export class CodedView implements View {
  readonly units: Uint16Array;
  readonly isGuess: boolean;
  length = 0;
  /** Some unit of it is written otherwise than it stands there. */
  isCoded = false;
  private readonly starts: Uint32Array;

  constructor(
    private readonly below: View,
    from: number,
    to: number,
    private readonly code: UnitCode,
    isGuess = false,
  ) {
    const { units } = below;
    this.isGuess = isGuess || below.isGuess;
    this.units = new Uint16Array(to - from);
    this.starts = new Uint32Array(to - from + 1);
    let count = 0;
    for (let at = from; at < to; count++) {
      const coded = code.read(units, at, to);
      const width = coded < 0 ? 1 : code.width;
      this.isCoded ||= coded >= 0;
      this.starts[count] = at;
      this.units[count] = coded < 0 ? (units[at] as number) : coded;
      at += width;
    }
    this.starts[count] = to;
    this.length = count;
  }

  put(at: number, unit: number): void {
    const start = this.starts[at] as number;
    const width = (this.starts[at + 1] as number) - start;
    if (width === 1 && this.code.read(this.below.units, start, start + 1) < 0) this.below.put(start, unit);
    else this.code.write(this.below, start, width, unit);
  }

  keep(at: number): void {
    for (let below = this.starts[at] as number; below < (this.starts[at + 1] as number); below++) this.below.keep(below);
  }

  now(at: number): number {
    const start = this.starts[at] as number;
    const width = (this.starts[at + 1] as number) - start;
    if (width === 1 && this.units[at] === this.below.units[start]) return this.below.now(start);
    const written = Uint16Array.from({ length: width }, (_, index) => this.below.now(start + index));
    const unit = this.code.read(written, 0, width);
    return unit < 0 ? (written[width - 1] as number) : unit;
  }

  isDone(at: number): boolean {
    // Of a number between signs, the middle is written anew in any case.
    const start = this.starts[at] as number;
    const end = this.starts[at + 1] as number;
    for (let below = start; below < end; below++) if (this.below.isDone(below)) return true;
    return false;
  }

  place(at: number): number {
    return this.below.place(this.starts[at] as number);
  }
}
