import { mayHoldJson } from '../../escapes';
import { isPeeled, peel } from '../../escapes/peel';
import { Char } from '../../trail/scan/chars';
import { decodeLiteral } from '../../trail/scan/literal';
import { lexStrict } from '../../trail/scan/strict';
import { Tape, Token } from '../../trail/scan/tape';
import { lexTolerant } from '../../trail/scan/tolerant';
import { Decoder } from './encodings/decoder';
import { textOf, TextView } from './encodings/view';
import { type Glob } from './globs';
import { keyKind, type KeyKind } from './keyKinds';
import { type RedactKind } from './kinds';
import { looseMembers } from './looseMembers';
import { NamedValue } from './namedValue';
import { type Secrets } from './secrets';
import { Stretch, Stretches } from './stretches';
import { copyOf, TextMap } from './textMap';
import { findInValue } from './values';

/** How often a string may hold another text that is read. */
const MAX_NESTED = 16;
/** Values that are remembered as read, before memory is given back. */
const MAX_SEEN = 200_000;
const MAX_KEYS = 50_000;
/** Longer values hardly come again. */
const LONGEST_KNOWN = 512;
/** Shorter numbers are amounts. */
const SHORTEST_NUMBER = 5;
const REFERENCED = 'referencedresources';
/** Shorter texts stand for nothing else. */
const SHORTEST_ENCODED = 6;
/** How much of the depth an encoding takes that is not usual. */
const UNUSUAL = 4;
/** Members in other quotes than those of JSON, or in none: what scripts print of an object. */
const LOOSE = /^\s*[[{(]\s*['\w\u201c]|[{,]\s*['\u201c][\w.-]{1,64}['\u201d]\s{0,4}:/;

/** A text that is decoded, and what is known of it. */
interface Room {
  readonly view: TextView;
  readonly decoder: Decoder;
}

/** Reads records and collects the values that are to be replaced. One collector serves a whole log: what it has read once it does not read again. */
export class Collector {
  private readonly tapes: Tape[] = [];
  private readonly stretches: Stretches[] = [];
  private readonly kinds = new Map<string, KeyKind>();
  private readonly seen = new Map<KeyKind, TextMap<true>>();
  /** Where texts are decoded: one within the other. */
  private readonly roomList: Room[] = [];
  private rooms = 0;
  private readonly sink = (kind: RedactKind, value: string): void => {
    this.secrets.add(kind, value);
  };

  constructor(
    private readonly secrets: Secrets,
    private readonly globs: readonly Glob[],
  ) {}

  /** Reads a text: the JSON in it that starts at `at`, if there is some, and around it what has a form of its own. */
  read(text: string, at: number): void {
    const stretches = this.stretchesOf(0);
    if (stretches.read(text)) {
      this.each(text, stretches, 0);
      return;
    }
    if (at < 0) {
      this.readText(text, 0);
      return;
    }
    this.readTolerant(text, at, 0);
    // What is no clean JSON is read in every other way as well.
    this.loose(text, 0);
    this.look(undefined, text, 0);
  }

  /** Reads text that is no record. */
  private readText(text: string, depth: number): void {
    this.members(text, depth);
    this.loose(text, depth);
    this.look(undefined, text, depth);
  }

  /** Members in a text that is no JSON: pasted ones, the rest of what was cut off. */
  private members(text: string, depth: number): void {
    const at = text.indexOf('"');
    if (at < 0) return;
    const tape = this.tape(depth);
    tape.clear();
    lexTolerant(text, at, tape, { inArray: false, isFragment: true });
    this.walk(text, tape, depth);
  }

  private readJson(text: string, at: number, depth: number): void {
    const stretches = this.stretchesOf(depth);
    if (stretches.read(text)) this.each(text, stretches, depth);
    else this.readTolerant(text, at, depth);
  }

  /** Reads what a string stands for where that is JSON; false where it is not, or is escaped once more. */
  private readInner(text: string, depth: number): boolean {
    const stretches = this.stretchesOf(depth);
    if (!/^\s*[[{]/.test(text) || !stretches.read(text)) return false;
    this.each(text, stretches, depth);
    return true;
  }

  private readTolerant(text: string, at: number, depth: number): void {
    const tape = this.tape(depth);
    if (lexStrict(text, at, tape) < 0) {
      const isFragment = text.charCodeAt(at) === Char.Quote;
      lexTolerant(text, at, tape, { inArray: false, isFragment });
    }
    this.walk(text, tape, depth);
  }

  /** The strings and numbers of JSON. Values of lists have their key's kind; those below referencedResources are all resources. */
  private each(text: string, stretches: Stretches, depth: number): void {
    let kind: KeyKind;
    let level = 0;
    let referenced = Infinity;
    let isReferenced = false;
    const pair = new NamedValue();
    for (let index = 0; index < stretches.count; index++) {
      const start = stretches.start(index);
      const end = stretches.end(index);
      switch (stretches.kind(index)) {
        case Stretch.Key: {
          const known = this.keyOf(text, start, end);
          kind = level > referenced ? 'resources' : (known ?? pair.kindOf(text, start, end));
          isReferenced = end - start === REFERENCED.length + 2 && text.slice(start + 1, end - 1).toLowerCase() === REFERENCED;
          break;
        }
        case Stretch.Value:
          if (pair.isOpen) this.ofPair(pair, text, stretches, index, depth);
          if (kind !== 'plain') this.string(kind, text, start, end, depth);
          break;
        case Stretch.Number:
          if (kind !== 'plain' && (kind !== undefined || end - start >= SHORTEST_NUMBER))
            this.string(kind, text, start - 1, end + 1, depth);
          break;
        case Stretch.OpenObject:
        case Stretch.OpenArray:
          if (isReferenced) referenced = level;
          isReferenced = false;
          level++;
          pair.clear();
          if (stretches.kind(index) === Stretch.OpenObject) kind = level > referenced ? 'resources' : undefined;
          break;
        default:
          level--;
          pair.clear();
          if (level <= referenced) referenced = Infinity;
          if (stretches.kind(index) === Stretch.CloseObject) kind = level > referenced ? 'resources' : undefined;
      }
    }
  }

  /** A value that stands before its name (`{"value": "…", "name": "password"}`) is taken once that is known. */
  private ofPair(pair: NamedValue, text: string, stretches: Stretches, index: number, depth: number): void {
    const earlier = pair.take(text, stretches.start(index), stretches.end(index), index);
    if (earlier >= 0) this.string('secrets', text, stretches.start(earlier), stretches.end(earlier), depth);
  }

  /** The kind of a key; a key that is an id is taken as a value as well. */
  private keyOf(text: string, start: number, end: number): KeyKind {
    const written = text.slice(start + 1, end - 1);
    if (this.kinds.has(written)) return this.kinds.get(written);
    const key = decodeLiteral(text, start, end).replaceAll('"', '');
    const kind = keyKind(key);
    if (kind === undefined && key.length > 8) this.look('ids', key, MAX_NESTED);
    if (this.kinds.size < MAX_KEYS) this.kinds.set(copyOf(written), kind);
    return kind;
  }

  private walk(text: string, tape: Tape, depth: number): void {
    let kind: KeyKind;
    // Values of lists have their key's kind; those below referencedResources are all resources.
    let referencedEnd = -1;
    for (let index = 0; index < tape.length; index++) {
      const token = tape.kind(index);
      const start = tape.start(index);
      const end = tape.end(index);
      if (token === Token.Key) {
        const known = this.keyOf(text, start, end);
        kind = index <= referencedEnd ? 'resources' : known;
        if (text.slice(start, end).replaceAll('"', '').toLowerCase() === REFERENCED) referencedEnd = tape.next(index + 1) - 1;
      } else if (token === Token.String) {
        const isClosed = end - start >= 2 && text.charCodeAt(end - 1) === Char.Quote;
        if (kind !== 'plain') this.string(kind, text, start, isClosed ? end : end + 1, depth);
      } else if (token === Token.Number || token === Token.Word) {
        if (kind !== undefined && kind !== 'plain') findInValue(kind, text.slice(start, end), this.sink);
      } else if (token === Token.CloseObject || token === Token.OpenObject)
        kind = index <= referencedEnd ? 'resources' : undefined;
    }
  }

  private string(kind: KeyKind, text: string, start: number, end: number, depth: number): void {
    const content = text.slice(start + 1, end - 1);
    if (content.length < 2) return;
    if (content.length < LONGEST_KNOWN && this.isKnown(kind, content)) return;
    if (depth < MAX_NESTED && mayHoldJson(text, start, end)) {
      if (this.readInner(decodeLiteral(text, start, end), depth + 1)) return;
      const peeled = peel(text.slice(start, end));
      if (isPeeled(peeled)) {
        this.readJson(peeled.text, peeled.text.search(/[[{]/), depth + 1);
        return;
      }
    }
    this.look(kind, content.includes('\\') ? decodeLiteral(`"${content}"`, 0, content.length + 2) : content, depth);
  }

  /** Looks into a value, and into everything that it stands for. */
  private look(kind: KeyKind, value: string, depth: number): void {
    this.take(kind, value, depth);
    if (depth >= MAX_NESTED || value.length < SHORTEST_ENCODED) return;
    const { view, decoder } = this.room();
    view.load(value);
    this.rooms++;
    decoder.each(view, (inner, encodings) => {
      if (encodings === 0 || inner.isGuess) return;
      const isWhole = inner.place(0) === 0 && inner.place(inner.length) === value.length;
      const text = textOf(inner.units, 0, inner.length);
      const at = text.search(/\S/);
      const isJson = text.charAt(at) === '{' || text.charAt(at) === '[';
      if (isJson) this.readJson(text, at, depth + UNUSUAL);
      else this.take(isWhole ? kind : undefined, text, depth + UNUSUAL);
    });
    this.rooms--;
  }

  /** Takes what a text holds as it is. */
  private take(kind: KeyKind, value: string, depth: number): void {
    findInValue(kind, value, this.sink);
    for (const glob of this.globs)
      glob.find(value, (found) => {
        this.sink('patterns', found);
      });
    if (depth >= MAX_NESTED) return;
    if (/^\s*[[{\\"]/.test(value) && value.includes('"')) this.members(decodedOnce(value), depth + 1);
    else if (LOOSE.test(value)) this.loose(value, depth + 1);
  }

  /** Members that are written otherwise than JSON has them. */
  private loose(text: string, depth: number): void {
    looseMembers(text, (name, value) => {
      const kind = keyKind(name);
      if (kind !== undefined && kind !== 'plain' && !this.isKnown(kind, value)) this.look(kind, value, depth + 1);
    });
  }

  private room(): Room {
    return (this.roomList[this.rooms] ??= { view: new TextView(), decoder: new Decoder() });
  }

  /** Whether a text was read as a value of a kind before; if not, it is from now on. */
  private isKnown(kind: KeyKind, content: string): boolean {
    let seen = this.seen.get(kind);
    if (seen === undefined) this.seen.set(kind, (seen = new TextMap()));
    if (seen.has(content)) return true;
    if (seen.size >= MAX_SEEN) seen.clear();
    seen.set(copyOf(content), true);
    return false;
  }

  private stretchesOf(depth: number): Stretches {
    return (this.stretches[depth] ??= new Stretches());
  }

  private tape(depth: number): Tape {
    return (this.tapes[depth] ??= new Tape());
  }
}

/** JSON in a string that does not decode to its end is read as far as it goes. */
function decodedOnce(value: string): string {
  return value.includes('\\"') ? decodeLiteral(`"${value}"`, 0, value.length + 2) : value;
}
