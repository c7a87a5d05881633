import { saysNoFailure } from '../../knowledge/placeholders';
import { Dictionary } from './dictionary';

/** The columns that are kept of every event as codes of a dictionary. */
export const enum Column {
  EventName,
  Account,
  ServiceName,
  Region,
  /** The error of an event: its code, or its message where the code is none. Empty where the event did not fail. */
  ErrorCode,
  SourceAddress,
  User,
  AccessKey,
  EventSource,
  EventType,
  EventRW,
  IdentityType,
  Count,
}

/** What is known of a row besides its columns. */
export const enum Flag {
  /** The row is an event; without it, it is text that was skipped. */
  Event = 1,
  /** It has problems of syntax. */
  Damaged = 2,
  /** The text ends inside it. */
  Truncated = 4,
  /** It lies inside a string. */
  Escaped = 8,
  /** Its opening brace is missing: pasted members. */
  Fragment = 16,
  /** It holds a safe mark of ActionTrail (facts 1.7). */
  Marked = 32,
  /** It lies in an object of Log Service. */
  Sls = 64,
  /** It lies in a member of GetAccessKeyLastUsedEvents. */
  LastUsed = 128,
  /** It lies in a CloudEvents object. */
  EventBridge = 256,
  /** It stands on more than one line. */
  MultiLine = 512,
  /** Nothing but spaces stands between it and the record before, no line end. */
  SameLine = 1024,
  /** It names enough of the fields of an event to be one although no safe mark is there. */
  Likely = 2048,
  /** It was not closed: it ends where the next record starts. */
  BrokenOff = 4096,
  /** Bits from here on: which other product's record it looks like. */
  ForeignShift = 13,
}

/** One row while it is being read; the scanner uses the same one for all. */
export class Row {
  flags = 0;
  readonly codes = new Uint32Array(Column.Count);
  /** The event's time in ms since 1970 UTC; NaN where there is none that can be read. */
  time = NaN;
  /** Hashes of eventId and requestId, 0 where there is none: equal ids have equal hashes. */
  eventId = 0;
  requestId = 0;

  clear(): void {
    this.flags = 0;
    this.codes.fill(0);
    this.time = NaN;
    this.eventId = 0;
    this.requestId = 0;
  }
}

/** The dictionaries of a trail's columns. */
export type Dictionaries = readonly Dictionary[];

/** `toText` gives the text that a stretch of the log stands for, where that is not text as it is. */
export function createDictionaries(toText?: (written: string) => string): Dictionaries {
  return Array.from(
    { length: Column.Count },
    (_, column) => new Dictionary(toText, (column as Column) === Column.ErrorCode ? saysNoFailure : undefined),
  );
}
