import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { HEAD, isTrailHead } from '../../../src/workspace/detect';

const EVENT = '{"eventName":"StopInstance","acsRegion":"cn-hangzhou","serviceName":"Ecs","eventTime":"2026-03-01T19:00:12Z"}';
const SHARED = join(process.cwd(), '../shared/samples');

describe('detection by the beginning of a text', () => {
  const trails: Readonly<Record<string, string>> = {
    'one event': EVENT,
    'an array': `[${EVENT},\n${EVENT}]`,
    lines: `${EVENT}\n${EVENT}\n`,
    'a byte order mark': `\ufeff${EVENT}`,
    'a response': `{"RequestId":"r","Events":[${EVENT}]}`,
    'Log Service': JSON.stringify({ __topic__: 'actiontrail_audit_event', event: EVENT }),
    EventBridge: `{"specversion":"1.0","type":"ecs:ActionTrail:ApiCall","data":${EVENT}}`,
    comments: `// from a document\n${EVENT} // one`,
    'one that is cut off': EVENT.slice(0, -20),
    'the older casing': '{"EventName":"AppendVSwitchId","AcsRegion":"cn-hangzhou","EventTime":"2020-12-01T11:54:59.366+0000"}',
  };
  for (const [name, text] of Object.entries(trails))
    it(`takes ${name}`, () => {
      assert.equal(isTrailHead(text), true);
    });

  it('takes the beginning of a long log', () => {
    assert.equal(isTrailHead(`[${`${EVENT},\n`.repeat(2_000)}`.slice(0, HEAD)), true);
  });

  const others: Readonly<Record<string, string>> = {
    nothing: '',
    'a lone brace': '{',
    'a package': '{"name":"x","version":"1.0.0","eventSource":"acsRegion"}',
    'AWS CloudTrail':
      '{"Records":[{"eventVersion":"1.08","userIdentity":{"type":"IAMUser"},"eventName":"StartInstances","awsRegion":"us-east-2","eventSource":"ec2.amazonaws.com","sourceIPAddress":"192.0.2.1","eventID":"e"}]}',
    'an OSS notification':
      '{"events":[{"eventName":"ObjectCreated:PutObject","eventSource":"acs:oss","region":"cn-hangzhou","oss":{"ossSchemaVersion":"1.0"}}]}',
    'Huawei CTS': '{"trace_id":"1","trace_name":"createServer","event_type":"system","eventType":"x"}',
    'platform operations': '{"EventID":"1","EventProduct":"ECS","EmployeeID":"x","EventLevel":"NOTICE","eventType":"a"}',
    'a program that logs an event now and then': `${'2026-03-01 10:00:00 INFO something else happened here\n'.repeat(20)}${EVENT}\n`,
    'a schema of events':
      '{"properties":{"eventName":{"type":"string"},"acsRegion":{"type":"string"},"userIdentity":{"type":"object"}}}',
    'a text': 'The field acsRegion tells the region, userIdentity who it was, and eventType what kind of event it is.',
    'nested arrays': `${'['.repeat(10_000)}"acsRegion"`,
  };
  for (const [name, text] of Object.entries(others))
    it(`leaves ${name} alone`, () => {
      assert.equal(isTrailHead(text), false);
    });

  it('takes what others wrote, and none of the look-alikes', { skip: !existsSync(SHARED) }, () => {
    // A response with an event of three fields, or with none, has no safe mark.
    const none = /^(?:negative-|api-Describe|api-Lookup|lookupevents-2017|sentinel|INDEX)/;
    for (const name of readdirSync(SHARED))
      assert.equal(isTrailHead(readFileSync(join(SHARED, name), 'utf8').slice(0, HEAD)), !none.test(name), name);
  });
});
