import { type Node } from 'jsonc-parser';
import { type Catalogue } from '../../knowledge/catalogue';
import { flattenedPath } from '../../knowledge/columnNames';
import { type Field } from '../../knowledge/field';
import { fieldAt } from '../../knowledge/fields';
import { parameterAt } from '../../knowledge/parameters';
import { parseRecord } from '../../event/tree';
import { type Explanation, type Line } from './content';
import { type Language } from '../../knowledge/bilingual';
import { decodedOffset, type Held, heldBy } from '../../event/held';
import { noteOf, shown } from './escaped';
import { explainEvent, type Tally } from './eventName';
import { explainField } from './fieldKey';
import { type Path, type Place, placeAt } from '../../event/place';
import { eventAround, isEvent } from '../../event/nodes';
import { explainReferenced, explainResourceType } from './resource';
import { summarize } from './summary';
import { explainUndecodable } from './undecodable';
import { explainValue } from './value';

/** What explanations need besides the record. */
export interface Surroundings {
  readonly catalogue: Catalogue;
  /** How often names stand in the log; undefined where that is not known. */
  readonly tally: Tally | undefined;
  /** The present, in ms since 1970. */
  readonly now: number;
}

/** What a hover says about a place of a record. */
export interface Answer {
  /** UTF-16 offsets in the record's text. */
  readonly start: number;
  readonly end: number;
  readonly explanations: readonly Explanation[];
  /** What a string holds that is escaped JSON. */
  readonly decoded?: Decoded;
}

/** A string that holds JSON, for a hover. */
export interface Decoded {
  /** How it is escaped. */
  readonly note: (language: Language) => Line;
  /** Its beginning, laid out; absent where a summary says it better. */
  readonly json?: string;
  /** Where the literal starts that an unescape would replace. */
  readonly offset: number;
  /** Whether what it holds is what the reader looks at, or the field in it under the cursor. */
  readonly isSubject: boolean;
}

/** What is to be said about the key or value at an offset of a record; undefined where nothing is. `root` is the record's tree. */
export function explainAt(text: string, root: Node, offset: number, surroundings: Surroundings): Answer | undefined {
  const place = placeAt(root, offset);
  if (place === undefined) return undefined;
  const { node } = place;
  const start = node.offset;
  const end = start + node.length;
  const literal = !place.isKey && node.type === 'string' ? text.slice(start, end) : undefined;
  const held = literal === undefined ? undefined : heldBy(literal);
  if (held !== undefined) return explainInside(place, held, offset, surroundings);
  const explanations = [
    literal === undefined ? undefined : explainUndecodable(literal),
    explainPlace(place, place.path, eventAround(node), surroundings),
  ].filter((explanation) => explanation !== undefined);
  return explanations.length === 0 ? undefined : { start, end, explanations };
}

/** A string that holds JSON: the field under the cursor inside it where there is one, and what it holds. */
function explainInside(outer: Place, held: Held, offset: number, surroundings: Surroundings): Answer {
  const { node, path } = outer;
  const { expanded } = held;
  const root = parseRecord(expanded.text);
  const place = root && placeAt(root, decodedOffset(expanded, offset - node.offset));
  const event = place === undefined ? root : eventAround(place.node);
  const holdsEvent = isEvent(event);
  const around = holdsEvent && event !== undefined ? event : eventAround(node);
  const inner = place && explainPlace(place, [...path, ...place.path], around, surroundings);
  const { json, cut } = shown(expanded);
  const note = (language: Language): Line => noteOf(held, cut, language);
  const start = inner && place ? node.offset + expanded.toSource(place.node.offset) : node.offset;
  const end = inner && place ? node.offset + expanded.toSource(place.node.offset + place.node.length) : node.offset + node.length;
  if (holdsEvent) {
    const isName = inner !== undefined && place?.isKey === false && fieldOf(place.path)?.kind === 'event-name';
    const summary = summarize(around, surroundings.catalogue, !isName);
    const decoded = { note, offset: node.offset, isSubject: false, ...(inner === undefined ? { json } : {}) };
    return { start, end, explanations: inner === undefined ? [summary] : [inner, summary], decoded };
  }
  const isInField = inner !== undefined && place?.path.some((segment) => typeof segment === 'string') === true;
  const field = inner ?? explainPlace(outer, path, around, surroundings);
  const decoded = { note, offset: node.offset, isSubject: !isInField, json };
  return { start, end, explanations: field === undefined ? [] : [field], decoded };
}

/** One key or value. `path` is that from the outermost record; the place's own may be one inside a string. */
function explainPlace(place: Place, path: Path, event: Node, surroundings: Surroundings): Explanation | undefined {
  return place.isKey ? explainKey(path) : explainScalar(place.node, path, event, surroundings);
}

function explainKey(path: Path): Explanation | undefined {
  const name = String(path.at(-1) ?? '');
  const field = fieldOf(path) ?? parameterAt(path, true);
  if (field === undefined) return undefined;
  return (
    (field.kind === 'resource-type' && field.name === '*' ? explainResourceType(name) : undefined) ?? explainField(field, name)
  );
}

function explainScalar(node: Node, path: Path, event: Node, surroundings: Surroundings): Explanation | undefined {
  const last = path.at(-1);
  const isElement = typeof last === 'number';
  const field = fieldOf(path);
  const key = typeof last === 'string' ? last : '';
  if (field?.kind === 'event-name') return explainEvent(event, surroundings.catalogue, surroundings.tally);
  const text = node.type === 'null' ? undefined : String(node.value);
  const owner = node.parent?.type === 'property' ? node.parent.parent : undefined;
  const said = text === undefined ? undefined : explainValue({ text, field, key, owner, event, now: surroundings.now });
  if (said !== undefined) return said;
  if (!isElement) return explainKnown(field ?? parameterAt(path), key);
  const list = path.slice(0, -1);
  const name = String(list.at(-1) ?? '');
  if (String(list.at(-2)).toLowerCase() === 'referencedresources') return explainReferenced(name);
  return explainKnown(fieldOf(list) ?? parameterAt(list), name);
}

function explainKnown(field: Field | undefined, name: string): Explanation | undefined {
  return field && explainField(field, name);
}

/** The field at a path. A record of GetAccessKeyLastUsedEvents is a member of a list: its own keys are told only there. */
function fieldOf(path: Path): Field | undefined {
  const whole = path.flatMap((part): Path => (typeof part === 'string' ? (flattenedPath(part) ?? [part]) : [part]));
  return fieldAt(whole) ?? (path.length === 1 ? fieldAt(['Events', 0, ...path]) : undefined);
}
