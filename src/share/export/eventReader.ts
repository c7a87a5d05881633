import { lowerFirst } from '../../knowledge/casing';
import { isFlat, pathOf } from '../../event/nodes';
import { unwrapText } from '../../event/unwrap';
import { decodeLiteral } from '../../trail/scan/literal';
import { Char } from '../../trail/scan/chars';
import { Flag } from '../../trail/scan/row';
import { lexStrict } from '../../trail/scan/strict';
import { Tape, Token } from '../../trail/scan/tape';
import { lexTolerant } from '../../trail/scan/tolerant';
import { eachMember, eventToken } from '../../event/wrapped';
import { isNoValue } from '../../knowledge/placeholders';
import { type ExportColumn } from './columns';

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
  private readonly below = new Tape();
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
    const held = unwrapText(decodeLiteral(record, this.outer.start(token), this.outer.end(token)));
    if (held === undefined) return values;
    lex(held.text, held.at, this.inner, false);
    this.members(held.text, this.inner, 0, values);
    return values;
  }

  private members(text: string, tape: Tape, open: number, values: string[]): void {
    eachMember(tape, open, (key, value) => {
      const raw = keyText(text, tape.start(key), tape.end(key));
      const [first = '', second, ...deeper] = pathOf(raw);
      const wanted = this.wanted.get(first);
      const bare = this.wanted.get('userIdentity')?.below.get(first);
      if (wanted === undefined && bare !== undefined && first !== 'type' && values[bare] === '')
        put(values, bare, text, tape, value);
      // A store writes a word into the columns of a row where an event has nothing.
      if (wanted === undefined || deeper.length > 0 || (isFlat(raw) && isNoValue(valueText(text, tape, value)))) return;
      if (second === undefined) this.take(wanted, text, tape, value, values);
      else put(values, wanted.below.get(second), text, tape, value);
    });
  }

  /** Takes a member and, of an object, also where it stands as JSON in a string, the members below it. */
  private take({ index, below }: Wanted, text: string, tape: Tape, value: number, values: string[]): void {
    if (index >= 0) put(values, index, text, tape, value);
    if (below.size === 0) return;
    if (tape.kind(value) === Token.OpenObject) {
      eachMember(tape, value, (key, inner) => {
        put(values, below.get(lowerFirst(keyText(text, tape.start(key), tape.end(key)))), text, tape, inner);
      });
      return;
    }
    const held =
      tape.kind(value) === Token.String ? unwrapText(decodeLiteral(text, tape.start(value), tape.end(value))) : undefined;
    if (held === undefined) return;
    lex(held.text, held.at, this.below, false);
    if (this.below.kind(0) === Token.OpenObject) this.take({ index: -1, below }, held.text, this.below, 0, values);
  }
}

function put(values: string[], column: number | undefined, text: string, tape: Tape, value: number): void {
  if (column !== undefined) values[column] = valueText(text, tape, value);
}

/** A record on one line: outside its strings, only white space is left out. */
export function onOneLine(record: string): string {
  return record.replace(LAYOUT, '');
}

function lex(text: string, at: number, tape: Tape, isFragment: boolean): void {
  if (isFragment || lexStrict(text, at, tape) < 0) lexTolerant(text, at, tape, { inArray: false, isFragment });
}

function keyText(text: string, start: number, end: number): string {
  const raw = text.charCodeAt(start) === Char.Quote ? text.slice(start + 1, end - 1) : text.slice(start, end);
  return raw.includes('\\') ? decodeLiteral(text, start, end) : raw;
}

function valueText(text: string, tape: Tape, value: number): string {
  const start = tape.start(value);
  const kind = tape.kind(value);
  if (kind === Token.String) return decodeLiteral(text, start, tape.end(value));
  const raw = text.slice(start, tape.valueEnd(value));
  return kind === Token.Literal && raw === 'null' ? '' : onOneLine(raw);
}
