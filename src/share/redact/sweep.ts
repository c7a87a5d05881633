import { closingQuote } from '../../trail/scan/chars';
import { decodeLiteral } from '../../trail/scan/literal';
import { type RedactKind } from './kinds';
import { findForms } from './forms/forms';
import { isVendorName } from './vendor';

/** What a redacted text still holds: a value that looks like a secret, or one that was to be replaced. */
export interface Leak {
  readonly kind: RedactKind | 'random';
  readonly value: string;
  /** Where it is first, in the redacted text; UTF-16 units. */
  readonly start: number;
}

/** Leaks that are told; more are only counted. */
export const MAX_LEAKS = 100;
/** A word of so many letters and digits in no order is a key rather than a name; that of a temporary key goes with its prefix, as its stand-in does. */
const RANDOM =
  /(?<![\w+/=-])(?:(?:STS|TMP)\.)?(?=[\w+/=-]*[a-z])(?=[\w+/=-]*[A-Z])(?=[\w+/=-]*\d)[A-Za-z\d+/_-]{24,512}={0,2}(?![\w+/=-])/g;
const RUN = /^(?:[A-Za-z]+[\d.]*|[a-z0-9-]+)$/;
const CAMEL = /[A-Z][a-z]{3,}/;
const MAX_TOLD = 100_000;
/** Shorter texts hold no address. */
const SHORTEST = 8;
/** Kinds that are secrets whatever the user has chosen. */
const ALWAYS: ReadonlySet<RedactKind> = new Set(['accessKeys', 'secrets']);

/** Looks once more through a redacted text for what looks like a secret and is no stand-in. */
export class Sweep {
  readonly leaks: Leak[] = [];
  count = 0;
  private readonly told = new Set<string>();

  /** `isStandIn` says of a value whether it stands for another; `wanted` are the kinds that were to be replaced. */
  constructor(
    private readonly isStandIn: (value: string) => boolean,
    private readonly wanted: ReadonlySet<RedactKind>,
  ) {}

  /** Looks through a text that starts at `base`, string by string. */
  read(text: string, base: number): void {
    for (let open = text.indexOf('"'); open >= 0;) {
      const quote = closingQuote(text, open + 1);
      const end = quote < 0 ? text.length : quote + 1;
      // Between two strings there is nothing to find, and a quote that is missing only shifts which is which.
      if (end - open > SHORTEST) this.look(text.slice(open, end), base + open);
      open = text.indexOf('"', end);
    }
    if (!text.includes('"')) this.look(text, base);
  }

  /** Looks at a string with its quotes, or at other text. */
  look(text: string, at: number): void {
    if (text.length <= SHORTEST) return;
    const value = text.startsWith('"') ? decodeLiteral(text, 0, text.length) : text;
    // What a longer stand-in holds was made up with it.
    if (this.isStandIn(value)) return;
    findForms(value, (kind, found) => {
      if (ALWAYS.has(kind) || this.wanted.has(kind)) this.tell(kind, found, at);
    });
    if (value.length < 24) return;
    for (const [word] of value.matchAll(RANDOM)) if (!RUN.test(word) && !CAMEL.test(word)) this.tell('random', word, at);
  }

  private tell(kind: Leak['kind'], value: string, start: number): void {
    if (this.told.has(value) || isVendorName(value) || /^[*x.]+$/i.test(value) || this.isStandIn(value)) return;
    if (this.told.size < MAX_TOLD) this.told.add(value);
    this.count++;
    if (this.leaks.length < MAX_LEAKS) this.leaks.push({ kind, value, start });
  }
}
