import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idsOf } from '../../../src/language/references/ids';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

const EVENT = {
  eventId: 'E0000001',
  requestId: 'R0000001',
  eventName: 'StopInstance',
  eventTime: '2026-03-01T00:00:00Z',
  acsRegion: 'cn-hangzhou',
  sourceIpAddress: '192.0.2.7',
  resourceName: 'i-1aaa, i-2bbb;vsw-1',
  requestParameters: { OrderId: 210000001 },
  userIdentity: {
    type: 'assumed-role',
    accountId: '1100000000000011',
    principalId: '3000:li.na',
    userName: 'auditor:li.na',
    accessKeyId: 'STS.Nplainlyfake',
  },
};
const EXPECTED = [
  'user li.na',
  'user auditor',
  'principal 3000',
  'key STS.Nplainlyfake',
  'address 192.0.2.7',
  'resource i-1aaa',
  'resource i-2bbb',
  'resource vsw-1',
  'request R0000001',
  'event E0000001',
  'account 1100000000000011',
  'order 210000001',
];
const pascal = (value: unknown): unknown =>
  typeof value !== 'object' || value === null
    ? value
    : Object.fromEntries(Object.entries(value).map(([key, each]) => [key.charAt(0).toUpperCase() + key.slice(1), pascal(each)]));

const SHAPES: Readonly<Record<string, object>> = {
  'lower camel case': EVENT,
  'Pascal case': pascal(EVENT) as object,
  'Log Service': { __topic__: 'actiontrail_audit_event', __time__: '1', event: JSON.stringify(EVENT) },
};

for (const [name, record] of Object.entries(SHAPES)) {
  test(`the ids of an event, each once, at their places: ${name}`, () => {
    const text = `[${JSON.stringify(record)}]`;
    const trail = Trail.of(new StringSource(text));
    const ids = idsOf(trail, 0);
    assert.deepEqual(
      ids.map(({ kind, value }) => `${kind} ${value}`),
      EXPECTED,
    );
    for (const { kind, value, at } of ids) {
      const around = text.slice(at, at + 60);
      assert.ok(around.includes(value), `${kind} ${value}: ${around}`);
    }
  });
}

test('equal ids are one, and short ones and what is no text are none', () => {
  const trail = Trail.of(
    new StringSource(JSON.stringify({ ...EVENT, requestId: 'E0000001', sourceIpAddress: '::', userIdentity: null })),
  );
  assert.deepEqual(
    idsOf(trail, 0).map(({ kind }) => kind),
    ['resource', 'resource', 'resource', 'request', 'order'],
  );
});
