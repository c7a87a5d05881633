import { fromByteText, toByteText } from './byteText';
import { Char, skipSpace } from './chars';
import { timeAt } from './clock';
import { hashRange } from './hash';
import { Key, isEventKey, isWeakKey, keyAt } from './keys';
import { decodeLiteral } from './literal';
import { Column, type Dictionaries, Flag, type Row } from './row';
import { lexStrict } from './strict';
import { Tape, Token } from './tape';
import { lexTolerant } from './tolerant';

/** How often an event may be put into a string: an SLS record's event, escaped once or twice too often. */
const MAX_LAYERS = 4;
const FLAT_PREFIX = 'event.';
const IDENTITY_PREFIX = 'userIdentity.';

/** Reads the columns of an event from a record's tape. One reader serves a whole scan: it reuses its tapes. */
export class EventReader {
  private readonly inner = new Tape();
  private readonly identity = new Tape();
  /** How many keys were seen that only events have, and how many that others have too. */
  private known = 0;
  private weak = 0;
  private topic = false;
  private principal = 0;
  private hasName = false;

  constructor(
    private readonly dictionaries: Dictionaries,
    private readonly isByteText = false,
  ) {}

  /** Reads the record on the tape into `row`; the row is an event when its flag says so afterwards. */
  read(text: string, tape: Tape, row: Row): void {
    row.clear();
    this.readObject(text, tape, 0, row, false);
  }

  private readObject(text: string, tape: Tape, open: number, row: Row, isInner: boolean): void {
    this.known = 0;
    this.weak = 0;
    this.topic = false;
    this.principal = 0;
    this.hasName = false;
    let recipient = 0;
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
      if (key === Key.RecipientAccount) recipient = this.code(Column.Account, text, tape, value);
      else if (key === Key.Event || key === Key.Detail || key === Key.Data) {
        if (wrapped < 0) {
          wrapped = value;
          wrapper = key;
        }
      } else if (key !== Key.None) this.member(key, text, tape, value, row);
      else if (text.startsWith(FLAT_PREFIX, start)) this.flatMember(text, start, end, tape, value, row);
      index = tape.next(value);
    }
    if (wrapped >= 0 && !isInner && this.readWrapped(text, tape, wrapped, wrapper, row)) return;
    if (row.codes[Column.Account] === 0) row.codes[Column.Account] = recipient;
    if (row.codes[Column.User] === 0) row.codes[Column.User] = this.principal;
    if (this.known > 0 || this.weak > 2) row.flags |= Flag.Event;
    if (this.known > 2 && this.hasName) row.flags |= Flag.Likely;
  }

  /** Reads the event that a member of another record holds, as an object or as text; false where it holds none. */
  private readWrapped(text: string, tape: Tape, value: number, wrapper: Key, row: Row): boolean {
    const kind = tape.kind(value);
    const outer = this.topic || this.known > 0;
    const outerFlags = row.flags;
    if (kind === Token.OpenObject) {
      if (wrapper === Key.Detail || (this.known > 1 && !this.topic)) return false;
      row.clear();
      this.readObject(text, tape, value, row, true);
    } else if (kind === Token.String) {
      const from = skipSpace(text, tape.start(value) + 1);
      const first = text.charCodeAt(from);
      if (first !== Char.OpenBrace && first !== Char.Backslash && first !== Char.Quote) return false;
      const event = this.peeled(text, tape, value);
      if (event === undefined) return false;
      const at = skipSpace(event, 0);
      if (lexStrict(event, at, this.inner) < 0) lexTolerant(event, at, this.inner, { inArray: false, isFragment: false });
      row.clear();
      this.readObject(event, this.inner, 0, row, true);
      row.flags |= Flag.Escaped;
    } else return false;
    if ((row.flags & Flag.Event) === 0) {
      row.flags = outerFlags;
      return false;
    }
    row.flags |= wrapper === Key.Detail ? Flag.LastUsed : wrapper === Key.Data ? Flag.EventBridge : Flag.Sls;
    if (wrapper === Key.Event && outer && this.known > 1) row.flags |= Flag.Marked;
    return true;
  }

  private member(key: Key, text: string, tape: Tape, value: number, row: Row): void {
    if (isEventKey(key)) this.known++;
    else if (isWeakKey(key)) this.weak++;
    switch (key) {
      case Key.EventName:
        row.codes[Column.EventName] = this.code(Column.EventName, text, tape, value);
        this.hasName = true;
        return;
      case Key.EventTime:
        if (tape.kind(value) === Token.String) row.time = timeAt(text, tape.start(value) + 1, tape.end(value) - 1);
        return;
      case Key.ServiceName:
        row.codes[Column.ServiceName] = this.code(Column.ServiceName, text, tape, value);
        return;
      case Key.Region:
        row.codes[Column.Region] = this.code(Column.Region, text, tape, value);
        row.flags |= Flag.Marked;
        return;
      case Key.ErrorCode:
        row.codes[Column.ErrorCode] = this.code(Column.ErrorCode, text, tape, value);
        return;
      case Key.SourceAddress:
        row.codes[Column.SourceAddress] = this.code(Column.SourceAddress, text, tape, value);
        return;
      case Key.EventSource:
        row.codes[Column.EventSource] = this.code(Column.EventSource, text, tape, value);
        this.markHost(Column.EventSource, row.codes[Column.EventSource], row);
        return;
      case Key.EventType: {
        if (tape.kind(value) === Token.OpenObject) row.flags |= FOREIGN_CTYUN << Flag.ForeignShift;
        const code = this.code(Column.EventType, text, tape, value);
        row.codes[Column.EventType] = code;
        if ((row.flags & Flag.Marked) === 0 && EVENT_TYPES.has(this.value(Column.EventType, code))) row.flags |= Flag.Marked;
        return;
      }
      case Key.EventRW:
        row.codes[Column.EventRW] = this.code(Column.EventRW, text, tape, value);
        return;
      case Key.EventId:
        row.eventId = this.hash(text, tape, value);
        return;
      case Key.RequestId:
        row.requestId = this.hash(text, tape, value);
        return;
      case Key.UserIdentity:
        this.readIdentity(text, tape, value, row);
        return;
      case Key.UserAgent:
        if (
          (row.flags & Flag.Marked) === 0 &&
          tape.kind(value) === Token.String &&
          hasVendorHost(text.slice(tape.start(value) + 1, tape.end(value) - 1))
        )
          row.flags |= Flag.Marked;
        return;
      case Key.Topic:
      case Key.Owner:
        this.topic = true;
        return;
      case Key.Aws:
      case Key.OssNotification:
      case Key.PlatformOperation:
      case Key.HuaweiCts:
      case Key.Tencent:
        if (row.flags >>> Flag.ForeignShift === 0) row.flags |= (key - Key.Aws + 1) << Flag.ForeignShift;
        return;
      default:
    }
  }

  /** A member of an event that a query of Log Service has flattened: `event.userIdentity.accountId`. */
  private flatMember(text: string, start: number, end: number, tape: Tape, value: number, row: Row): void {
    const from = start + FLAT_PREFIX.length;
    if (text.startsWith(IDENTITY_PREFIX, from)) {
      this.known++;
      this.identityMember(keyAt(text, from + IDENTITY_PREFIX.length, end), text, tape, value, row);
      return;
    }
    const key = keyAt(text, from, end);
    if (key !== Key.None) {
      this.member(key, text, tape, value, row);
      row.flags |= Flag.Sls;
    }
  }

  private readIdentity(text: string, tape: Tape, value: number, row: Row): void {
    if (tape.kind(value) === Token.String) {
      const identity = this.peeled(text, tape, value);
      if (identity !== undefined && lexStrict(identity, skipSpace(identity, 0), this.identity) > 0)
        this.readIdentity(identity, this.identity, 0, row);
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
      this.identityMember(keyAt(text, tape.start(index) + quoted, tape.end(index) - quoted), text, tape, member, row);
      index = tape.next(member);
    }
  }

  private identityMember(key: Key, text: string, tape: Tape, value: number, row: Row): void {
    if (key === Key.AccountId) row.codes[Column.Account] = this.code(Column.Account, text, tape, value);
    else if (key === Key.UserName) row.codes[Column.User] = this.code(Column.User, text, tape, value);
    else if (key === Key.AccessKeyId) row.codes[Column.AccessKey] = this.code(Column.AccessKey, text, tape, value);
    else if (key === Key.PrincipalId) this.principal = this.code(Column.User, text, tape, value);
    else if (key === Key.Type) {
      const code = this.code(Column.IdentityType, text, tape, value);
      row.codes[Column.IdentityType] = code;
      if ((row.flags & Flag.Marked) === 0 && VENDOR_IDENTITIES.has(this.value(Column.IdentityType, code)))
        row.flags |= Flag.Marked;
    }
  }

  /** The code of a value in its column: a string decoded, a number or a mask as it is written, nothing for null and for objects. */
  private code(column: Column, text: string, tape: Tape, value: number): number {
    const kind = tape.kind(value);
    const start = tape.start(value);
    const end = tape.end(value);
    const dictionary = this.dictionaries[column];
    if (dictionary === undefined) return 0;
    if (kind === Token.String) {
      const isClosed = text.charCodeAt(end - 1) === Char.Quote && end - start >= 2;
      return dictionary.encodeContent(text, start + 1, isClosed ? end - 1 : end);
    }
    if (kind === Token.Number || kind === Token.Word) return dictionary.encode(text.slice(start, end));
    if (kind === Token.Literal && !text.startsWith('null', start)) return dictionary.encode(text.slice(start, end));
    return 0;
  }

  private value(column: Column, code: number): string {
    return this.dictionaries[column]?.decode(code) ?? '';
  }

  /** The object that a string holds, in the form of the log: text or byte text. */
  private peeled(text: string, tape: Tape, value: number): string | undefined {
    if (!this.isByteText) return peel(decodeLiteral(text, tape.start(value), tape.end(value)));
    const literal = fromByteText(text.slice(tape.start(value), tape.end(value)));
    const object = peel(decodeLiteral(literal, 0, literal.length));
    return object === undefined ? undefined : toByteText(object);
  }

  private readonly vendorHosts = new Map<number, boolean>();

  private markHost(column: Column, code: number, row: Row): void {
    let isVendor = this.vendorHosts.get(code);
    if (isVendor === undefined) {
      const host = this.value(column, code);
      isVendor = hasVendorHost(host);
      this.vendorHosts.set(code, isVendor);
      if (host === 'acs:oss') row.flags |= FOREIGN_OSS << Flag.ForeignShift;
    }
    if (isVendor) row.flags |= Flag.Marked;
  }

  /** FNV-1a over the value's text; never 0 for a value that is there. */
  private hash(text: string, tape: Tape, value: number): number {
    const kind = tape.kind(value);
    if (kind === Token.OpenObject || kind === Token.OpenArray) return 0;
    const isString = kind === Token.String;
    const start = tape.start(value) + (isString ? 1 : 0);
    const end = tape.end(value) - (isString ? 1 : 0);
    if (end <= start) return 0;
    return hashRange(text, start, end) || 1;
  }
}

const FOREIGN_OSS = Key.OssNotification - Key.Aws + 1;
const FOREIGN_CTYUN = Key.Tencent - Key.Aws + 2;

/** The other products' records that are told apart, in the order of the bits of `Flag.ForeignShift`. */
export const FOREIGN = ['', 'aws', 'oss-notification', 'platform-operation', 'huawei-cts', 'tencent', 'ctyun'] as const;

const EVENT_TYPES = new Set([
  'ApiCall',
  'ConsoleOperation',
  'ConsoleCall',
  'AliyunServiceEvent',
  'ConsoleSignin',
  'ConsoleSignout',
  'PasswordReset',
  'ActionTrailInsight',
]);
const VENDOR_IDENTITIES = new Set([
  'root-account',
  'ram-user',
  'saml-user',
  'oidc-user',
  'cloudsso-user',
  'alibaba-cloud-account',
]);
const VENDOR_HOST = /(?:^|[./@\s])(?:aliyuncs\.com|aliyun\.com|alibabacloud\.com|aliyun-inc\.com)(?![\w-])/;

function hasVendorHost(text: string): boolean {
  return text.includes('.com') && VENDOR_HOST.test(text);
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
