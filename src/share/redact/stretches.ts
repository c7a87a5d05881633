import { Char, closingQuote, isSpace } from '../../trail/scan/chars';

/** What a stretch of JSON is. Literals, commas and colons are none. */
export const enum Stretch {
  Value,
  Key,
  Number,
  OpenObject,
  CloseObject,
  OpenArray,
  CloseArray,
}

const WIDTH = 3;
const LITERALS = ['true', 'false', 'null'] as const;

/** The strings and numbers of a text, where it is written as JSON is. Whether its braces match does not matter: a part of a log is such a text as well. */
export class Stretches {
  private cells = new Int32Array(WIDTH * 256);
  count = 0;

  kind(index: number): Stretch {
    return this.cells[index * WIDTH] as Stretch;
  }

  /** Where a stretch starts; of a string, its quote. */
  start(index: number): number {
    return this.cells[index * WIDTH + 1] as number;
  }

  /** Behind its end; of a string, behind its quote. */
  end(index: number): number {
    return this.cells[index * WIDTH + 2] as number;
  }

  /** Reads a text; false where something else than JSON is between its strings, or a quote is missing. */
  read(text: string): boolean {
    const { length } = text;
    this.count = 0;
    for (let at = 0; at < length;) {
      const unit = text.charCodeAt(at);
      if (unit === Char.Quote) {
        const quote = closingQuote(text, at + 1);
        // Tables double their quotes.
        if (quote < 0 || text.charCodeAt(quote + 1) === Char.Quote) return false;
        this.add(isKeyEnd(text, quote + 1) ? Stretch.Key : Stretch.Value, at, quote + 1);
        at = quote + 1;
      } else if (unit === Char.Comma || unit === Char.Colon || unit === Char.Space || isSpace(unit)) at++;
      else if (unit === Char.Minus || (unit >= Char.Zero && unit <= Char.Nine)) {
        const end = numberEnd(text, at + 1);
        this.add(Stretch.Number, at, end);
        at = end;
      } else {
        const bracket = bracketOf(unit);
        const literal = bracket === undefined ? LITERALS.find((one) => text.startsWith(one, at)) : undefined;
        if (bracket !== undefined) this.add(bracket, at, at + 1);
        else if (literal === undefined) return false;
        at += literal?.length ?? 1;
      }
    }
    return true;
  }

  private add(kind: Stretch, start: number, end: number): void {
    const cell = this.count++ * WIDTH;
    if (cell + WIDTH > this.cells.length) {
      const larger = new Int32Array(this.cells.length * 2);
      larger.set(this.cells);
      this.cells = larger;
    }
    this.cells[cell] = kind;
    this.cells[cell + 1] = start;
    this.cells[cell + 2] = end;
  }
}

function bracketOf(unit: number): Stretch | undefined {
  switch (unit) {
    case Char.OpenBrace:
      return Stretch.OpenObject;
    case Char.CloseBrace:
      return Stretch.CloseObject;
    case Char.OpenBracket:
      return Stretch.OpenArray;
    case Char.CloseBracket:
      return Stretch.CloseArray;
    default:
      return undefined;
  }
}

function isKeyEnd(text: string, from: number): boolean {
  let unit = text.charCodeAt(from);
  for (let at = from; isSpace(unit);) unit = text.charCodeAt(++at);
  return unit === Char.Colon;
}

/** Digits, `.`, and what exponents are written with. */
function numberEnd(text: string, from: number): number {
  for (let at = from; ; at++) {
    const unit = text.charCodeAt(at);
    const isPart =
      (unit >= Char.Zero && unit <= Char.Nine) ||
      unit === Char.Dot ||
      unit === Char.Plus ||
      unit === Char.Minus ||
      (unit | 0x20) === 0x65;
    if (!isPart) return at;
  }
}
