import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FindingCode } from '../../../src/checks/finding';
import { DEMANDED_FIELDS } from '../../../src/knowledge/eventKinds';
import { findingsOf } from './logs';

const CALL: Readonly<Record<string, unknown>> = {
  eventId: '11111111-0000-4000-8000-000000000001',
  eventVersion: '1',
  eventName: 'StopInstance',
  eventSource: 'ecs.aliyuncs.com',
  eventTime: '2026-04-05T01:02:03Z',
  eventType: 'ApiCall',
  eventCategory: 'Management',
  eventRW: 'Write',
  acsRegion: 'cn-hangzhou',
  serviceName: 'Ecs',
  apiVersion: '2014-05-26',
  requestId: '11111111-0000-4000-8000-000000000001',
  sourceIpAddress: '192.0.2.1',
  userAgent: 'cli',
  userIdentity: { type: 'ram-user', principalId: '220000000000000001', accountId: '1200000000000012', userName: 'li' },
};

/** A call with other values; undefined takes a field away. */
const call = (changes: Readonly<Record<string, unknown>>): string => JSON.stringify({ ...CALL, ...changes });
const missing = (text: string): readonly (string | undefined)[] =>
  findingsOf(text)
    .filter(({ code }) => code === FindingCode.MissingField)
    .map(({ data }) => data['field']);
const without = (field: string, changes: Readonly<Record<string, unknown>> = {}): readonly (string | undefined)[] =>
  missing(call({ ...changes, [field]: undefined }));

describe('a field is missing only where every event of the kind has it', () => {
  test('calls of an API by a user', () => {
    for (const field of DEMANDED_FIELDS) assert.deepEqual(without(field), [field], field);
    for (const field of ['userAgent', 'apiVersion', 'eventRW', 'eventCategory']) assert.deepEqual(without(field), [], field);
    for (const type of ['root-account', 'saml-user', 'cloudsso-user'])
      assert.deepEqual(without('requestId', { userIdentity: { type } }), ['requestId'], type);
  });

  const others: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    insight: { eventType: 'ActionTrailInsight', eventCategory: 'Insight' },
    'by the category': { eventType: undefined, eventCategory: 'Insight' },
    platform: { eventType: 'AliyunServiceEvent', userIdentity: { type: 'system', userName: 'vpc.aliyuncs.com' } },
    'a call by the platform': { userIdentity: { type: 'system' } },
    role: { userIdentity: { type: 'assumed-role' } },
    'nobody knows who': { userIdentity: { type: 'some-new-user' } },
    'OSS by service': { serviceName: 'Oss', eventSource: undefined },
    'OSS by host': { serviceName: undefined, eventSource: 'b.oss-cn-beijing.aliyuncs.com' },
    Config: { serviceName: 'Config', eventSource: 'config.cn-shanghai.aliyuncs.com' },
    data: { eventCategory: 'Data' },
    logon: { eventName: 'ConsoleSignin', eventType: 'ConsoleSignin' },
    console: { eventType: 'ConsoleOperation' },
    'three fields': { eventType: undefined, apiVersion: undefined },
  };
  for (const [kind, changes] of Object.entries(others))
    test(`none of: ${kind}`, () => {
      for (const field of DEMANDED_FIELDS) if (!(field in changes)) assert.deepEqual(without(field, changes), [], field);
      assert.deepEqual(missing(call(changes)), []);
    });

  test('an event that EventBridge delivers has what the bus gives it', () => {
    const event = (data: string): string =>
      `{"specversion": "1.0", "id": "1", "type": "ecs:ActionTrail:ApiCall", "data": ${data}}`;
    assert.deepEqual(missing(event(call({ requestId: undefined, sourceIpAddress: undefined }))), []);
  });

  test('what other events of the log have changes nothing', () => {
    const oss = call({ serviceName: 'Oss', requestId: undefined });
    const ecs = call({ requestId: undefined });
    for (const log of [`${oss}\n${ecs}\n${oss}`, `${ecs}\n${oss}\n${oss}\n`, `[${oss},${oss},${ecs}]`])
      assert.deepEqual(missing(log), ['requestId'], log);
  });

  test('names in capitals are those of the other casing', () => {
    const pascal = Object.fromEntries(
      Object.entries(CALL)
        .filter(([name]) => name !== 'requestId')
        .map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value]),
    );
    assert.deepEqual(missing(JSON.stringify({ ...pascal, UserIdentity: { Type: 'ram-user' } })), ['RequestId']);
  });
});

describe('an empty list where an object is usual', () => {
  const wrong = (text: string): readonly string[] =>
    findingsOf(text)
      .filter(({ code }) => code === FindingCode.WrongType)
      .map(({ data }) => data['field'] ?? '');
  for (const field of ['additionalEventData', 'responseElements', 'requestParameters', 'referencedResources', 'userIdentity'])
    test(field, () => {
      const rows = [call({ [field]: [] }), call({ [field]: [] }), call({ [field]: ['x'] }), call({ [field]: {} })];
      const isList = field === 'referencedResources' && wrong(call({ [field]: ['x'] })).length === 0;
      assert.deepEqual(wrong(rows.join('\n')), isList ? [] : [field]);
    });
  test('none where text or a number is usual', () => {
    assert.deepEqual(wrong(call({ eventName: [] })), ['eventName']);
  });
});
