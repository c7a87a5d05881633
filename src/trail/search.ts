import { type TextSource } from './source';

/** A place in a log. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

/** Read at a time; UTF-16 units. */
const WINDOW = 262_144;
/** What is read around a window to tell where a value ends: `\u0041-a`. */
const MARGIN = 8;
/** How often an escaped spelling is escaped again. */
const LEVELS = 4;

/** How a value may be written in a log: as it is, and where JSON escapes something of it, with its escapes at several levels. */
export function spellingsOf(value: string): readonly string[] {
  const spellings = new Set([value]);
  const ascii = JSON.stringify(value)
    .slice(1, -1)
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  for (const once of [JSON.stringify(value).slice(1, -1), ascii, value.replaceAll('/', '\\/')]) {
    let text = once;
    for (let level = 0; level < LEVELS && text !== value; level++, text = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"'))
      spellings.add(text);
  }
  return [...spellings];
}

/**
 * Looks for a value between two offsets, also where it is escaped, and gives its places in the order of the text: those where it is a word of its own, not a
 * part of a longer one. It gives undefined after each stretch, so that others may work in between.
 */
export function* findValue(text: TextSource, value: string, from = 0, to = text.length): Generator<Hit | undefined> {
  const spellings = [...spellingsOf(value)].sort((a, b) => b.length - a.length);
  const longest = spellings[0]?.length ?? 0;
  let candidates = 0;
  for (let at = from; at < to; at += WINDOW) {
    const base = Math.max(0, at - MARGIN);
    const window = text.read(base, Math.min(text.length, at + WINDOW + longest + MARGIN));
    const end = Math.min(to, at + WINDOW) - base;
    const places = new Places(window, spellings);
    for (let start = at - base, hit = places.from(start); hit !== undefined && hit.start < end; hit = places.from(start)) {
      const isWhole = beginsAt(window, hit.start) && endsAt(window, hit.end);
      if (isWhole) yield { start: base + hit.start, end: base + hit.end };
      start = isWhole ? hit.end : hit.start + 1;
      if ((++candidates & 1023) === 0) yield undefined;
    }
    yield undefined;
  }
}

/** Where some words stand in a text. Each is looked for again only when its last place has been passed. */
export class Places {
  private readonly starts: number[];

  /** `words` are in the order of preference at one place. */
  constructor(
    private readonly text: string,
    private readonly words: readonly string[],
  ) {
    this.starts = words.map(() => -1);
  }

  /** The first place of any of them at `from` or behind it, which never goes back. */
  from(from: number): Hit | undefined {
    let found: Hit | undefined;
    for (const [index, word] of this.words.entries()) {
      let start = this.starts[index] ?? Infinity;
      if (start < from) {
        const next = this.text.indexOf(word, from);
        start = this.starts[index] = next < 0 ? Infinity : next;
      }
      if (start < (found?.start ?? Infinity)) found = { start, end: start + word.length };
    }
    return found;
  }
}

const WORD = /[\p{L}\p{M}\p{N}_*]/u;
const JOINT = /[-.@]/;
/** Escapes of one unit, which a word may follow: `\nvalue`, `\u003avalue`. */
const ESCAPE_BEFORE = /\\(?:[nrtbf]|u[0-9a-fA-F]{4})$/;
const ASCII = /[\u0020-\u007e]/;

/** Whether a word starts at an offset. In `实例i-1` the id does: writing without spaces joins nothing in Latin letters to it. */
function beginsAt(text: string, at: number): boolean {
  const first = text.charAt(at);
  if (!WORD.test(first)) return true;
  const before = text.charAt(at - 1);
  if (joins(before, first)) return ESCAPE_BEFORE.test(text.slice(Math.max(0, at - 6), at));
  return !(JOINT.test(before) && joins(text.charAt(at - 2), first));
}

function endsAt(text: string, behind: number): boolean {
  const last = text.charAt(behind - 1);
  if (!WORD.test(last)) return true;
  const next = text.charAt(behind);
  return !joins(next, last) && !(JOINT.test(next) && joins(text.charAt(behind + 1), last));
}

function joins(neighbour: string, own: string): boolean {
  return neighbour !== '' && WORD.test(neighbour) && (ASCII.test(neighbour) || !ASCII.test(own));
}
