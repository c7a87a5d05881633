import { type Casing, toCasing } from '../../knowledge/casing';
import { type Suggestion } from './suggestion';

/** The members of a new event; a value is a snippet. */
type Members = readonly (readonly [name: string, value: string])[];

const ID = '"${UUID/(.*)/${1:/upcase}/}"';

const common = (time: string): Members => [
  ['eventId', ID],
  ['eventVersion', '"1"'],
  ['eventName', '"${1:StopInstance}"'],
  ['eventTime', JSON.stringify(time)],
  ['eventType', '"ApiCall"'],
  ['eventCategory', '"Management"'],
  ['eventRW', '"${3|Write,Read|}"'],
  ['eventSource', '"${4:ecs.cn-hangzhou.aliyuncs.com}"'],
  ['serviceName', '"${2:Ecs}"'],
  ['acsRegion', '"${5:cn-hangzhou}"'],
  ['sourceIpAddress', '"${6:192.0.2.1}"'],
  ['userAgent', '"${7:ecs.console.aliyun.com}"'],
  ['requestId', ID],
];
const IDENTITY: Members = [
  ['type', '"${8:ram-user}"'],
  ['accountId', '"${9:1100000000000011}"'],
  ['principalId', '"${10:200000000000001101}"'],
  ['userName', '"${11:li.na}"'],
];

/** A whole event to fill in, on several lines or on one, in the casing of the log. `now` is in ms since 1970. */
export function newEvent(casing: Casing, isOneLine: boolean, now: number): Suggestion {
  const time = `${new Date(now).toISOString().slice(0, 19)}Z`;
  const line = (members: Members, indent: string): string =>
    members
      .map(([name, value]) => `${isOneLine ? '' : indent}"${toCasing(name, casing)}": ${value}`)
      .join(isOneLine ? ', ' : ',\n');
  const object = (body: string, indent: string): string => (isOneLine ? `{${body}}` : `{\n${body}\n${indent}}`);
  const identity = object(line(IDENTITY, '\t\t'), '\t');
  const members: Members = [
    ...common(time),
    ['userIdentity', identity],
    ['requestParameters', '{$0}'],
    ['responseElements', '{}'],
  ];
  return {
    label: casing === 'Pascal' ? 'Event' : 'event',
    snippet: object(line(members, '\t'), ''),
    meaning: { zh: '一个新事件，包含每个事件必有的字段。', en: 'A new event with the fields that every event has.' },
    note: { zh: '新事件', en: 'new event' },
    kind: 'snippet',
    rank: 0,
  };
}
