import { inspectLiteral, mayHoldJson } from '../escapes';
import { type JsonType } from '../knowledge/field';
import { eventFields } from '../knowledge/fields';
import { toCasing } from '../knowledge/casing';
import { Char } from '../trail/chars';
import { timeAt } from '../trail/clock';
import { decodeLiteral } from '../trail/literal';
import { type Tape, Token } from '../trail/tape';
import { type Finding, FindingCode } from './finding';
import { KeySet } from './keySet';
import { type Name, Names, Place } from './names';
import { checkValue } from './values';

const NAMES = {
  [Place.Event]: new Names(Place.Event),
  [Place.Identity]: new Names(Place.Identity),
  [Place.SessionContext]: new Names(Place.SessionContext),
  [Place.Attributes]: new Names(Place.Attributes),
};

const TYPE_OF: Readonly<Partial<Record<Token, JsonType>>> = {
  [Token.OpenObject]: 'object',
  [Token.OpenArray]: 'array',
  [Token.String]: 'string',
  [Token.Number]: 'number',
  [Token.Literal]: 'boolean',
};

/** Events of 2015 and 2016 have no region (facts 1.1). */
const REGION_SINCE = Date.UTC(2017, 0, 1);
/** What an insight event has of the fields that others must have (facts 1.6). */
const INSIGHT_FIELDS = new Set(['eventId', 'eventName', 'eventTime', 'eventType', 'eventVersion']);
const SHORT = 200;

let required: readonly string[] | undefined;

/** How the event that is checked lies in its record. */
export interface EventPlace {
  /** Nothing can be missing in what is only a part of an event. */
  readonly isPartial: boolean;
}

/** The documented name of an event whose name differs from it in case only; undefined where it does not, or is not known. */
export type CaseOf = (eventName: string, serviceName: string, eventSource: string) => string | undefined;

/** Checks the fields of events on a record's tape. One checker serves all records: its memory is of names and values, not of records. */
export class RecordChecker {
  private readonly keys = new KeySet();
  private text = '';
  private findings: Finding[] = [];
  private lowerCamel = -1;
  private pascal = -1;
  private except = -1;

  constructor(private readonly caseOf: CaseOf) {}

  /** The findings in the event whose object opens at the token `open`; offsets are those of `text`. */
  check(text: string, tape: Tape, open: number, place: EventPlace): Finding[] {
    this.text = text;
    this.findings = [];
    this.lowerCamel = this.pascal = -1;
    this.checkObject(tape, open, Place.Event);
    this.checkEvent(tape, open, place);
    this.text = '';
    return this.findings;
  }

  /** The findings in an object around an event, which opens at the token `except`: what holds for any JSON. */
  checkPlain(text: string, tape: Tape, open: number, except: number): Finding[] {
    this.text = text;
    this.findings = [];
    this.except = except;
    this.checkObject(tape, open, Place.Open);
    this.except = -1;
    this.text = '';
    return this.findings;
  }

  private checkEvent(tape: Tape, open: number, { isPartial }: EventPlace): void {
    const names = NAMES[Place.Event];
    const present = new Map<string, number | undefined>();
    const misspelt = new Set<string>();
    for (const { value, name } of members(this.text, tape, open, names)) {
      if (name.field !== undefined) present.set(name.field.name, value);
      else if (name.suggestion !== undefined) misspelt.add(toCasing(name.suggestion, 'lowerCamel'));
    }
    if (this.lowerCamel >= 0 && this.pascal >= 0) this.reportMixed(tape, open);
    this.checkNameCase(tape, present);
    if (!isPartial) this.checkMissing(tape, open, present, misspelt);
  }

  private checkMissing(
    tape: Tape,
    open: number,
    present: ReadonlyMap<string, number | undefined>,
    misspelt: ReadonlySet<string>,
  ): void {
    required ??= eventFields()
      .filter((field) => field.required)
      .map((field) => field.name);
    const isInsight = this.valueOf(tape, present.get('eventType')) === 'ActionTrailInsight';
    const time = present.get('eventTime');
    for (const field of required) {
      if (present.has(field) || misspelt.has(field) || (isInsight && !INSIGHT_FIELDS.has(field))) continue;
      if (
        field === 'acsRegion' &&
        time !== undefined &&
        timeAt(this.text, tape.start(time) + 1, tape.end(time) - 1) < REGION_SINCE
      )
        continue;
      const name = this.pascal >= 0 && this.lowerCamel < 0 ? toCasing(field, 'Pascal') : field;
      this.report(FindingCode.MissingField, tape.start(open), tape.start(open) + 1, { field: name });
    }
  }

  private checkNameCase(tape: Tape, present: ReadonlyMap<string, number | undefined>): void {
    const value = present.get('eventName');
    if (value === undefined || tape.kind(value) !== Token.String) return;
    const name = this.valueOf(tape, value);
    const documented = this.caseOf(
      name,
      this.valueOf(tape, present.get('serviceName')),
      this.valueOf(tape, present.get('eventSource')),
    );
    if (documented !== undefined)
      this.report(FindingCode.EventNameCase, tape.start(value), tape.end(value), { name: short(name), documented });
  }

  /** One finding an event, at the first name of the casing that fewer names have. */
  private reportMixed(tape: Tape, open: number): void {
    const counts = { lowerCamel: 0, Pascal: 0, neither: 0 };
    const first: Partial<Record<'lowerCamel' | 'Pascal' | 'neither', { index: number; name: Name }>> = {};
    for (const { key, name } of members(this.text, tape, open, NAMES[Place.Event])) {
      if (!isOfEvent(name)) continue;
      counts[name.casing]++;
      first[name.casing] ??= { index: key, name };
    }
    const odd = first[counts.Pascal > counts.lowerCamel ? 'lowerCamel' : 'Pascal'];
    if (odd === undefined) return;
    this.report(FindingCode.MixedCasing, tape.start(odd.index), tape.end(odd.index), {
      name: odd.name.text,
      suggestion: toCasing(odd.name.text, odd.name.casing === 'Pascal' ? 'lowerCamel' : 'Pascal'),
    });
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
        index = value;
        continue;
      }
      const innerPlace = place === Place.Open ? Place.Open : this.checkMember(tape, index, value, start, end, place);
      this.checkElement(tape, value, within, innerPlace);
      index = tape.next(value);
    }
    for (const { open: inner, place: innerPlace } of within) this.checkObject(tape, inner, innerPlace);
  }

  /** A value of any kind: escaped JSON in strings, what is in objects and arrays. */
  private checkElement(tape: Tape, value: number, within: { open: number; place: Place }[], place = Place.Open): void {
    const kind = tape.kind(value);
    if (kind === Token.String) this.checkString(tape, value);
    else if (value === this.except) return;
    else if ((kind === Token.OpenObject || kind === Token.OpenArray) && tape.end(value) > value + 1) {
      if (kind === Token.OpenObject || hasContainerOrString(tape, value)) within.push({ open: value, place });
    }
  }

  private checkString(tape: Tape, value: number): void {
    const start = tape.start(value);
    const first = this.text.charCodeAt(start + 1);
    if (first !== Char.OpenBrace && first !== Char.OpenBracket && first !== Char.Backslash && first !== Char.Space) return;
    const literal = this.text.slice(start, tape.end(value));
    if (!mayHoldJson(literal)) return;
    const inspection = inspectLiteral(literal);
    if (inspection.kind === 'escaped')
      this.report(FindingCode.EscapedJson, start, tape.end(value), { levels: String(inspection.levels) });
    else if (inspection.kind === 'over-escaped')
      this.report(FindingCode.OverEscapedJson, start, tape.end(value), { levels: String(inspection.levels) });
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
    if (place === Place.Event && isOfEvent(name)) {
      if (name.casing === 'lowerCamel') this.lowerCamel = key;
      else if (name.casing === 'Pascal') this.pascal = key;
    }
    if (name.suggestion !== undefined) {
      this.report(FindingCode.FieldName, tape.start(key), tape.end(key), { name: short(name.text), suggestion: name.suggestion });
      return Place.Open;
    }
    const { field } = name;
    if (field === undefined) return Place.Open;
    const kind = tape.kind(value);
    const isNull = kind === Token.Literal && this.text.startsWith('null', tape.start(value));
    const type = kind === Token.Word ? undefined : TYPE_OF[kind];
    if (!isNull && type !== undefined && name.types?.has(type) === false) {
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
    } else if (kind === Token.String && field.kind !== undefined) {
      const text = this.valueOf(tape, value);
      const code = checkValue(field.kind, text);
      if (code !== undefined) this.report(code, tape.start(value), tape.end(value), { field: name.text, value: short(text) });
    }
    return placeBelow(place, field.name);
  }

  private valueOf(tape: Tape, value: number | undefined): string {
    return value === undefined || tape.kind(value) !== Token.String
      ? ''
      : decodeLiteral(this.text, tape.start(value), tape.end(value));
  }

  private report(code: FindingCode, start: number, end: number, data: Finding['data']): void {
    this.findings.push({ code, start, end, data });
  }
}

function placeBelow(place: Place, field: string): Place {
  if (place === Place.Event && field === 'userIdentity') return Place.Identity;
  if (place === Place.Identity && field === 'sessionContext') return Place.SessionContext;
  if (place === Place.SessionContext && field === 'attributes') return Place.Attributes;
  return Place.Open;
}

/** Only the event's own fields show its casing: what collectors add has one of its own. */
function isOfEvent(name: Name): boolean {
  return name.field?.scope === 'event';
}

function hasContainerOrString(tape: Tape, open: number): boolean {
  for (let index = open + 1; index < tape.end(open); index++) {
    const kind = tape.kind(index);
    if (kind === Token.OpenObject || kind === Token.OpenArray || kind === Token.String) return true;
  }
  return false;
}

/** The members of an object; a key whose value is missing has none. */
function* members(
  text: string,
  tape: Tape,
  open: number,
  names: Names,
): Generator<{ key: number; value: number | undefined; name: Name }> {
  const close = Math.min(tape.end(open), tape.length - 1);
  for (let index = open + 1; index < close;) {
    const value = index + 1;
    if (tape.kind(index) !== Token.Key) {
      index = tape.next(index);
      continue;
    }
    const hasValue = value < close && tape.kind(value) !== Token.Key;
    const isQuoted = text.charCodeAt(tape.start(index)) === Char.Quote;
    yield {
      key: index,
      value: hasValue ? value : undefined,
      name: names.at(text, tape.start(index) + (isQuoted ? 1 : 0), tape.end(index) - (isQuoted ? 1 : 0)),
    };
    index = hasValue ? tape.next(value) : value;
  }
}

/** A text from the log as it goes into a message: messages are read, not scrolled. */
function short(text: string): string {
  return text.length <= SHORT ? text : `${text.slice(0, SHORT)}…`;
}
