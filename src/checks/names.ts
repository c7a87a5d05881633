import { type Casing, casingOf, toCasing } from '../knowledge/casing';
import { type Field, type JsonType } from '../knowledge/field';
import { DEMANDED_FIELDS } from '../knowledge/eventKinds';
import { fieldAt } from '../knowledge/fields';
import { nearMiss } from '../knowledge/nearMiss';
import { MAX_REMEMBERED } from './limits';
import { ruleOf, type Verdict } from './values';

/** The objects of an event whose members are the same in every event. */
export const enum Place {
  Event,
  Identity,
  SessionContext,
  Attributes,
  /** Objects whose members each service chooses. */
  Open,
}

const PATHS: Readonly<Record<Exclude<Place, Place.Open>, readonly string[]>> = {
  [Place.Event]: [],
  [Place.Identity]: ['userIdentity'],
  [Place.SessionContext]: ['userIdentity', 'sessionContext'],
  [Place.Attributes]: ['userIdentity', 'sessionContext', 'attributes'],
};

/** What is known of a key at a place. */
export interface Name {
  readonly text: string;
  readonly field: Field | undefined;
  readonly types: ReadonlySet<JsonType> | undefined;
  readonly casing: Casing;
  /** The field's name in the casing of this key, where this key nearly is it. */
  readonly suggestion: string | undefined;
  /** The bit of the field that this key is, or nearly is, among those that events of some kind must have; 0 where it is none of them. */
  readonly demanded: number;
  /** What decides upon the field's values; undefined where any value will do. */
  readonly check: ((text: string) => Verdict | undefined) | undefined;
  /** Which of the members that the rules of an event compare this key is; -1 where it is none of them. */
  readonly slot: number;
}

/** The members that the rules of an event compare. */
export const enum Slot {
  EventName,
  EventType,
  EventRW,
  EventCategory,
  ServiceName,
  RequestId,
  RequestParameters,
  RequestParameterJson,
  ResponseElements,
  ErrorCode,
  ErrorMessage,
  IdentityType,
  Count,
}

const SLOTS_OF: Readonly<Partial<Record<Place, ReadonlyMap<string, Slot>>>> = {
  [Place.Event]: new Map([
    ['eventName', Slot.EventName],
    ['eventType', Slot.EventType],
    ['eventRW', Slot.EventRW],
    ['eventCategory', Slot.EventCategory],
    ['serviceName', Slot.ServiceName],
    ['requestId', Slot.RequestId],
    ['requestParameters', Slot.RequestParameters],
    ['requestParameterJson', Slot.RequestParameterJson],
    ['responseElements', Slot.ResponseElements],
    ['errorCode', Slot.ErrorCode],
    ['errorMessage', Slot.ErrorMessage],
  ]),
  [Place.Identity]: new Map([['type', Slot.IdentityType]]),
};

const SLOTS = 1 << 12;

/** The names of keys, each looked up once: the keys of a log repeat in every event. */
export class Names {
  private readonly slots: Name[][] = Array.from({ length: SLOTS }, () => []);
  private count = 0;

  constructor(private readonly place: Exclude<Place, Place.Open>) {}

  /** The name between two offsets (quotes not included). */
  at(text: string, start: number, end: number): Name {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    const slot = this.slots[(hash ^ (hash >>> 12)) & (SLOTS - 1)] as Name[];
    for (const name of slot) if (name.text.length === end - start && text.startsWith(name.text, start)) return name;
    const name = this.describe(` ${text.slice(start, end)}`.slice(1));
    if (this.count++ < MAX_REMEMBERED) slot.push(name);
    return name;
  }

  private describe(text: string): Name {
    const path = PATHS[this.place];
    const field = fieldAt([...path, text]);
    const known = field?.path.length === path.length + 1 ? field : undefined;
    const suggestion = known === undefined ? nearMiss(text, { path }) : undefined;
    const meant = known?.name ?? (suggestion === undefined ? '' : toCasing(suggestion, 'lowerCamel'));
    return {
      text,
      field: known,
      types: known === undefined ? undefined : new Set(known.types),
      casing: casingOf(text),
      suggestion,
      demanded: this.place === Place.Event ? bitOf(meant) : 0,
      check: known === undefined ? undefined : ruleOf(known),
      slot: SLOTS_OF[this.place]?.get(known?.name ?? '') ?? -1,
    };
  }
}

function bitOf(field: string): number {
  const index = DEMANDED_FIELDS.indexOf(field);
  return index < 0 ? 0 : 1 << index;
}

/** The names of each place. */
export const NAMES = {
  [Place.Event]: new Names(Place.Event),
  [Place.Identity]: new Names(Place.Identity),
  [Place.SessionContext]: new Names(Place.SessionContext),
  [Place.Attributes]: new Names(Place.Attributes),
};

/** The place of the object that a field of this name holds. */
export function placeBelow(place: Place, field: string): Place {
  if (place === Place.Event && field === 'userIdentity') return Place.Identity;
  if (place === Place.Identity && field === 'sessionContext') return Place.SessionContext;
  if (place === Place.SessionContext && field === 'attributes') return Place.Attributes;
  return Place.Open;
}
