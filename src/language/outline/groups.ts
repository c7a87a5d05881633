import { nameOf } from '../../event/nodes';

/** The groups in which an event's fields are read, in the order in which people ask. */
export const GROUPS = ['actor', 'action', 'target', 'context', 'error', 'request', 'response'] as const;
export type Group = (typeof GROUPS)[number];

/** By the name with a small first letter; what is in no group is context. */
const GROUP_OF: ReadonlyMap<string, Group> = new Map([
  ['userIdentity', 'actor'],
  ['eventName', 'action'],
  ['eventTime', 'action'],
  ['eventType', 'action'],
  ['eventRW', 'action'],
  ['eventCategory', 'action'],
  ['eventSource', 'action'],
  ['serviceName', 'action'],
  ['acsRegion', 'action'],
  ['apiVersion', 'action'],
  ['resourceType', 'target'],
  ['resourceName', 'target'],
  ['referencedResources', 'target'],
  ['errorCode', 'error'],
  ['errorMessage', 'error'],
  ['requestParameters', 'request'],
  ['requestParameterJson', 'request'],
  ['responseElements', 'response'],
]);

/** Fields whose members stand in the group themselves: the group is the field. */
const OPENED: ReadonlySet<string> = new Set(['userIdentity', 'requestParameters', 'responseElements']);
const IDS: ReadonlySet<string> = new Set(['eventId', 'requestId']);
/** Fields that people search events by: their values stand in their names, since only names are searched. */
const SEARCHED: ReadonlySet<string> = new Set([
  ...IDS,
  'sharedEventId',
  'accessKeyId',
  'principalId',
  'userName',
  'sourceIpAddress',
  'resourceName',
]);

/** The group of a top-level field; of a flattened `userIdentity.type` the first part tells. */
export function groupOf(name: string): Group {
  return GROUP_OF.get(nameOf(name).split('.', 1)[0] ?? '') ?? 'context';
}

export function isOpened(name: string): boolean {
  return OPENED.has(nameOf(name));
}

export function isSearched(name: string): boolean {
  return SEARCHED.has(nameOf(name).split('.').at(-1) ?? '');
}

export function isId(name: string): boolean {
  return IDS.has(nameOf(name));
}
