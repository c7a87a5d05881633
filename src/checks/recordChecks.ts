import { type JsonType } from '../knowledge/field';
import { toCasing } from '../knowledge/casing';
import { DEMANDED_FIELDS, type EventKind, eventKind, fieldsOfKind } from '../knowledge/eventKinds';
import { Char } from '../trail/scan/chars';
import { timeAt } from '../trail/scan/clock';
import { decodeLiteral } from '../trail/scan/literal';
import { type Tape, Token } from '../trail/scan/tape';
import { checkEventRules } from './eventRules';
import { type Finding, FindingCode } from './finding';
import { KeySet } from './keySet';
import { type Name, NAMES, Place, placeBelow, Slot } from './names';
import { HIDDEN, isSecret, SecretNames } from './secrets';
import { short } from './short';
import { checkString, type Report } from './stringValues';

const TYPE_OF: Readonly<Partial<Record<Token, JsonType>>> = {
  [Token.OpenObject]: 'object',
  [Token.OpenArray]: 'array',
  [Token.String]: 'string',
  [Token.Number]: 'number',
  [Token.Literal]: 'boolean',
};

/** Events of 2015 and 2016 have no region (facts 1.1). */
const REGION_SINCE = Date.UTC(2017, 0, 1);
const ALL_DEMANDED = (1 << DEMANDED_FIELDS.length) - 1;

/** The findings that follow from the names in a record and from the kinds of their values. */
const OF_NAMES: ReadonlySet<FindingCode> = new Set([
  FindingCode.DuplicateKey,
  FindingCode.FieldName,
  FindingCode.MixedCasing,
  FindingCode.MissingField,
  FindingCode.WrongType,
]);

/** What is known of an event besides its text. */
export interface EventFacts {
  /** Nothing can be missing in what is only a part of an event. */
  readonly isPartial: boolean;
  /** The documented name, where the event's differs from it in case only. */
  readonly documentedName: string | undefined;
  /** The values that are nearly known ones. */
  readonly values: readonly NearValue[];
}

/** A value of an event that is nearly a known one. */
export interface NearValue {
  readonly code: FindingCode;
  readonly slot: Slot;
  readonly field: string;
  readonly suggestion: string;
}

/** Checks the fields of events on a record's tape. One checker serves all records: its memory is of names and values, not of records. */
export class RecordChecker {
  private readonly keys = new KeySet();
  private readonly secrets = new SecretNames();
  private readonly slots = new Int32Array(Slot.Count);
  private readonly reportRule = (code: FindingCode, start: number, end: number, data: Finding['data']): void => {
    this.report(code, start, end, Object.fromEntries(Object.entries(data).map(([key, value]) => [key, short(value)])));
  };
  private readonly reportString: Report = (code, start, end, data) => {
    this.findings.push({ code, start, end, data: data() });
  };
  /** Whether the names of the last record and the kinds of its values are as they should be: whoever has the same names in the same order has no finding by them. */
  hasSoundNames = false;
  private text = '';
  private findings: Finding[] = [];
  /** The members of the event: tokens of the keys, of the values (-1 where one is missing), and what the keys are. */
  private readonly memberKeys: number[] = [];
  private readonly memberValues: number[] = [];
  private readonly memberNames: Name[] = [];
  private lowerCamel = 0;
  private pascal = 0;
  private except = -1;

  /** The findings in the event whose object opens at the token `open`; offsets are those of `text`. */
  check(text: string, tape: Tape, open: number, facts: EventFacts): Finding[] {
    this.text = text;
    this.findings = [];
    this.hasSoundNames = true;
    this.lowerCamel = this.pascal = 0;
    this.memberKeys.length = this.memberValues.length = this.memberNames.length = 0;
    this.slots.fill(-1);
    this.checkObject(tape, open, Place.Event);
    this.checkEvent(tape, open, facts);
    this.text = '';
    return this.findings;
  }

  /** The findings in an object around an event, which opens at the token `except`: what holds for any JSON. */
  checkPlain(text: string, tape: Tape, open: number, except: number): Finding[] {
    this.text = text;
    this.findings = [];
    this.hasSoundNames = true;
    this.except = except;
    this.checkObject(tape, open, Place.Open);
    this.except = -1;
    this.text = '';
    return this.findings;
  }

  private checkEvent(tape: Tape, open: number, { isPartial, documentedName, values }: EventFacts): void {
    if (this.lowerCamel > 0 && this.pascal > 0) this.reportMixed(tape);
    if (documentedName !== undefined) this.reportNameCase(tape, documentedName);
    for (const { code, slot, field, suggestion } of values) {
      const value = this.slots[slot] as number;
      if (value < 0 || tape.kind(value) !== Token.String) continue;
      const data = { field, value: short(this.valueOf(tape, value)), suggestion };
      this.report(code, tape.start(value), tape.end(value), data);
    }
    // What is damaged cannot be compared with what is not.
    if (tape.problemCount === 0) checkEventRules(this.text, tape, this.slots, this.reportRule);
    if ((this.slots[Slot.RequestParameterJson] as number) >= 0) this.hasSoundNames = false;
    if (isPartial) return;
    let present = 0;
    for (const name of this.memberNames) present |= name.demanded;
    const missing = ~present & ALL_DEMANDED;
    if (missing === 0) return;
    this.hasSoundNames = false;
    this.reportMissing(tape, open, missing);
  }

  private reportMissing(tape: Tape, open: number, missing: number): void {
    const fields = fieldsOfKind(this.kindOf(tape));
    const time = this.find('eventTime');
    const isOld = time >= 0 && timeAt(this.text, tape.start(time) + 1, tape.end(time) - 1) < REGION_SINCE;
    DEMANDED_FIELDS.forEach((field, index) => {
      if ((missing & (1 << index)) === 0 || !fields.includes(field) || (isOld && field === 'acsRegion')) return;
      const name = this.pascal > 0 && this.lowerCamel === 0 ? toCasing(field, 'Pascal') : field;
      this.report(FindingCode.MissingField, tape.start(open), tape.start(open) + 1, { field: name });
    });
  }

  private kindOf(tape: Tape): EventKind | undefined {
    const text = (value: number): string | undefined => this.valueOf(tape, value) || undefined;
    const slot = (one: Slot): string | undefined => text(this.slots[one] as number);
    return eventKind({
      eventName: slot(Slot.EventName),
      eventType: slot(Slot.EventType),
      eventCategory: slot(Slot.EventCategory),
      serviceName: slot(Slot.ServiceName),
      eventSource: text(this.find('eventSource')),
      identityType: slot(Slot.IdentityType),
      hasApiVersion: this.find('apiVersion') >= 0,
    });
  }

  private reportNameCase(tape: Tape, documented: string): void {
    const value = this.find('eventName');
    if (value < 0 || tape.kind(value) !== Token.String) return;
    this.report(FindingCode.EventNameCase, tape.start(value), tape.end(value), {
      name: short(this.valueOf(tape, value)),
      documented,
    });
  }

  /** One finding an event, at the first name of the casing that fewer names have. */
  private reportMixed(tape: Tape): void {
    const casing = this.pascal > this.lowerCamel ? 'lowerCamel' : 'Pascal';
    const index = this.memberNames.findIndex((candidate) => isOfEvent(candidate) && candidate.casing === casing);
    const name = this.memberNames[index];
    const key = this.memberKeys[index];
    if (name === undefined || key === undefined) return;
    const suggestion = toCasing(name.text, casing === 'Pascal' ? 'lowerCamel' : 'Pascal');
    this.report(FindingCode.MixedCasing, tape.start(key), tape.end(key), { name: name.text, suggestion });
  }

  /** The token of a field's value; -1 where the event does not have it. */
  private find(field: string): number {
    const index = this.memberNames.findIndex((name) => name.field?.name === field);
    return this.memberValues[index] ?? -1;
  }

  private checkObject(tape: Tape, open: number, place: Place): void {
    const { text } = this;
    const close = Math.min(tape.end(open), tape.length - 1);
    // Objects within are checked after this one: they use the same table of keys.
    const within: { readonly open: number; readonly place: Place }[] = [];
    this.keys.clear();
    for (let index = open + 1; index < close;) {
      if (tape.kind(index) !== Token.Key) {
        this.checkElement(tape, index, within);
        index = tape.next(index);
        continue;
      }
      const isQuoted = text.charCodeAt(tape.start(index)) === Char.Quote;
      const start = tape.start(index) + (isQuoted ? 1 : 0);
      const end = tape.end(index) - (isQuoted ? 1 : 0);
      if (this.keys.add(text, start, end))
        this.report(FindingCode.DuplicateKey, tape.start(index), tape.end(index), { name: short(text.slice(start, end)) });
      const value = index + 1;
      if (value >= close || tape.kind(value) === Token.Key) {
        if (place === Place.Event) this.remember(index, -1, NAMES[Place.Event].at(text, start, end));
        index = value;
        continue;
      }
      const innerPlace = place === Place.Open ? Place.Open : this.checkMember(tape, index, value, start, end, place);
      if (tape.kind(value) === Token.String && this.secrets.has(text, start, end)) this.checkSecret(tape, value, start, end);
      this.checkElement(tape, value, within, innerPlace);
      index = tape.next(value);
    }
    for (const { open: inner, place: innerPlace } of within) this.checkObject(tape, inner, innerPlace);
  }

  /** A value of any kind: escaped JSON in strings, what is in objects and arrays. */
  private checkElement(tape: Tape, value: number, within: { open: number; place: Place }[], place = Place.Open): void {
    const kind = tape.kind(value);
    if (kind === Token.String)
      checkString(this.text, tape.start(value), tape.end(value), value === this.except, this.reportString);
    else if (value === this.except) return;
    else if ((kind === Token.OpenObject || kind === Token.OpenArray) && tape.end(value) > value + 1) {
      if (kind === Token.OpenObject || hasContainerOrString(tape, value)) within.push({ open: value, place });
    }
  }

  /** The value under the name of a secret. */
  private checkSecret(tape: Tape, value: number, start: number, end: number): void {
    if (!isSecret(this.valueOf(tape, value))) return;
    const name = short(this.text.slice(start, end));
    this.report(FindingCode.Secret, tape.start(value), tape.end(value), { name, mask: HIDDEN });
  }

  /** A member whose name means the same in every event; gives the place of the object that it holds. */
  private checkMember(
    tape: Tape,
    key: number,
    value: number,
    start: number,
    end: number,
    place: Exclude<Place, Place.Open>,
  ): Place {
    const name = NAMES[place].at(this.text, start, end);
    if (place === Place.Event) this.remember(key, value, name);
    if (name.suggestion !== undefined) {
      this.report(FindingCode.FieldName, tape.start(key), tape.end(key), { name: short(name.text), suggestion: name.suggestion });
      return Place.Open;
    }
    const { field } = name;
    if (field === undefined) return Place.Open;
    if (name.slot >= 0) this.slots[name.slot] = value;
    const kind = tape.kind(value);
    const isNull = kind === Token.Literal && this.text.startsWith('null', tape.start(value));
    const type = kind === Token.Word ? undefined : TYPE_OF[kind];
    if (!isNull && type !== undefined && name.types?.has(type) === false && !isEmptyList(tape, value, name.types)) {
      this.report(
        FindingCode.WrongType,
        tape.start(value),
        kind === Token.OpenObject || kind === Token.OpenArray ? tape.start(value) + 1 : tape.end(value),
        {
          field: name.text,
          expected: field.types.join(', '),
          actual: type,
        },
      );
    } else if (kind === Token.String && name.check !== undefined) {
      const text = this.valueOf(tape, value);
      const verdict = name.check(text);
      if (verdict !== undefined) {
        const { code, suggestion } = verdict;
        const data = { field: name.text, value: short(text), ...(suggestion !== undefined && { suggestion }) };
        this.report(code, tape.start(value), tape.end(value), data);
      }
    }
    return placeBelow(place, field.name);
  }

  private remember(key: number, value: number, name: Name): void {
    this.memberKeys.push(key);
    this.memberValues.push(value);
    this.memberNames.push(name);
    if (!isOfEvent(name)) return;
    if (name.casing === 'lowerCamel') this.lowerCamel++;
    else if (name.casing === 'Pascal') this.pascal++;
  }

  private valueOf(tape: Tape, value: number): string {
    return value < 0 || tape.kind(value) !== Token.String ? '' : decodeLiteral(this.text, tape.start(value), tape.end(value));
  }

  private report(code: FindingCode, start: number, end: number, data: Finding['data']): void {
    if (OF_NAMES.has(code)) this.hasSoundNames = false;
    this.findings.push({ code, start, end, data });
  }
}

/** Only the event's own fields show its casing: what collectors add has one of its own. */
function isOfEvent(name: Name): boolean {
  return name.field?.scope === 'event';
}

/** Some services write an empty list where there is no object. */
function isEmptyList(tape: Tape, value: number, types: ReadonlySet<JsonType>): boolean {
  return tape.kind(value) === Token.OpenArray && tape.end(value) === value + 1 && types.has('object');
}

function hasContainerOrString(tape: Tape, open: number): boolean {
  for (let index = open + 1; index < tape.end(open); index++) {
    const kind = tape.kind(index);
    if (kind === Token.OpenObject || kind === Token.OpenArray || kind === Token.String) return true;
  }
  return false;
}
