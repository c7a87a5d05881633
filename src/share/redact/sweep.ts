import { decodeLiteral } from '../../trail/scan/literal';
import { Decoder } from './encodings/decoder';
import { textOf, TextView, type View } from './encodings/view';
import { findForms } from './forms/forms';
import { isParted } from './forms/addresses';
import { type Known } from './known';
import { type RedactKind } from './kinds';
import { isVendorName } from './vendor';

/** What a redacted text still holds: a value that looks like a secret, one that was to be replaced, or what is encoded in too many ways to be looked through. */
export interface Leak {
  readonly kind: RedactKind | 'random' | 'encoded';
  readonly value: string;
  /** Where it is first, or where the string starts that holds it; in the redacted text, UTF-16 units. */
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
/** How much is told of a text. */
const BEGINNING = 60;
/** Kinds that are secrets whatever the user has chosen. */
const ALWAYS: ReadonlySet<RedactKind> = new Set(['accessKeys', 'secrets']);

/** Looks once more through a redacted text, in every encoding in which values were looked for, for what is left of them and for what looks like a secret. */
export class Sweep {
  readonly leaks: Leak[] = [];
  count = 0;
  private readonly told = new Set<string>();
  private readonly view = new TextView();
  private readonly decoder: Decoder;
  private readonly wordView = new TextView();
  private readonly wordDecoder = new Decoder();

  /** `wanted` are the kinds that were to be replaced. */
  constructor(
    private readonly known: Known,
    private readonly wanted: ReadonlySet<RedactKind>,
  ) {
    this.decoder = new Decoder(known.values);
  }

  /** Looks at a string with its quotes, or at other text, which stands at a place of the whole text. */
  look(text: string, at: number): void {
    if (text.length <= SHORTEST) return;
    const isString = text.startsWith('"');
    this.view.load(text);
    this.decoder.each(this.view, (view, depth) => {
      this.values(view, at);
      if (view.isGuess) return;
      if (depth > 0) this.forms(textOf(view.units, 0, view.length), at, text);
      else this.forms(isString ? decodeLiteral(text, 0, text.length) : text, at, text);
    });
    if (this.decoder.isExhausted) this.tell('encoded', text.slice(0, BEGINNING), at);
  }

  /** Values that were to be replaced. */
  private values(view: View, at: number): void {
    const left = this.known.valueIn(view);
    if (left !== undefined) this.tell(left.kind, left.value, at);
  }

  /** What can be told by its form and is no stand-in. */
  private forms(value: string, at: number, text: string): void {
    if (value.length <= SHORTEST || this.known.isStandIn(value)) return;
    const tell = (kind: Leak['kind'], found: string): void => {
      // What is looked at may hold what was made up, but little else.
      if (!this.known.isMadeUp(found)) this.tell(kind, found, at + Math.max(0, text.indexOf(found)));
    };
    findForms(value, (kind, found) => {
      if ((ALWAYS.has(kind) || this.wanted.has(kind)) && !(kind === 'addresses' && isParted(found))) tell(kind, found);
    });
    if (value.length < 24) return;
    for (const [word] of value.matchAll(RANDOM))
      if (!RUN.test(word) && !CAMEL.test(word) && !this.isEncodedText(word)) tell('random', word);
  }

  /** Whether a word is text in some encoding: that is looked through as such. */
  private isEncodedText(word: string): boolean {
    let isText = false;
    this.wordView.load(word);
    this.wordDecoder.each(this.wordView, (view, depth) => {
      isText ||=
        depth > 0 && !view.isGuess && view.place(0) === 0 && view.place(view.length) >= word.replace(/=+$/, '').length - 1;
    });
    return isText;
  }

  private tell(kind: Leak['kind'], value: string, start: number): void {
    if (this.told.has(value) || isVendorName(value) || /^[*x.]+$/i.test(value)) return;
    if (this.told.size < MAX_TOLD) this.told.add(value);
    this.count++;
    if (this.leaks.length < MAX_LEAKS) this.leaks.push({ kind, value, start });
  }
}
