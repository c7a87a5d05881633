import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOf, meaningOf } from '../../../src/filter/meaning';
import { serviceOfRow } from '../../../src/trail/rowService';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

const EVENT = { eventId: 'e', eventName: 'CreateInstance', eventTime: '2026-03-01T00:00:00Z', acsRegion: 'cn-hangzhou' };
const serviceOf = (record: object): string | undefined => serviceOfRow(Trail.of(new StringSource(JSON.stringify(record))), 0);

const CASES: readonly (readonly [string, object, string | undefined])[] = [
  ['the name that is known', { serviceName: 'Ecs', requestParameters: { AcsProduct: 'Rds' } }, 'ecs'],
  ['the product, without a name', { requestParameters: { AcsProduct: 'foasconsole-inner' } }, 'foasconsole'],
  ['the product, before the host', { requestParameters: { AcsProduct: 'Rds' }, eventSource: 'ecs.aliyuncs.com' }, 'rds'],
  ['the product, with a name nobody knows', { serviceName: 'Nobody', requestParameters: { acsProduct: 'Slb' } }, 'slb'],
  ['the product, in parameters that are text', { requestParameters: JSON.stringify({ AcsProduct: 'Slb' }) }, 'slb'],
  ['the host, without a product', { requestParameters: { Product: 'Slb' }, eventSource: 'ecs.aliyuncs.com' }, 'ecs'],
  ['an unknown name as it is', { serviceName: 'Nobody' }, 'nobody'],
  ['nothing', {}, undefined],
];

for (const [name, members, expected] of CASES) {
  test(`the service of an event: ${name}`, () => {
    const event = { ...EVENT, ...members };
    assert.equal(serviceOf(event), expected);
    assert.equal(serviceOf({ __topic__: 'actiontrail_audit_event', __time__: '1', event: JSON.stringify(event) }), expected);
  });
}

test('a name of several products is explained as that of the product in the parameters', () => {
  const trail = Trail.of(new StringSource(JSON.stringify({ ...EVENT, requestParameters: { AcsProduct: 'foasconsole' } })));
  assert.equal(meaningOf(trail, 0).service, 'foasconsole');
  assert.equal(kindOf(trail, 0), meaningOf(trail, 0).kind);
});
