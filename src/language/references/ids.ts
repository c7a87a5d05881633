import { type Trail } from '../../trail/trail';
import { memberAt } from '../../event/member';
import { type Mapped } from '../../event/nodes';
import { rowEvent } from '../../event/rowEvent';

/** What an id of an event is the id of. */
export type IdKind = 'event' | 'request' | 'user' | 'principal' | 'account' | 'key' | 'address' | 'resource' | 'order';

/** An id that an event holds as one of its key fields. */
export interface EventId {
  readonly kind: IdKind;
  readonly value: string;
  /** UTF-16 offset in the log. */
  readonly at: number;
}

/** Where the ids of an event stand, and what separates several in one value. */
const PLACES: readonly (readonly [IdKind, readonly string[], RegExp?])[] = [
  ['user', ['userIdentity', 'userName'], /:/],
  ['principal', ['userIdentity', 'principalId'], /:/],
  ['key', ['userIdentity', 'accessKeyId']],
  ['address', ['sourceIpAddress']],
  ['resource', ['resourceName'], /[,;]/],
  ['request', ['requestId']],
  ['event', ['eventId']],
  ['account', ['userIdentity', 'accountId']],
  ['order', ['requestParameters', 'orderId']],
];
/** Shorter ids would be found everywhere, longer values are none. */
const MIN_LENGTH = 3;
const MAX_LENGTH = 256;
/** Resources of one event. */
const MAX_IDS = 30;

/** The ids of an event, each once, those that people follow first; of a role session the session before the role. */
export function idsOf(trail: Trail, row: number): readonly EventId[] {
  const event = rowEvent(trail, row);
  if (event === undefined) return [];
  const found = new Map<string, EventId>();
  for (const [kind, path, separator] of PLACES) {
    for (const id of piecesOf(event, kind, path, separator)) {
      if (!found.has(id.value) && id.value.length >= MIN_LENGTH && id.value.length <= MAX_LENGTH) found.set(id.value, id);
      if (found.size >= MAX_IDS) return [...found.values()];
    }
  }
  return [...found.values()];
}

function piecesOf(event: Mapped, kind: IdKind, path: readonly string[], separator: RegExp | undefined): readonly EventId[] {
  const found = memberAt(event, path);
  if (found?.node.type !== 'string' && found?.node.type !== 'number') return [];
  const { node } = found;
  const text = String(node.value);
  const at = found.place(node.offset + (node.type === 'string' ? 1 : 0));
  const pieces = separator === undefined ? [text] : text.split(separator);
  const ids = pieces.map((piece): EventId => ({ kind, value: piece.trim(), at }));
  return separator?.source === ':' ? ids.reverse() : ids;
}
