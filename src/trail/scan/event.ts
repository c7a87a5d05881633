import { flattenedPath } from '../../knowledge/columnNames';
import { isNoValue } from '../../knowledge/placeholders';
import { fromByteText, toByteText } from './byteText';
import { Char, skipSpace } from './chars';
import { Key, keyAt } from './keys';
import { LeadReader } from './leadReader';
import { Behind, Leads } from './leads';
import { decodeLiteral } from './literal';
import { Members } from './members';
import { type Dictionaries, Flag, type Row } from './row';
import { lexStrict } from './strict';
import { Tape, Token } from './tape';
import { lexTolerant } from './tolerant';
import { ByteWindow } from './byteWindow';

/** How often an event may be put into a string: an SLS record's event, escaped once or twice too often. */
const MAX_LAYERS = 4;

/**
 * Reads the columns of an event from a record's tape, or along the leads of the records before it, which gives the same at a fraction of the time. One
 * reader serves a whole scan: it reuses its tapes.
 */
export class EventReader {
  private readonly inner = new Tape();
  private readonly object = new Tape();
  private readonly members: Members;
  private readonly leads = new Leads();
  private readonly escapedLeads = new Leads(true);
  private readonly window = new ByteWindow();
  private readonly ahead = new LeadReader(this.leads, this.window, new LeadReader(this.escapedLeads, this.window));

  constructor(
    dictionaries: Dictionaries,
    private readonly isByteText = false,
  ) {
    this.members = new Members(dictionaries);
  }

  /** Starts with another text. */
  begin(): void {
    this.window.clear();
  }

  /** Reads the record on the tape into `row`; the row is an event when its flag says so afterwards. */
  read(text: string, tape: Tape, row: Row): void {
    row.clear();
    this.readObject(text, tape, 0, row, false);
    if (this.ahead.isUnknown && tape.problemCount === 0 && (row.flags & Flag.Event) !== 0) this.leads.learn(text, tape);
  }

  /** Reads the record at `offset` into `row` if it is like those before it, and gives the offset behind it; -1 where it has to be lexed. */
  readAhead(text: string, offset: number, row: Row): number {
    const { ahead } = this;
    const end = ahead.read(text, offset);
    if (end < 0) return -1;
    row.clear();
    const wrapped = this.takeValues(text, ahead, row);
    if (wrapped >= 0) {
      const key = ahead.leads[wrapped]?.key ?? Key.None;
      const isRead = this.readWrapped(key, row, () =>
        wrapped === ahead.holder && ahead.inner !== undefined
          ? this.readInner(text, ahead.inner, row)
          : this.readString(text, (ahead.starts[wrapped] as number) - 1, (ahead.ends[wrapped] as number) + 1, row),
      );
      if (isRead) return end;
      row.clear();
      this.takeValues(text, ahead, row);
    }
    this.members.finish(row);
    return end;
  }

  /** Takes the values that were read along leads; gives the number of the first one that may hold an event, -1 where none does. */
  private takeValues(text: string, { leads, starts, ends, count }: LeadReader, row: Row): number {
    const { members } = this;
    members.begin();
    let wrapped = -1;
    for (let index = 0; index <= count; index++) {
      const { opened, key, behind, isIdentity } = leads[index] as (typeof leads)[number];
      for (const member of opened) {
        if (member.isIdentity) members.takeIdentity(member.key, text, member.kind, 0, 0, row);
        else members.take(member.key, text, member.kind, 0, 0, row);
      }
      if (key === Key.None) continue;
      const start = starts[index] as number;
      const end = ends[index] as number;
      const kind = behind === Behind.String ? Token.String : text.charCodeAt(start) <= Char.Nine ? Token.Number : Token.Literal;
      if (isIdentity) members.takeIdentity(key, text, kind, start, end, row);
      else if (!isHolder(key)) members.take(key, text, kind, start, end, row);
      else if (wrapped < 0) wrapped = index;
    }
    return wrapped;
  }

  private readInner(text: string, inner: LeadReader, row: Row): boolean {
    row.clear();
    this.takeValues(text, inner, row);
    this.members.finish(row);
    row.flags |= Flag.Escaped;
    return true;
  }

  private readObject(text: string, tape: Tape, open: number, row: Row, isInner: boolean): void {
    const { members } = this;
    members.begin();
    let wrapped = -1;
    let wrapper = Key.None;
    const close = Math.min(tape.end(open), tape.length - 1);
    for (let index = open + 1; index < close;) {
      if (tape.kind(index) !== Token.Key) {
        index = tape.next(index);
        continue;
      }
      const value = index + 1;
      if (value >= close || tape.kind(value) === Token.Key) {
        index = value;
        continue;
      }
      const quoted = text.charCodeAt(tape.start(index)) === Char.Quote ? 1 : 0;
      const start = tape.start(index) + quoted;
      const end = tape.end(index) - quoted;
      const key = keyAt(text, start, end);
      if (isHolder(key)) {
        if (wrapped < 0) {
          wrapped = value;
          wrapper = key;
        }
      } else if (key !== Key.None) this.member(key, text, tape, value, row);
      else this.flatMember(text.slice(start, end), text, tape, value, row);
      index = tape.next(value);
    }
    if (wrapped >= 0 && !isInner) {
      const isRead = this.readWrapped(wrapper, row, () => {
        const kind = tape.kind(wrapped);
        if (kind === Token.String) return this.readString(text, tape.start(wrapped), tape.end(wrapped), row);
        if (kind !== Token.OpenObject || (members.known > 1 && !members.hasTopic)) return false;
        row.clear();
        this.readObject(text, tape, wrapped, row, true);
        return true;
      });
      if (isRead) return;
      // What was read within has taken the place of the record's own members.
      row.clear();
      this.readObject(text, tape, open, row, true);
      return;
    }
    members.finish(row);
  }

  /** Reads the event that a member of another record holds, as an object or as text; false where it holds none. */
  private readWrapped(wrapper: Key, row: Row, read: () => boolean): boolean {
    const { members } = this;
    const outer = members.hasTopic || members.known > 0;
    if (!read() || (row.flags & Flag.Event) === 0) return false;
    row.flags |= wrapper === Key.Detail ? Flag.LastUsed : wrapper === Key.Data ? Flag.EventBridge : Flag.Sls;
    if (wrapper === Key.Event && outer && members.known > 1) row.flags |= Flag.Marked;
    return true;
  }

  /** Reads the event in the string literal between two offsets; false where there is none. */
  private readString(text: string, start: number, end: number, row: Row): boolean {
    const first = text.charCodeAt(skipSpace(text, start + 1));
    if (first !== Char.OpenBrace && first !== Char.Backslash && first !== Char.Quote) return false;
    const event = this.peeled(text, start, end);
    if (event === undefined) return false;
    const at = skipSpace(event, 0);
    const isStrict = lexStrict(event, at, this.inner) >= 0;
    if (!isStrict) lexTolerant(event, at, this.inner, { inArray: false, isFragment: false });
    row.clear();
    this.readObject(event, this.inner, 0, row, true);
    row.flags |= Flag.Escaped;
    if (isStrict && this.ahead.inner?.isUnknown === true) this.escapedLeads.learn(event, this.inner);
    return true;
  }

  private member(key: Key, text: string, tape: Tape, value: number, row: Row): void {
    const kind = tape.kind(value);
    this.members.take(key, text, kind, contentStart(tape, value), contentEnd(text, tape, value), row);
    if (key === Key.UserIdentity) this.readIdentity(text, tape, value, row);
    else if (key === Key.InsightDetails) this.readInsight(text, tape, value);
  }

  /** A member that a store or a script has made of one of an event: `event.userIdentity.accountId`, `event_name`. */
  private flatMember(name: string, text: string, tape: Tape, value: number, row: Row): void {
    const path = flattenedPath(name);
    if (path === undefined) return;
    row.flags |= Flag.Sls;
    const [first = '', second] = path;
    const isNothing =
      tape.kind(value) === Token.String && isNoValue(text.slice(contentStart(tape, value), contentEnd(text, tape, value)));
    if (second === undefined) {
      const key = keyAt(first, 0, first.length);
      if (isNothing) this.members.take(key, 'null', Token.Literal, 0, 0, row);
      else this.member(key, text, tape, value, row);
      return;
    }
    // Other documents have an `account_id` as well.
    if (/identity/i.test(name)) this.members.known++;
    if (!isNothing) this.identityMember(keyAt(second, 0, second.length), text, tape, value, row);
  }

  private readIdentity(text: string, tape: Tape, value: number, row: Row): void {
    this.eachInner(text, tape, value, (key, inner, innerTape, member) => {
      this.identityMember(key, inner, innerTape, member, row);
    });
  }

  private readInsight(text: string, tape: Tape, value: number): void {
    this.eachInner(text, tape, value, (key, inner, innerTape, member) => {
      if (key === Key.InsightType)
        this.members.takeInsight(
          inner,
          innerTape.kind(member),
          contentStart(innerTape, member),
          contentEnd(inner, innerTape, member),
        );
    });
  }

  /** Visits the members of an object that a member of the event has as its value, also as text. */
  private eachInner(
    text: string,
    tape: Tape,
    value: number,
    visit: (key: Key, text: string, tape: Tape, member: number) => void,
  ): void {
    if (tape.kind(value) === Token.String) {
      const object = this.peeled(text, tape.start(value), tape.end(value));
      if (object !== undefined && lexStrict(object, skipSpace(object, 0), this.object) > 0)
        this.eachInner(object, this.object, 0, visit);
      return;
    }
    if (tape.kind(value) !== Token.OpenObject) return;
    const close = Math.min(tape.end(value), tape.length - 1);
    for (let index = value + 1; index < close;) {
      const member = index + 1;
      if (tape.kind(index) !== Token.Key || member >= close || tape.kind(member) === Token.Key) {
        index = tape.kind(index) === Token.Key ? member : tape.next(index);
        continue;
      }
      const quoted = text.charCodeAt(tape.start(index)) === Char.Quote ? 1 : 0;
      visit(keyAt(text, tape.start(index) + quoted, tape.end(index) - quoted), text, tape, member);
      index = tape.next(member);
    }
  }

  private identityMember(key: Key, text: string, tape: Tape, value: number, row: Row): void {
    this.members.takeIdentity(key, text, tape.kind(value), contentStart(tape, value), contentEnd(text, tape, value), row);
  }

  /** The object that the string literal between two offsets holds, in the form of the log: text or byte text. */
  private peeled(text: string, start: number, end: number): string | undefined {
    if (!this.isByteText) return peel(decodeLiteral(text, start, end));
    const literal = fromByteText(text.slice(start, end));
    const object = peel(decodeLiteral(literal, 0, literal.length));
    return object === undefined ? undefined : toByteText(object);
  }
}

/** Whether the member of this name may hold the event. */
function isHolder(key: Key): boolean {
  return key === Key.Event || key === Key.Detail || key === Key.Data;
}

/** Where a value starts, a string without its quote. */
function contentStart(tape: Tape, value: number): number {
  return tape.kind(value) === Token.String ? tape.start(value) + 1 : tape.start(value);
}

/** Where a value ends, a string without its quote, which may be missing. */
function contentEnd(text: string, tape: Tape, value: number): number {
  const end = tape.end(value);
  if (tape.kind(value) !== Token.String) return end;
  return text.charCodeAt(end - 1) === Char.Quote && end - tape.start(value) >= 2 ? end - 1 : end;
}

/** Decodes a value until it is the text of an object; undefined where it is none. */
function peel(value: string): string | undefined {
  let text = value;
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const at = skipSpace(text, 0);
    const first = text.charCodeAt(at);
    if (first === Char.OpenBrace) {
      if (text.charCodeAt(skipSpace(text, at + 1)) !== Char.Backslash) return text;
      text = decodeLiteral(`"${text}"`, 0, text.length + 2);
    } else if (first === Char.Quote) text = decodeLiteral(text, at, text.length);
    else if (first === Char.Backslash) text = decodeLiteral(`"${text}"`, 0, text.length + 2);
    else return undefined;
  }
  return undefined;
}
