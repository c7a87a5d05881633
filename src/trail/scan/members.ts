import { isNoValue } from '../../knowledge/placeholders';
import { timeAt } from './clock';
import { hashRange } from '../hash';
import { isEventKey, isWeakKey, Key } from './keys';
import { EVENT_TYPES, FOREIGN_CTYUN, FOREIGN_OSS, hasVendorHost, VENDOR_IDENTITIES } from './marks';
import { Column, type Dictionaries, Flag, type Row } from './row';
import { Token } from './tape';

/** A value that is taken later. */
interface Taken {
  readonly text: string;
  readonly kind: Token;
  readonly start: number;
  readonly end: number;
}

/**
 * Makes a row of the members of an event, which it takes one after another. A value is given by its kind and by where it stands in the text: a string
 * without its quotes. Objects and arrays are given by their kind alone.
 */
export class Members {
  /** How many keys were seen that only events have, and how many that others have too. */
  known = 0;
  /** A key of Log Service was seen. */
  hasTopic = false;
  private weak = 0;
  private principal = 0;
  private recipient = 0;
  private hasName = false;
  /** The type of an insight, which names an event that has no other name. */
  private insight = 0;
  /** The error message, which stands for the error where no code does. */
  private message: Taken | undefined;
  /** Members of an identity that stand on the event's own level. */
  private bare: (Taken & { readonly key: Key })[] = [];
  /** What the host of an event source says of the row, by its code. */
  private readonly hostFlags: (number | undefined)[] = [];

  constructor(private readonly dictionaries: Dictionaries) {}

  /** Starts with the next event. */
  begin(): void {
    this.known = 0;
    this.weak = 0;
    this.hasTopic = false;
    this.principal = 0;
    this.recipient = 0;
    this.hasName = false;
    this.insight = 0;
    this.message = undefined;
    if (this.bare.length > 0) this.bare = [];
  }

  /** Takes a member of the event itself. */
  take(key: Key, text: string, kind: Token, start: number, end: number, row: Row): void {
    if (isEventKey(key)) this.known++;
    else if (isWeakKey(key) && key !== Key.RecipientAccount) this.weak++;
    switch (key) {
      case Key.EventName:
        row.codes[Column.EventName] = this.code(Column.EventName, text, kind, start, end);
        this.hasName = true;
        return;
      case Key.EventTime:
        if (kind === Token.String) row.time = timeAt(text, start, end);
        return;
      case Key.ServiceName:
        row.codes[Column.ServiceName] = this.code(Column.ServiceName, text, kind, start, end);
        return;
      case Key.Region:
        row.codes[Column.Region] = this.code(Column.Region, text, kind, start, end);
        row.flags |= Flag.Marked;
        return;
      case Key.ErrorCode:
        row.codes[Column.ErrorCode] = this.code(Column.ErrorCode, text, kind, start, end);
        return;
      case Key.ErrorMessage:
        if (end > start) this.message = { text, kind, start, end };
        return;
      case Key.SourceAddress:
        row.codes[Column.SourceAddress] = this.code(Column.SourceAddress, text, kind, start, end);
        return;
      case Key.EventSource:
        row.codes[Column.EventSource] = this.code(Column.EventSource, text, kind, start, end);
        this.markHost(row.codes[Column.EventSource], row);
        return;
      case Key.EventType: {
        if (kind === Token.OpenObject) row.flags |= FOREIGN_CTYUN << Flag.ForeignShift;
        const code = this.code(Column.EventType, text, kind, start, end);
        row.codes[Column.EventType] = code;
        if ((row.flags & Flag.Marked) === 0 && EVENT_TYPES.has(this.value(Column.EventType, code))) row.flags |= Flag.Marked;
        return;
      }
      case Key.EventRW:
        row.codes[Column.EventRW] = this.code(Column.EventRW, text, kind, start, end);
        return;
      case Key.EventId:
        row.eventId = hashOf(text, kind, start, end);
        return;
      case Key.RequestId:
        row.requestId = hashOf(text, kind, start, end);
        return;
      case Key.RecipientAccount:
        this.recipient = this.code(Column.Account, text, kind, start, end);
        return;
      case Key.UserAgent:
        if ((row.flags & Flag.Marked) === 0 && kind === Token.String && hasVendorHost(text.slice(start, end)))
          row.flags |= Flag.Marked;
        return;
      case Key.AccountId:
      case Key.UserName:
      case Key.AccessKeyId:
      case Key.PrincipalId:
        if (end > start) this.bare.push({ key, text, kind, start, end });
        return;
      case Key.Topic:
      case Key.Owner:
        this.hasTopic = true;
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

  /** Takes a member of the event's `userIdentity`. */
  takeIdentity(key: Key, text: string, kind: Token, start: number, end: number, row: Row): void {
    if (key === Key.AccountId) row.codes[Column.Account] = this.code(Column.Account, text, kind, start, end);
    else if (key === Key.UserName) row.codes[Column.User] = this.code(Column.User, text, kind, start, end);
    else if (key === Key.AccessKeyId) row.codes[Column.AccessKey] = this.code(Column.AccessKey, text, kind, start, end);
    else if (key === Key.PrincipalId) this.principal = this.code(Column.User, text, kind, start, end);
    else if (key === Key.Type) {
      const code = this.code(Column.IdentityType, text, kind, start, end);
      row.codes[Column.IdentityType] = code;
      if ((row.flags & Flag.Marked) === 0 && VENDOR_IDENTITIES.has(this.value(Column.IdentityType, code)))
        row.flags |= Flag.Marked;
    }
  }

  /** Takes the type of the insight that an event tells of. */
  takeInsight(text: string, kind: Token, start: number, end: number): void {
    this.insight = this.code(Column.EventName, text, kind, start, end);
  }

  /** All members were taken: says whether they make an event. */
  finish(row: Row): void {
    if (row.codes[Column.EventName] === 0) row.codes[Column.EventName] = this.insight;
    // Columns of an identity that stand beside the event's own, as a query writes them, count where it has no identity.
    if (this.bare.length > 0 && row.codes[Column.Account] === 0 && row.codes[Column.User] === 0 && this.principal === 0)
      for (const { key, text, kind, start, end } of this.bare) {
        if (kind !== Token.String || !isNoValue(text.slice(start, end))) this.takeIdentity(key, text, kind, start, end, row);
      }
    if (row.codes[Column.Account] === 0) row.codes[Column.Account] = this.recipient;
    if (row.codes[Column.User] === 0) row.codes[Column.User] = this.principal;
    if (row.codes[Column.ErrorCode] === 0 && this.message !== undefined) {
      const { text, kind, start, end } = this.message;
      row.codes[Column.ErrorCode] = this.code(Column.ErrorCode, text, kind, start, end);
    }
    if (this.known > 0 || this.weak > 2) row.flags |= Flag.Event;
    if (this.known > 2 && this.hasName) row.flags |= Flag.Likely;
  }

  /** The code of a value in its column: a string decoded, a number or a mask as it is written, nothing for null and for objects. */
  private code(column: Column, text: string, kind: Token, start: number, end: number): number {
    const dictionary = this.dictionaries[column];
    if (dictionary === undefined) return 0;
    if (kind === Token.String) return dictionary.encodeContent(text, start, end);
    if (kind === Token.Number || kind === Token.Word) return dictionary.encode(text.slice(start, end));
    if (kind === Token.Literal && !text.startsWith('null', start)) return dictionary.encode(text.slice(start, end));
    return 0;
  }

  private value(column: Column, code: number): string {
    return this.dictionaries[column]?.decode(code) ?? '';
  }

  private markHost(code: number, row: Row): void {
    let flags = this.hostFlags[code];
    if (flags === undefined) {
      const host = this.value(Column.EventSource, code);
      flags = host === 'acs:oss' ? FOREIGN_OSS << Flag.ForeignShift : hasVendorHost(host) ? Flag.Marked : 0;
      this.hostFlags[code] = flags;
    }
    row.flags |= flags;
  }
}

/** FNV-1a over the text of an id; never 0 for a value that is there. */
function hashOf(text: string, kind: Token, start: number, end: number): number {
  if (kind === Token.OpenObject || kind === Token.OpenArray || kind === Token.Literal || end <= start) return 0;
  return hashRange(text, start, end) || 1;
}
