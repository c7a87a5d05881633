import { type ByteWindow } from './byteWindow';
import { Char } from './chars';
import { flattenedPath } from '../../knowledge/columnNames';
import { Key, keyAt } from './keys';
import { MAX_LEAD, MAX_LEADS, MAX_LEAD_DEPTH, MAX_LEAD_UNITS } from '../limits';
import { type Tape, Token } from './tape';

/** What the members of an object are to its event. */
export const enum Role {
  Other,
  Event,
  Identity,
}

/** What stands behind a lead. */
export const enum Behind {
  /** The content of a string. */
  String,
  /** A number, `true`, `false` or `null`. */
  Scalar,
  /** Nothing: the record ends with the lead. */
  End,
}

/** A member that opens in a lead: an object or an array under a key of the event. */
export interface Opened {
  readonly key: Key;
  readonly kind: Token;
  readonly isIdentity: boolean;
}

/** An object or array in which values lie, told by the keys on the way to it. */
export class Holder {
  /** The leads that were seen behind a value in this holder, by their text. */
  readonly leads = new Map<string, Lead>();
  /** The objects and arrays in this one that were seen, by bracket and key. */
  readonly inner = new Map<string, Holder>();

  constructor(
    readonly parent: Holder | undefined,
    readonly isObject: boolean,
    /** The key of this holder as it is written; empty in an array. */
    readonly name: string,
    readonly role: Role,
    readonly depth: number,
  ) {}
}

/** What stands between two scalars of a record: brackets, commas, keys, white space, and the quote that opens the second one if it is a string. */
export class Lead {
  /** Those that were seen behind this one, those of late first. */
  readonly followers: Lead[] = [];
  /** How many bytes the text has in UTF-8, and how many more that are than UTF-16 units. */
  readonly length: number;
  readonly surplus: number;
  private readonly bytes: Uint8Array;
  /** The bytes in eights, as numbers: those of a text are never NaN, so that equal numbers are equal bytes. The last eight overlap those before. */
  private readonly eights: Float64Array;
  /** Whether that value is a member of the event's identity. */
  readonly isIdentity: boolean;

  constructor(
    readonly number: number,
    readonly text: string,
    readonly behind: Behind,
    /** What the value behind this lead lies in. */
    readonly holder: Holder,
    /** The key of that value as it is written, and which of the event's own it is. */
    readonly name: string,
    readonly key: Key,
    readonly opened: readonly Opened[],
  ) {
    this.bytes = new TextEncoder().encode(text);
    this.length = this.bytes.length;
    this.surplus = this.length - text.length;
    const view = new DataView(this.bytes.buffer);
    const count = this.length < 8 ? 0 : Math.ceil(this.length / 8);
    this.eights = Float64Array.from({ length: count }, (_, eight) => view.getFloat64(Math.min(eight * 8, this.length - 8), true));
    this.isIdentity = holder.role === Role.Identity;
  }

  /** Whether the lead stands at a place of a window, as far as the window reaches. */
  standsAt({ bytes, view }: ByteWindow, at: number): boolean {
    const { length, eights } = this;
    const last = eights.length - 1;
    if (last < 0) {
      for (let index = 0; index < length; index++) if (bytes[at + index] !== this.bytes[index]) return false;
      return true;
    }
    for (let eight = 0; eight < last; eight++) if (view.getFloat64(at + eight * 8, true) !== eights[eight]) return false;
    return view.getFloat64(at + length - 8, true) === eights[last];
  }

  /** Adds a lead that was found behind this one, or puts it first. */
  follow(lead: Lead): void {
    const { followers } = this;
    const at = followers.indexOf(lead);
    if (at > 0) followers.splice(at, 1);
    if (at !== 0) followers.unshift(lead);
    if (followers.length > MAX_FOLLOWERS) followers.pop();
  }
}

/** Followers of a lead that are compared with the text before it is looked up. */
const MAX_FOLLOWERS = 4;
/** Most leads open nothing: they share this. */
const NONE_OPENED: readonly Opened[] = [];

/**
 * The leads of a log's records. Logs repeat themselves: what stood between two values of one record stands there in the next one, and comparing a stretch
 * of text costs a fraction of reading it. A way along these leads is always one through a sound object: each of them was seen in one, in the same holder.
 */
export class Leads {
  /** Stands before the first lead of a record. */
  readonly start = new Lead(0, '', Behind.Scalar, new Holder(undefined, false, '', Role.Other, 0), '', Key.None, []);
  private count = 1;
  private units = 0;
  private holders = 0;

  /** `isEscaped`: the records stand in strings. */
  constructor(readonly isEscaped = false) {}

  /** Learns the leads of a record without mistakes, whose tokens are on the tape. Some are not learned: those that have to be read in another way. */
  learn(text: string, tape: Tape): void {
    if (this.count >= MAX_LEADS) return;
    let lead = this.start;
    let { holder } = lead;
    let from = tape.start(0);
    let outer = holder;
    let name = '';
    let key = Key.None;
    const opened: Opened[] = [];
    for (let index = 0; index < tape.length; index++) {
      const kind = tape.kind(index);
      const start = tape.start(index);
      if (kind === Token.Key) {
        name = text.slice(start + 1, tape.end(index) - 1);
        key = holder.role === Role.Other ? Key.None : keyAt(text, start + 1, tape.end(index) - 1);
        if (isReadOtherwise(holder.role, name, key, tape.kind(index + 1))) return;
        continue;
      }
      const member = holder.isObject ? name : '';
      if (kind === Token.OpenObject || kind === Token.OpenArray) {
        if (key !== Key.None) opened.push({ key, kind, isIdentity: holder.role === Role.Identity });
        const within = this.enter(holder, kind, member, roleOf(holder, key, kind));
        if (within === undefined) return;
        holder = within;
        key = Key.None;
        continue;
      }
      if (kind === Token.CloseObject || kind === Token.CloseArray) {
        holder = holder.parent ?? holder;
        if (index < tape.length - 1) continue;
      }
      const isEnd = index === tape.length - 1;
      const behind = isEnd ? Behind.End : kind === Token.String ? Behind.String : Behind.Scalar;
      const written = text.slice(from, isEnd ? start + 1 : behind === Behind.String ? start + 1 : start);
      const next = this.lead(outer, written, () => [behind, holder, isEnd ? '' : member, key, opened]);
      if (next === undefined) return;
      lead.follow(next);
      lead = next;
      outer = holder;
      from = tape.end(index);
      key = Key.None;
      opened.length = 0;
    }
  }

  private enter(outer: Holder, kind: Token, name: string, role: Role): Holder | undefined {
    const isObject = kind === Token.OpenObject;
    const id = (isObject ? '{' : '[') + name;
    const known = outer.inner.get(id);
    if (known !== undefined) return known;
    if (outer.depth >= MAX_LEAD_DEPTH || name.length > MAX_LEAD || this.holders++ >= MAX_LEADS) return undefined;
    const holder = new Holder(outer, isObject, copyOf(name), role, outer.depth + 1);
    outer.inner.set(copyOf(id), holder);
    return holder;
  }

  private lead(
    outer: Holder,
    written: string,
    describe: () => [Behind, Holder, string, Key, readonly Opened[]],
  ): Lead | undefined {
    const text = this.isEscaped ? JSON.stringify(written).slice(1, -1) : written;
    const known = outer.leads.get(text);
    if (known !== undefined) return known;
    this.units += text.length;
    if (text.length > MAX_LEAD || this.count >= MAX_LEADS || this.units > MAX_LEAD_UNITS) return undefined;
    const [behind, holder, name, key, opened] = describe();
    // A slice would keep the whole log in memory: take copies.
    const lead = new Lead(
      this.count++,
      copyOf(text),
      behind,
      holder,
      copyOf(name),
      key,
      opened.length === 0 ? NONE_OPENED : [...opened],
    );
    outer.leads.set(lead.text, lead);
    return lead;
  }
}

function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}

/** The role of an object under a key. */
function roleOf(holder: Holder, key: Key, kind: Token): Role {
  if (holder.depth === 0) return Role.Event;
  return holder.role === Role.Event && key === Key.UserIdentity && kind === Token.OpenObject ? Role.Identity : Role.Other;
}

/** Whether a member needs more than its own value to be read: a flattened event, an event in an object, an identity in a string, what an insight is of. */
function isReadOtherwise(role: Role, name: string, key: Key, kind: Token): boolean {
  if (role !== Role.Event) return false;
  if (key === Key.None) return flattenedPath(name) !== undefined;
  if (key === Key.UserIdentity) return kind === Token.String;
  if (key === Key.InsightDetails) return true;
  return (key === Key.Event || key === Key.Detail || key === Key.Data) && (kind === Token.OpenObject || kind === Token.OpenArray);
}

/** Whether a unit starts a number or a literal. */
export function startsScalar(unit: number): boolean {
  return (unit >= Char.Zero && unit <= Char.Nine) || unit === Char.Minus || unit === 0x74 || unit === 0x66 || unit === 0x6e;
}
