import { lowerFirst } from './casing';

/** What stores and scripts put before the names of the columns that they make of an event. */
const PREFIX = /^(?:__|@)?event(?:\.|_|__|:|\/)(?=.)/i;
const IDENTITY = 'userIdentity';
/** Azure Monitor puts the type of a column behind its name. */
const TYPE_SUFFIX = /_[sdbtg]$/;

/** A name without what its writers vary: case, and what separates its words. */
const squashed = (name: string): string => name.replace(/[\s._:/-]+/g, '').toLowerCase();

/**
 * The members of an event and of its identity (facts 1.1 and 1.2), a test compares them with the fields. They stand here by themselves because threads that
 * read files need them, and nothing else of what is known of fields.
 */
export const EVENT_COLUMNS: readonly string[] =
  'eventId eventName eventSource eventTime eventType eventVersion eventCategory eventRW acsRegion apiVersion serviceName requestId requestParameters requestParameterJson responseElements referencedResources resourceType resourceName sourceIpAddress userAgent vpcId recipientAccountId errorCode errorMessage additionalEventData isGlobal eventAttributes userIdentity isBlack sharedEventId insightDetails'.split(
    ' ',
  );
export const IDENTITY_COLUMNS: readonly string[] = [
  'type',
  'principalId',
  'accountId',
  'accessKeyId',
  'userName',
  'sessionContext',
  'sessionAttributes',
  'invokedBy',
  'arn',
];

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** The squashed spelling of every column that an event has → the path of its field. */
function table(): ReadonlyMap<string, readonly string[]> {
  if (known !== undefined) return known;
  const paths = new Map<string, readonly string[]>();
  const add = (path: readonly string[], ...more: readonly string[]): void => {
    for (const name of [path.join(''), ...more]) if (!paths.has(squashed(name))) paths.set(squashed(name), path);
  };
  for (const name of EVENT_COLUMNS) add([name]);
  for (const name of IDENTITY_COLUMNS) {
    const path = [IDENTITY, name];
    add(path, `identity${name}`, `user${name}`);
    // `type` alone says nothing of whose it is; the other names of an identity are columns of their own in many tables.
    if (name !== 'type') add(path, name);
  }
  for (const name of ['mfaAuthenticated', 'creationDate']) add([IDENTITY, 'sessionContext', 'attributes', name]);
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

/** Names that were asked for, with their answers; those of a log repeat in every record. */
const asked = new Map<string, readonly string[] | undefined>();
const MAX_ASKED = 4_096;
/** Longer names are no columns of an event. */
const MAX_NAME = 80;

/** The same for a member of a record, where it is a column that a store or a script has made; undefined also for a field's own name. */
export function flattenedPath(name: string): readonly string[] | undefined {
  if (name.length > MAX_NAME) return undefined;
  if (asked.has(name)) return asked.get(name);
  if (asked.size >= MAX_ASKED) asked.clear();
  const path = columnPath(name);
  const answer = path?.at(-1) === lowerFirst(name) ? undefined : path;
  // A copy: a slice would keep the log in memory.
  asked.set(` ${name}`.slice(1), answer);
  return answer;
}
