import { decodeLiteral } from '../../trail/scan/literal';
import { Char, skipSpace } from '../../trail/scan/chars';
import { Flag } from '../../trail/scan/row';
import { lexStrict } from '../../trail/scan/strict';
import { Tape, Token } from '../../trail/scan/tape';
import { lexTolerant } from '../../trail/scan/tolerant';
import { eventToken } from '../../event/wrapped';
import { isNoValue } from '../../knowledge/placeholders';
import { type ExportColumn } from './columns';

/** How often an event may be put into a string. */
const MAX_LAYERS = 4;
/** Line ends of JSON that was laid out, with what indents the next line. */
const LAYOUT = /[\r\n]+[ \t]*/g;

/** A column by its names: what is at the top, and what below userIdentity. */
interface Wanted {
  readonly index: number;
  readonly below: ReadonlyMap<string, number>;
}

/** Reads the values of columns out of the text of events. One reader serves a whole export. */
export class EventReader {
  private readonly outer = new Tape();
  private readonly inner = new Tape();
  private readonly wanted = new Map<string, Wanted>();

  constructor(private readonly columns: readonly ExportColumn[]) {
    columns.forEach(({ path }, index) => {
      const [top = '', below] = path;
      const known = this.wanted.get(top) ?? { index: -1, below: new Map<string, number>() };
      const further = below === undefined ? known.below : new Map([...known.below, [below, index]]);
      this.wanted.set(top, { index: below === undefined ? index : known.index, below: further });
    });
  }

  /** The values of the columns in a record, empty where it has none; objects and lists as JSON on one line. `flags` are those of its row. */
  read(record: string, flags: number): string[] {
    const values = Array<string>(this.columns.length).fill('');
    const isFragment = (flags & Flag.Fragment) !== 0;
    lex(record, 0, this.outer, isFragment);
    const token = eventToken(record, this.outer, flags);
    if (this.outer.kind(token) !== Token.String) {
      this.members(record, this.outer, token, values);
      return values;
    }
    const text = unwrapped(decodeLiteral(record, this.outer.start(token), this.outer.end(token)));
    lex(text, skipSpace(text, 0), this.inner, false);
    this.members(text, this.inner, 0, values);
    return values;
  }

  private members(text: string, tape: Tape, open: number, values: string[]): void {
    const close = Math.min(tape.end(open), tape.length - 1);
    for (let index = open + 1; index < close;) {
      const value = index + 1;
      if (tape.kind(index) !== Token.Key || value >= close || tape.kind(value) === Token.Key) {
        index = tape.kind(index) === Token.Key ? value : tape.next(index);
        continue;
      }
      const name = keyText(text, tape.start(index), tape.end(index));
      const wanted = this.wanted.get(name);
      if (wanted !== undefined) this.take(wanted, text, tape, value, values);
      else if (name.startsWith('event.')) this.flat(name.slice(6).split('.'), text, tape, value, values);
      index = tape.next(value);
    }
  }

  private take({ index, below }: Wanted, text: string, tape: Tape, value: number, values: string[]): void {
    if (index >= 0) values[index] = valueText(text, tape, value);
    if (below.size === 0 || tape.kind(value) !== Token.OpenObject) return;
    const close = Math.min(tape.end(value), tape.length - 1);
    for (let at = value + 1; at < close;) {
      const inner = at + 1;
      if (tape.kind(at) !== Token.Key || inner >= close || tape.kind(inner) === Token.Key) {
        at = tape.kind(at) === Token.Key ? inner : tape.next(at);
        continue;
      }
      const column = below.get(keyText(text, tape.start(at), tape.end(at)));
      if (column !== undefined) values[column] = valueText(text, tape, inner);
      at = tape.next(inner);
    }
  }

  /** A query of Log Service flattens events: `event.userIdentity.accountId`. */
  private flat(path: readonly string[], text: string, tape: Tape, value: number, values: string[]): void {
    const wanted = this.wanted.get(lowerFirst(path[0] ?? ''));
    const index = path.length === 1 ? wanted?.index : wanted?.below.get(lowerFirst(path[1] ?? ''));
    const written = index === undefined || index < 0 ? '' : valueText(text, tape, value);
    if (index !== undefined && !isNoValue(written)) values[index] = written;
  }
}

/** A record on one line: outside its strings, only white space is left out. */
export function onOneLine(record: string): string {
  return record.replace(LAYOUT, '');
}

function lex(text: string, at: number, tape: Tape, isFragment: boolean): void {
  if (isFragment || lexStrict(text, at, tape) < 0) lexTolerant(text, at, tape, { inArray: false, isFragment });
}

function keyText(text: string, start: number, end: number): string {
  const name = text.charCodeAt(start) === Char.Quote ? text.slice(start + 1, end - 1) : text.slice(start, end);
  return lowerFirst(name.includes('\\') ? decodeLiteral(text, start, end) : name);
}

function lowerFirst(name: string): string {
  const unit = name.charCodeAt(0);
  return unit >= 0x41 && unit <= 0x5a ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function valueText(text: string, tape: Tape, value: number): string {
  const start = tape.start(value);
  const kind = tape.kind(value);
  if (kind === Token.String) return decodeLiteral(text, start, tape.end(value));
  const raw = text.slice(start, tape.valueEnd(value));
  return kind === Token.Literal && raw === 'null' ? '' : onOneLine(raw);
}

/** An event in a string may be escaped more than once. */
function unwrapped(value: string): string {
  let text = value;
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const at = skipSpace(text, 0);
    const first = text.charCodeAt(at);
    if (first === Char.Quote) text = decodeLiteral(text, at, text.length);
    else if (first === Char.Backslash || text.charCodeAt(skipSpace(text, at + 1)) === Char.Backslash)
      text = decodeLiteral(`"${text}"`, 0, text.length + 2);
    else break;
  }
  return text;
}
