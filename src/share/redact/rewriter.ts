import { isVendorField } from './protected';
import { type Replacer } from './replacer';
import { Stretch, Stretches } from './stretches';
import { type Sweep } from './sweep';
import { copyOf, TextMap } from './textMap';
import { type Role } from './encodings/view';

/** Longer strings hardly come again. */
const LONGEST_KNOWN = 512;
/** Strings that are remembered, before memory is given back. */
const MAX_KNOWN = 300_000;
const MAX_KEYS = 50_000;
/** No string is this: each has its quotes. */
const SAME = '';
const GUID_LENGTH = 38;
const GUID = /^"[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}"$/i;
/** Text that is no JSON is replaced in parts of about this size. */
const PART = 65_536;

/** What a key becomes, and what its values are. */
interface Key {
  readonly made: string;
  readonly role: Role;
}

/** Replaces the values in the pieces of a log: a string that is written the same again is looked at once. One rewriter serves a whole log. */
export class Rewriter {
  private readonly stretches = new Stretches();
  private readonly values = new TextMap<string>();
  private readonly vendor = new TextMap<string>();
  private readonly keys = new Map<string, Key>();

  /** `sweep` looks through what comes out, where one is given. */
  constructor(
    private readonly replacer: Replacer,
    private readonly sweep?: Sweep,
  ) {}

  /** A piece with every value replaced; `base` is where it starts in the whole text. */
  rewrite(text: string, base: number): string {
    return this.stretches.read(text) ? this.byStretches(text, base) : this.byParts(text, base);
  }

  private byStretches(text: string, base: number): string {
    const { stretches } = this;
    const parts: string[] = [];
    let written = 0;
    let role: Role = 'value';
    for (let index = 0; index < stretches.count; index++) {
      const kind = stretches.kind(index);
      if (kind > Stretch.Number) continue;
      const start = stretches.start(index);
      const end = stretches.end(index);
      const old = text.slice(start, end);
      let made: string;
      if (kind === Stretch.Key) {
        const key = this.keyOf(old, base + start);
        made = key.made;
        role = key.role;
      } else made = this.replaced(old, role, base + start);
      if (made === SAME) continue;
      parts.push(text.slice(written, start), made);
      written = end;
    }
    if (written === 0) return text;
    parts.push(text.slice(written));
    return parts.join('');
  }

  /** What a string or number becomes; SAME where it stays. */
  private replaced(text: string, role: Role, at: number): string {
    // Ids of events and requests occur once, and are no secrets.
    if (text.length === GUID_LENGTH && GUID.test(text)) return changed(text, this.replacer.replace(text, role));
    if (text.length > LONGEST_KNOWN) return this.made(text, role, at);
    const known = role === 'vendor' ? this.vendor : this.values;
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = this.made(text, role, at);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(copyOf(text), made);
    return made;
  }

  private keyOf(text: string, at: number): Key {
    const known = this.keys.get(text);
    if (known !== undefined) return known;
    const key: Key = { made: this.made(text, 'key', at), role: isVendorField(text.slice(1, -1)) ? 'vendor' : 'value' };
    if (this.keys.size < MAX_KEYS) this.keys.set(copyOf(text), key);
    return key;
  }

  private made(text: string, role: Role, at: number): string {
    const made = this.replacer.replace(text, role);
    this.sweep?.look(made, at);
    return changed(text, made);
  }

  private byParts(text: string, base: number): string {
    const parts: string[] = [];
    for (let at = 0; at < text.length;) {
      const end = partEnd(text, at);
      parts.push(this.replacer.replace(text.slice(at, end)));
      at = end;
    }
    const made = parts.join('');
    this.sweep?.look(made, base);
    return made;
  }
}

function changed(text: string, made: string): string {
  return made === text ? SAME : made;
}

/** Behind a line end, since no value holds one; encoded text may go on in the next line, but not behind a sign that no digit of it is. */
function partEnd(text: string, from: number): number {
  if (text.length - from <= PART) return text.length;
  let end = -1;
  for (let line = text.indexOf('\n', from + PART); line >= 0 && line < from + PART * 2; line = text.indexOf('\n', line + 1)) {
    end = line + 1;
    if (!/[\w+/=\\-]\r?$/.test(text.slice(Math.max(0, line - 2), line))) break;
  }
  return end < 0 ? text.length : end;
}
