import { eventFields, fieldsBelow, identityFields } from './fields';
import { lowerFirst } from './casing';

/** What stores and scripts put before the names of the columns that they make of an event. */
const PREFIX = /^(?:__|@)?event(?:\.|_|__|:|\/)(?=.)/i;
const IDENTITY = 'userIdentity';
/** Azure Monitor puts the type of a column behind its name. */
const TYPE_SUFFIX = /_[sdbtg]$/;

/** A name without what its writers vary: case, and what separates its words. */
const squashed = (name: string): string => name.replace(/[\s._:/-]+/g, '').toLowerCase();

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** The squashed spelling of every column that an event has → the path of its field. */
function table(): ReadonlyMap<string, readonly string[]> {
  if (known !== undefined) return known;
  const paths = new Map<string, readonly string[]>();
  const add = (path: readonly string[], ...more: readonly string[]): void => {
    for (const name of [path.join(''), ...more]) if (!paths.has(squashed(name))) paths.set(squashed(name), path);
  };
  for (const { name } of eventFields()) add([lowerFirst(name)]);
  for (const { name } of identityFields()) {
    const path = [IDENTITY, lowerFirst(name)];
    add(path, `identity${name}`, `user${name}`);
    // `type` alone says nothing of whose it is; the other names of an identity are columns of their own in many tables.
    if (name !== 'type') add(path, name);
  }
  for (const { name } of fieldsBelow([IDENTITY, 'sessionContext', 'attributes']))
    add([IDENTITY, 'sessionContext', 'attributes', name]);
  return (known = paths);
}

/**
 * The path of the event's field that a column of a table or of a flattened row stands for, however it is spelled: `eventName`, `eventname`, `event_name`,
 * `event.eventName`, `event_eventname`, `eventName_s`, `user_identity_account_id`, `accountId`. Undefined for a name that no event has.
 */
export function columnPath(name: string): readonly string[] | undefined {
  const bare = name.trim();
  return [bare, bare.replace(PREFIX, ''), bare.replace(TYPE_SUFFIX, '')]
    .map((one) => table().get(squashed(one)))
    .find((path) => path !== undefined);
}
