import assert from 'node:assert/strict';
import { test } from 'node:test';
import { natureOf } from '../../../src/trail/shape';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

/** Records of other products whose names look like columns of an event. */
const OTHERS: Readonly<Record<string, object>> = {
  'a web analytics export': { event_name: 'page_view', event_timestamp: '1775350923000000', user_id: 'u1', platform: 'WEB' },
  'an account': { account_id: '11', user_name: 'alice', access_key_id: 'x' },
  'a job queue': { event_type: 'created', event_id: '1', request_id: '2', error_code: '0', error_message: '' },
  'another cloud': {
    event_type: 'ConsoleAction',
    service_type: 'VPC',
    resource_name: 'x',
    source_ip: '192.0.2.1',
    trace_id: '1',
    trace_name: 'createVpc',
  },
  'a database row': { EVENT_ID: 1, USER_NAME: 'a', RESOURCE_TYPE: 'x' },
};

for (const [name, record] of Object.entries(OTHERS))
  test(`${name} is no trail, however its columns are called`, () => {
    for (const text of [JSON.stringify(record), JSON.stringify([record, record, record])])
      assert.equal(natureOf(Trail.of(new StringSource(text))).isTrail, false);
  });
