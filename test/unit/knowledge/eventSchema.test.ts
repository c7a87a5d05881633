import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv } from 'ajv';
import { logSchema } from '../../../src/knowledge/eventSchema';

const EVENT = {
  eventName: 'StopInstance',
  eventRW: 'Insert',
  acsRegion: 'cn-nowhere',
  isGlobal: 'false',
  errorCode: null,
  requestParameters: '{"InstanceId":"i-1"}',
  userIdentity: { type: 'a-new-type', accountId: '1100000000000011' },
  more: [1],
};

describe('schema of a log', () => {
  const validate = new Ajv({ strict: false }).compile(logSchema());

  test('real logs are valid, in every shape', () => {
    for (const log of [
      EVENT,
      [EVENT],
      { Events: [EVENT], RequestId: 'x' },
      { EventName: 'A', UserIdentity: { Type: 'root-account' } },
      {},
      [],
    ])
      assert.ok(validate(log), JSON.stringify(validate.errors));
    for (const name of ['flink.trail.json', 'lookup-events.json'])
      assert.ok(validate(JSON.parse(readFileSync(`samples/${name}`, 'utf8'))), `${name}: ${JSON.stringify(validate.errors)}`);
  });

  test('a wrong type is told', () => {
    assert.equal(validate({ ...EVENT, eventName: 1 }), false);
    assert.equal(validate([{ ...EVENT, userIdentity: 1 }]), false);
  });

  test('both casings have the same, parameters only their own', () => {
    const { definitions } = logSchema() as { definitions: Record<string, { properties?: Record<string, unknown> }> };
    const { properties } = definitions['event'] ?? {};
    assert.deepEqual(properties?.['EventName'], { $ref: '#/definitions/eventName' });
    assert.deepEqual(properties['eventName'], properties['EventName']);
    assert.deepEqual(definitions['userIdentity']?.properties?.['AccountId'], { $ref: '#/definitions/userIdentity.accountId' });
    assert.ok(!Object.keys(definitions['requestParameters']?.properties ?? {}).includes('regionId'));
    const defined = Object.keys(definitions);
    for (const [, name] of JSON.stringify(logSchema()).matchAll(/#\/definitions\/([^"]+)/g))
      assert.ok(defined.includes(name ?? ''), name);
  });
});
