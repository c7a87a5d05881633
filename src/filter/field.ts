import { Column } from '../trail/scan/row';

/** The names of the fields of the filter language. */
export type FieldName =
  | 'name'
  | 'account'
  | 'user'
  | 'identity'
  | 'key'
  | 'service'
  | 'source'
  | 'region'
  | 'address'
  | 'error'
  | 'type'
  | 'rw'
  | 'time'
  | 'hour'
  | 'weekday'
  | 'id'
  | 'request'
  | 'resource'
  | 'file'
  | 'agent'
  | 'message'
  | 'kind'
  | 'sensitivity'
  | 'first'
  | 'text';

/** Where the value of a field comes from. */
export type FieldSource =
  | { readonly from: 'column'; readonly column: Column }
  /** Members of the record, by their names in lower camel case; read only where the columns leave no other way. */
  | { readonly from: 'record'; readonly members: readonly string[]; readonly hash?: 'eventId' | 'requestId' }
  | { readonly from: 'time' | 'hour' | 'weekday' | 'kind' | 'sensitivity' | 'first' | 'file' | 'text' };

export interface Field {
  readonly name: FieldName;
  /** Other names for it: those of the log. */
  readonly also: readonly string[];
  readonly source: FieldSource;
  /** The words that the field takes, where it takes no others. */
  readonly words?: readonly string[];
}

const column = (name: FieldName, of: Column, ...also: readonly string[]): Field => ({
  name,
  also,
  source: { from: 'column', column: of },
});

const members = (name: FieldName, ...names: readonly string[]): Field => ({
  name,
  also: names,
  source: { from: 'record', members: names },
});

/** The columns whose values can be seen for the first time, by the word for them. */
export const FIRST_COLUMNS: ReadonlyMap<string, Column> = new Map([
  ['name', Column.EventName],
  ['account', Column.Account],
  ['user', Column.User],
  ['key', Column.AccessKey],
  ['address', Column.SourceAddress],
  ['region', Column.Region],
  ['service', Column.ServiceName],
  ['error', Column.ErrorCode],
]);

export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Every field, in the order in which they are offered. */
export const FIELDS: readonly Field[] = [
  column('name', Column.EventName, 'eventName', 'event'),
  column('error', Column.ErrorCode, 'errorCode'),
  column('account', Column.Account, 'accountId'),
  column('user', Column.User, 'userName', 'principal'),
  { name: 'time', also: ['eventTime'], source: { from: 'time' } },
  column('service', Column.ServiceName, 'serviceName'),
  column('region', Column.Region, 'acsRegion'),
  column('address', Column.SourceAddress, 'sourceIpAddress', 'ip'),
  column('key', Column.AccessKey, 'accessKeyId'),
  column('identity', Column.IdentityType, 'identityType'),
  column('type', Column.EventType, 'eventType'),
  column('rw', Column.EventRW, 'eventRW'),
  {
    name: 'kind',
    also: [],
    source: { from: 'kind' },
    words: ['read', 'write', 'delete', 'logon', 'order', 'platform'],
  },
  { name: 'sensitivity', also: [], source: { from: 'sensitivity' }, words: ['high', 'normal', 'low'] },
  { name: 'hour', also: [], source: { from: 'hour' } },
  { name: 'weekday', also: [], source: { from: 'weekday' }, words: WEEKDAYS },
  { name: 'first', also: [], source: { from: 'first' }, words: [...FIRST_COLUMNS.keys()] },
  members('resource', 'resourceName', 'resourceType', 'referencedResources'),
  { name: 'file', also: [], source: { from: 'file' } },
  { name: 'id', also: ['eventId'], source: { from: 'record', members: ['eventId'], hash: 'eventId' } },
  { name: 'request', also: ['requestId'], source: { from: 'record', members: ['requestId'], hash: 'requestId' } },
  column('source', Column.EventSource, 'eventSource'),
  members('agent', 'userAgent'),
  members('message', 'errorMessage'),
  { name: 'text', also: [], source: { from: 'text' } },
];

const byName: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => [field.name, ...field.also].map((name) => [name.toLowerCase(), field])),
);

/** The field of a name, without regard to case; undefined where there is none. */
export function fieldOf(name: string): Field | undefined {
  return byName.get(name.toLowerCase());
}

/** The field of free text. */
export const TEXT: Field = byName.get('text') as Field;
