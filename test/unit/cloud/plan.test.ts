import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CloudPlan, logstoreIn, requestOf } from '../../../src/cloud/plan';

const SPAN = { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 2) };
const LOOKUP: CloudPlan = { place: { kind: 'actiontrail', regions: ['cn-hangzhou', 'cn-shanghai'] }, span: SPAN, filter: '' };
const STORE: CloudPlan = {
  place: { kind: 'sls', region: 'cn-hangzhou', project: 'audit', logstore: 'actiontrail_all' },
  span: SPAN,
  filter: '',
};

test('a search of ActionTrail asks each region for the attributes that all events of the filter have', () => {
  assert.deepEqual(requestOf({ ...LOOKUP, filter: 'name:DeleteUser rw:write "free text"' }), {
    action: 'LookupEvents',
    hosts: ['actiontrail.cn-hangzhou.aliyuncs.com', 'actiontrail.cn-shanghai.aliyuncs.com'],
    conditions: ['EventName=DeleteUser', 'EventRW=Write'],
  });
  assert.deepEqual(requestOf(LOOKUP).conditions, []);
});

test('a search of a Logstore asks its project', () => {
  const { action, hosts, conditions } = requestOf({ ...STORE, filter: 'name:DeleteUser' });
  assert.equal(action, 'GetLogsV2');
  assert.deepEqual(hosts, ['audit.cn-hangzhou.log.aliyuncs.com']);
  assert.equal(conditions.length, 1);
  assert.match(conditions[0] ?? '', /DeleteUser/);
  assert.deepEqual(requestOf(STORE).conditions, []);
});

test('a Logstore is written as PROJECT/LOGSTORE', () => {
  assert.deepEqual(logstoreIn('audit/actiontrail_all'), { project: 'audit', logstore: 'actiontrail_all' });
  for (const text of [
    '',
    'audit',
    'audit/',
    '/store',
    'a/b/c',
    'Audit/store',
    'audit.example/store',
    'audit/store?x',
    'audit/../x',
  ])
    assert.equal(logstoreIn(text), undefined, text);
});
