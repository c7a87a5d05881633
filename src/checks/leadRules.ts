import { type Holder, type Lead } from '../trail/scan/leads';
import { type JsonType } from '../knowledge/field';
import { NAMES, Place, placeBelow, Slot } from './names';
import { SecretNames } from './secrets';
import { type Verdict } from './values';

/** What is to be checked in the values behind a lead. */
export interface LeadRule {
  /** The types that a value may have; undefined where any will do. */
  readonly types: ReadonlySet<JsonType> | undefined;
  readonly check: ((text: string) => Verdict | undefined) | undefined;
  /** What is checked is a time. */
  readonly isTime: boolean;
  /** The value is one that nobody else may read. */
  readonly isSecret: boolean;
  /** Which of the members that the rules of an event compare this is; -1 where it is none of them. */
  readonly slot: Slot | -1;
  readonly inResponse: InResponse;
}

/** What of a response is compared with its event. */
export const enum InResponse {
  None,
  RequestId,
  Success,
}

const secrets = new SecretNames();

/** The rules for the values behind leads, each made once. `top` is what the outermost object of these records is. */
export class LeadRules {
  private readonly rules: (LeadRule | undefined)[] = [];
  private readonly places = new Map<Holder, Place>();

  constructor(private readonly top: Place) {}

  of(lead: Lead): LeadRule {
    return (this.rules[lead.number] ??= this.make(lead));
  }

  private make({ holder, name: text }: Lead): LeadRule {
    const place = this.placeOf(holder);
    const name = place === Place.Open || !holder.isObject ? undefined : NAMES[place].at(text, 0, text.length);
    const isKnown = name?.field !== undefined && name.suggestion === undefined;
    return {
      types: isKnown ? name.types : undefined,
      check: isKnown ? name.check : undefined,
      isTime: isKnown && name.field.kind === 'time',
      isSecret: holder.isObject && secrets.has(text, 0, text.length),
      slot: isKnown ? name.slot : -1,
      inResponse: this.isResponse(holder) ? inResponse(text) : InResponse.None,
    };
  }

  private placeOf(holder: Holder): Place {
    let place = this.places.get(holder);
    if (place === undefined) this.places.set(holder, (place = this.findPlace(holder)));
    return place;
  }

  private findPlace({ parent, isObject, name, depth }: Holder): Place {
    if (depth === 1) return this.top;
    if (parent === undefined || !isObject || !parent.isObject) return Place.Open;
    const outer = this.placeOf(parent);
    if (outer === Place.Open) return Place.Open;
    const { field, suggestion } = NAMES[outer].at(name, 0, name.length);
    return field === undefined || suggestion !== undefined ? Place.Open : placeBelow(outer, field.name);
  }

  /** Whether an object is the event's response. */
  private isResponse({ parent, isObject, name, depth }: Holder): boolean {
    return (
      isObject &&
      depth === 2 &&
      parent?.isObject === true &&
      this.top === Place.Event &&
      NAMES[Place.Event].at(name, 0, name.length).slot === Slot.ResponseElements
    );
  }
}

function inResponse(name: string): InResponse {
  if (/^[rR]equestId$/.test(name)) return InResponse.RequestId;
  return /^[sS]uccess$/.test(name) ? InResponse.Success : InResponse.None;
}
