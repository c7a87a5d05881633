import { event } from '../unit/trail/logs';

export type Event = Readonly<Record<string, unknown>>;

/** What differs from event to event, each of a length of its own, so that many combinations come up. */
const NAMES = [
  'RunInstances',
  'DeleteUser',
  'AppendVSwitchId',
  'AppendVswitchId',
  'ConsoleSignin',
  'DeleteSecurityGroup',
  'Create',
];
const CODES = [undefined, '', 'Forbidden.RAM', 'success', "'NoPermission'", '200', 'Throttling.User', undefined, '"success"'];
const SERVICES = [
  'Ecs',
  'Ram',
  'RealtimeCompute',
  'foasconsole',
  'Vpc',
  'AasCustomer',
  'aegis',
  'Sas',
  'foasconsole-inner',
  'my-own',
  'EIP',
];
const ADDRESSES = [
  '10.1.2.3',
  '10.255.0.1',
  '192.0.2.7',
  '203.0.113.7',
  '2001:db8::7',
  'Internal',
  '',
  '::ffff:10.0.0.9',
  '10.0.0.256',
  undefined,
  '192.168.XX.XX',
  '9.255.255.255',
  'ecs.aliyuncs.com',
];
const TIMES = [
  '2026-03-01T23:59:59Z',
  '2026-03-02T00:00:00Z',
  '2026-03-01T08:30:00Z',
  '2026-03-02T00:00:00.500Z',
  '2026-02-28T12:00:00Z',
  '2026-03-07T16:00:00Z',
  '2026-03-01T11:54:59.366+0000',
  undefined,
  '',
  'yesterday',
  '2026-03-08T02:00:00+08:00',
];
const USERS = [
  { userName: 'alice' },
  { userName: 'Bob_%' },
  { userName: '', principalId: '27001' },
  { userName: 'role:张三' },
  { principalId: 'ROLE:li.si' },
];
const AGENTS = [
  'AliyunConsole',
  'Terraform/1.5 (x; y)',
  "it's 100% \\ quoted",
  '',
  undefined,
  'AlibabaCloud (Linux)',
  '浏览器 Chrome',
];
const RESOURCES: readonly Event[] = [
  {},
  { resourceName: 'i-1,i-2;sg-3', resourceType: 'ACS::ECS::Instance;ACS::ECS::SecurityGroup' },
  { referencedResources: { 'ACS::RAM::User': ['alice', 'i-"9"'], 'ACS::VPC::VSwitch': ['vsw-1'] } },
  { resourceName: 'vsw-1', resourceType: '' },
];

/** Events with everything that conditions look at, plainly invented; `count` of them, from number `first` on. */
export function events(count: number, first = 0): readonly Event[] {
  return Array.from({ length: count }, (_, at) => {
    const number = first + at;
    const pick = <T>(list: readonly T[], by = 1): T => list[Math.floor(number / by) % list.length] as T;
    const user = pick(USERS, 2);
    return event(number, {
      eventName: pick(NAMES),
      errorCode: pick(CODES),
      errorMessage: number % 5 === 0 ? 'denied by "RAM"' : undefined,
      serviceName: pick(SERVICES),
      sourceIpAddress: pick(ADDRESSES),
      eventTime: pick(TIMES),
      eventType: ['ApiCall', 'ConsoleOperation', 'ConsoleSignin'][number % 3],
      eventRW: ['Read', 'Write'][number % 2],
      acsRegion: ['cn-hangzhou', 'cn-shanghai', undefined][number % 3],
      userAgent: pick(AGENTS),
      recipientAccountId: number % 4 === 0 ? '1187000000004544001' : undefined,
      userIdentity: {
        type: ['ram-user', 'root-account', 'assumed-role'][number % 3],
        accountId: number % 4 === 0 ? undefined : '1187000000004544002',
        accessKeyId: number % 6 === 0 ? 'LTAIexampleExample' : undefined,
        ...user,
      },
      requestParameters: { Ids: '["i-1","i-2"]', Number: 1187000000004544 + number },
      ...pick(RESOURCES, 3),
    });
  });
}

/** The older form of an event: names begin with a capital letter. */
export function pascal(event: Event): Event {
  const raised = (one: Event): Event =>
    Object.fromEntries(Object.entries(one).map(([name, value]) => [`${name.charAt(0).toUpperCase()}${name.slice(1)}`, value]));
  return raised({ ...event, userIdentity: raised(event['userIdentity'] as Event) });
}
