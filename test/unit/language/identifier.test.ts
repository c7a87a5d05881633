import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { identifierAt } from '../../../src/language/references/identifier';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

const EVENT = {
  eventId: '83BB0682-0000-4000-8000-26B1676A9EE2',
  eventName: 'StopInstance',
  eventTime: '2026-03-01T02:00:00Z',
  eventSource: 'ecs-cn-hangzhou.aliyuncs.com',
  acsRegion: 'cn-hangzhou',
  apiVersion: '2014-05-26',
  errorMessage: 'The InstanceId i-bp1aaa0001 does not exist. See cn-hangzhou-b.',
  sourceIpAddress: '192.0.2.7',
  userAgent: 'AliyunConsole',
  isGlobal: 'false',
  userIdentity: {
    type: 'assumed-role',
    accountId: '1234567890123456',
    principalId: '300000000000000001:sun.li@corp.example',
    userName: 'security-auditor:sun.li@corp.example',
    accessKeyId: 'STS.NUexampleexample1',
  },
  resourceName: 'i-bp1aaa0001,i-bp1aaa0002;vsw-1',
  referencedResources: { 'ACS::ECS::Instance': ['i-bp1aaa0009'] },
  requestParameters: {
    RoleArn: 'acs:ram::1234567890123456:role/auditor-role',
    InstanceIds: '["i-bp1aaa0003","i-bp1aaa0004"]',
    Nested: JSON.stringify({ A: JSON.stringify({ OrderId: 200000000000001 }) }),
    ForceStop: false,
    Bid: 1187000000004544000n,
    Name: '张三 的实例',
  },
};
const text = JSON.stringify(EVENT, (_, value: unknown) => (typeof value === 'bigint' ? '@@1187000000004544000' : value)).replace(
  '"@@1187000000004544000"',
  '1187000000004544000',
);

/** The id at the first place of a text, `into` units behind its start, where the event lies as it is, or in a string. */
function at(part: string, into = 1, log = text): string | undefined {
  const offset = log.indexOf(part) + into;
  assert.ok(offset >= into, part);
  const found = identifierAt(Trail.of(new StringSource(log)), offset);
  if (found !== undefined) assert.equal(log.slice(found.start, found.end), found.value);
  return found?.value;
}

const held = JSON.stringify({ __topic__: 'actiontrail_audit_event', __time__: '1772413332', event: text });

for (const [name, log] of [
  ['an event', text],
  ['an event in a string', held],
] as const)
  describe(`the id at the cursor in ${name}`, () => {
    for (const [part, into, expected] of [
      ['83BB0682', 5, '83BB0682-0000-4000-8000-26B1676A9EE2'],
      ['192.0.2.7', 4, '192.0.2.7'],
      ['1234567890123456', 0, '1234567890123456'],
      ['300000000000000001:', 3, '300000000000000001'],
      [':sun.li', 3, 'sun.li@corp.example'],
      ['security-auditor:', 3, 'security-auditor'],
      ['STS.NU', 6, 'STS.NUexampleexample1'],
      ['i-bp1aaa0002', 3, 'i-bp1aaa0002'],
      ['vsw-1', 2, 'vsw-1'],
      ['i-bp1aaa0009', 3, 'i-bp1aaa0009'],
      ['auditor-role', 3, 'auditor-role'],
      ['::1234567890123456', 4, '1234567890123456'],
      ['i-bp1aaa0003', 3, 'i-bp1aaa0003'],
      ['i-bp1aaa0004', 3, 'i-bp1aaa0004'],
      ['200000000000001', 3, '200000000000001'],
      ['1187000000004544000', 3, '1187000000004544000'],
      ['i-bp1aaa0001 does', 3, 'i-bp1aaa0001'],
      ['StopInstance', 3, undefined],
      ['2026-03-01T', 3, undefined],
      ['2014-05-26', 3, undefined],
      ['cn-hangzhou', 14, undefined],
      ['cn-hangzhou-b', 3, undefined],
      ['ecs-cn-hangzhou', 3, undefined],
      ['AliyunConsole', 3, undefined],
      ['assumed-role', 3, undefined],
      ['false', 2, undefined],
      ['principalId', 3, undefined],
    ] as const)
      test(`${part} → ${String(expected)}`, () => {
        assert.equal(at(part, into, log), expected);
      });
  });

test('there is none in an empty log, between events, and in what is no event', () => {
  assert.equal(identifierAt(Trail.of(new StringSource('')), 0), undefined);
  assert.equal(at('i-1', 1, '{"InstanceId":"i-12345"}'), undefined);
});

test('a masked value without quotes is what it is', () => {
  assert.equal(
    at('175***657', 3, '{"eventName":"A","acsRegion":"cn-hangzhou","userIdentity":{"accountId":175***657}}'),
    '175***657',
  );
});
