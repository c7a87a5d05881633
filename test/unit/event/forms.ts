/** An event of which every feature finds something; ids and addresses are invented. */
export const EVENT = {
  eventId: 'E0000001-0000-4000-8000-000000000001',
  eventName: 'StopInstance',
  eventTime: '2026-03-01T00:00:00Z',
  eventType: 'ApiCall',
  eventVersion: '1',
  eventSource: 'ecs-cn-hangzhou.aliyuncs.com',
  serviceName: 'Ecs',
  acsRegion: 'cn-hangzhou',
  apiVersion: '2014-05-26',
  requestId: 'R0000001-0000-4000-8000-000000000001',
  sourceIpAddress: '203.0.113.7',
  userAgent: 'console',
  resourceType: 'ACS::ECS::Instance',
  resourceName: 'i-alpha',
  errorCode: 'Forbidden.RAM',
  requestParameters: { InstanceId: 'i-alpha' },
  userIdentity: {
    type: 'ram-user',
    accountId: '1200000000000012',
    principalId: '2200000000000022',
    userName: 'alice',
    accessKeyId: 'LTAIplainlyfake01',
  },
};

const capitalised = (value: unknown): unknown =>
  typeof value !== 'object' || value === null
    ? value
    : Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key.charAt(0).toUpperCase() + key.slice(1), capitalised(each)]),
      );

const flattened = (event: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(event).flatMap(([key, value]): (readonly [string, unknown])[] =>
      key === 'userIdentity' && typeof value === 'object'
        ? Object.entries(value as object).map(([inner, each]): [string, unknown] => [`event.${key}.${inner}`, each])
        : [[`event.${key}`, typeof value === 'string' ? value : JSON.stringify(value)]],
    ),
  );

/** The flattened event with other names. */
const renamed = (rename: (name: string) => string): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(flattened(EVENT)).map(([name, value]) => [rename(name.slice('event.'.length)), value])),
  );
const snake = (name: string): string => name.replace('.', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const held = { ...EVENT, userIdentity: JSON.stringify(EVENT.userIdentity) };
const sls = (event: unknown): object => ({ __topic__: 'actiontrail_audit_event', __time__: '1772323200', event });
/** The inside of a string, without its quotes. */
const inside = (text: string): string => JSON.stringify(text).slice(1, -1);

/** How a record holds its event: the form's name and the record's text. */
export const FORMS: Readonly<Record<string, string>> = {
  plain: JSON.stringify(EVENT),
  'Pascal case': JSON.stringify(capitalised(EVENT)),
  'Log Service, in a string': JSON.stringify(sls(JSON.stringify(EVENT))),
  'Log Service, in a string in a string': JSON.stringify(sls(JSON.stringify(JSON.stringify(EVENT)))),
  'Log Service, escaped once too often': JSON.stringify(sls(inside(JSON.stringify(EVENT)))),
  'Log Service, an object': JSON.stringify(sls(EVENT)),
  'Log Service, flattened': JSON.stringify({ __time__: '1772323200', ...flattened(EVENT) }),
  'columns, dotted': renamed((name) => name),
  'columns in lower case': renamed((name) => name.toLowerCase()),
  'columns in snake case': renamed(snake),
  'columns behind a prefix': renamed((name) => `event_${name.replace('.', '_').toLowerCase()}`),
  'columns, those of the identity bare': renamed((name) =>
    name.replace('userIdentity.type', 'identityType').replace('userIdentity.', ''),
  ),
  'last used': JSON.stringify({ UsedTimestamp: 1_772_323_200_000, Detail: JSON.stringify(EVENT) }),
  EventBridge: JSON.stringify({
    id: 'x',
    specversion: '1.0',
    type: 'actiontrail:ActionTrail:ApiCall',
    source: 'acs.ecs',
    data: EVENT,
  }),
  'identity in a string': JSON.stringify(held),
  'flattened, identity in a string': JSON.stringify({
    __time__: '1772323200',
    ...flattened({ ...held, userIdentity: JSON.stringify(EVENT.userIdentity) }),
  }),
};
