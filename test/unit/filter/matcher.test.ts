import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { Filter } from '../../../src/filter/filter';
import { StringSource } from '../../../src/trail/source';
import { finish } from '../../../src/trail/steps';
import { Trail } from '../../../src/trail/trail';
import { event, SHAPES } from '../trail/logs';

const trailOf = (...events: readonly Record<string, unknown>[]): Trail =>
  Trail.of(new StringSource(events.map((one) => JSON.stringify(one)).join('\n')));

/** The rows that a filter lets through. */
function rowsOf(text: string, trail: Trail): number[] {
  const filter = Filter.parse(text);
  assert.deepEqual(filter.problems, [], text);
  const matches = finish(filter.rows(trail));
  assert.ok(matches);
  const test = filter.matcher(trail);
  assert.deepEqual(
    [...matches.rows],
    [...Array(trail.rows.size).keys()].filter((row) => test(row)),
  );
  return [...matches.rows];
}

const identity = (more: Record<string, unknown>): Record<string, unknown> => ({ userIdentity: { type: 'ram-user', ...more } });

const LOG = trailOf(
  // prettier-ignore
  event(0, { eventName: 'DeleteInstance', errorCode: 'Forbidden.RAM', eventTime: '2020-12-01T11:00:00Z', eventRW: 'Write', ...identity({ accountId: '1187000000004544', userName: 'alice', accessKeyId: 'LTAIexample1' }) }),
  // prettier-ignore
  event(1, { eventName: 'DeleteUser', serviceName: 'Ram', acsRegion: 'cn-shanghai', eventTime: '2020-12-01T12:00:30.366+0000', resourceName: 'bob;group-1', errorCode: 'success' }),
  // prettier-ignore
  event(2, { eventName: 'DescribeInstances', eventTime: '2020-12-02T00:00:00Z', eventRW: 'Read', sourceIpAddress: 'Internal', userAgent: 'Terraform/1.5', requestParameters: { Name: '测试 "A"', Nested: '{"deep":"x\\"y"}' } }),
  // prettier-ignore
  event(3, { eventName: 'ConsoleSignin', serviceName: undefined, eventSource: 'kms.cn-hangzhou.aliyuncs.com', eventType: 'ConsoleSignin', eventTime: 'broken', errorCode: '', userIdentity: { type: 'root-account' } }),
);

describe('a filter on a trail', () => {
  for (const [text, rows] of [
    ['', [0, 1, 2, 3]],
    ['name:Delete*', [0, 1]],
    ['name:delete*', [0, 1]],
    ['name:*In*ance*', [0, 2]],
    ['name:Delete', []],
    ['name=DELETEUSER', [1]],
    ['name!=DeleteUser', [0, 2, 3]],
    ['name:(DeleteUser | ConsoleSign??)', [1, 3]],
    ['error:*', [0]],
    ['-error:*', [1, 2, 3]],
    ['error:""', [1, 2, 3]],
    ['error:success', []],
    ['error:Forbidden*', [0]],
    ['account:1187*', [0]],
    ['account:""', [3]],
    ['user:alice key:LTAI*', [0]],
    ['region:cn-shanghai', [1]],
    ['-region:cn-shanghai', [0, 2, 3]],
    ['service:ram', [1]],
    ['service:Ecs', [0, 2]],
    ['service:km?', [3]],
    ['identity:root-account type:consolesignin', [3]],
    ['rw:write | rw:read', [0, 2]],
    ['address:internal', [2]],
    ['agent:terraform*', [2]],
    ['resource:bob*', [1]],
    ['resource:group-1', [1]],
    ['resource:group', []],
    ['id:E0000000-0000-4000-8000-000000000002', [2]],
    ['id:e0000000-0000-4000-8000-000000000002', [2]],
    ['id:*0002', [2]],
    ['id:*0004', []],
    ['request:R0000000-0000-4000-8000-000000000001', [1]],
    ['time:2020-12-01T11:00:00Z..2020-12-01T12:00:30.366Z', [0, 1]],
    ['time>2020-12-01T12:00:00Z', [1, 2]],
    ['time>=2020-12-01T12:00:30.366Z', [1, 2]],
    ['time>2020-12-01T12:00:30.366Z', [2]],
    ['time<2020-12-01T12:00:30Z', [0]],
    ['time<=2020-12-01T12:00Z', [0, 1]],
    ['time<=2020-12-01T20:00+08:00', [0, 1]],
    ['time:*', [0, 1, 2]],
    ['-time:*', [3]],
    ['kind:delete', [0, 1]],
    ['kind:read', [2]],
    ['kind:logon', [3]],
    ['sensitivity:low', [2]],
    ['"测试"', [2]],
    ['terraform', [2]],
    ['"测试 \\"A\\""', [2]],
    ['"x\\"y"', [2]],
    ['"}{"', [0, 1, 3]],
    ['Terr*1.5', [2]],
    ['-terraform -name:Delete*', [3]],
    ['(name:Delete* error:*) | identity:root-account', [0, 3]],
    ['text:Forbidden', [0]],
  ] as const)
    test(text === '' ? 'nothing' : text, () => {
      assert.deepEqual(rowsOf(text, LOG), rows);
    });

  test('text that is escaped is found as it is meant', () => {
    const escaped = JSON.stringify({ a: '删除', b: 'two\nlines' }).replace(
      /[^ -~]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    const trail = trailOf(event(0, { requestParameters: { Body: escaped } }), event(1));
    assert.deepEqual(rowsOf('"{\\"a\\":\\"删除\\""', trail), [0]);
    assert.deepEqual(rowsOf('"two\\nlines"', trail), []);
    assert.deepEqual(rowsOf('two*lines', trail), [0]);
  });

  test('members that are no columns are found in every shape', () => {
    for (const [shape, write] of Object.entries(SHAPES)) {
      if (shape === 'fragment' || shape === 'sls flat') continue;
      const trail = Trail.of(new StringSource(write(4)));
      const expected = rowsOf('"R0000000-0000-4000-8000-000000000001"', trail);
      assert.ok(expected.length > 0 || shape === 'mixture', shape);
      assert.deepEqual(rowsOf('request:R0000000-0000-4000-8000-000000000001', trail), expected, shape);
      assert.deepEqual(rowsOf('request:R*-000000000001', trail), expected, shape);
      assert.deepEqual(rowsOf('-agent:test', trail), [], shape);
    }
  });

  test('members of a flattened record are found', () => {
    const trail = Trail.of(
      new StringSource('{"event.eventName":"A","event.acsRegion":"cn-hangzhou","event.userAgent":"curl","event.eventId":"x-1"}'),
    );
    assert.deepEqual(rowsOf('agent:curl id:x-*', trail), [0]);
  });

  test('a value is seen for the first time once, by the times of the events', () => {
    const at = (minute: number | undefined, userName: string): Record<string, unknown> =>
      event(0, { eventTime: minute === undefined ? 'none' : `2026-03-02T01:${minute}:00Z`, ...identity({ userName }) });
    const trail = trailOf(at(30, 'a'), at(10, 'a'), at(20, 'b'), at(20, 'b'), at(undefined, 'c'), at(40, 'c'));
    assert.deepEqual(rowsOf('first:user', trail), [1, 2, 5]);
    assert.deepEqual(rowsOf('-first:user name:*', trail), [0, 3, 4]);
  });

  test('what is skipped in a log matches nothing, not even a negation', () => {
    const trail = Trail.of(new StringSource(`${JSON.stringify(event(0))}\nnot json at all\n${JSON.stringify(event(1))}`));
    assert.equal(trail.rows.size, 3);
    assert.deepEqual(rowsOf('-name:x', trail), [0, 2]);
    assert.deepEqual(rowsOf('"not json"', trail), []);
  });

  test('names like those of objects are values as any other', () => {
    const trail = trailOf(event(0, { eventName: '__proto__' }), event(1, { eventName: 'constructor' }));
    assert.deepEqual(rowsOf('name:__proto__', trail), [0]);
    assert.deepEqual(rowsOf('kind:read name:constructor', trail), []);
  });

  test('a matcher follows a log that is edited', () => {
    const texts = [event(0, { eventName: 'A' }), event(1, { eventName: 'B' })].map((one) => JSON.stringify(one));
    const trail = Trail.of(new StringSource(texts.join('\n')));
    const matcher = Filter.parse('name:C | first:name').matcher(trail);
    assert.deepEqual([matcher(0), matcher(1)], [true, true]);
    const at = texts[0]?.indexOf('"A"') ?? 0;
    trail.update(new StringSource(texts.join('\n').replace('"A"', '"B"')), [{ start: at, oldEnd: at + 3, length: 3 }]);
    assert.deepEqual([matcher(0), matcher(1)], [true, false]);
  });
});

describe('times of the reader', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test('a time without an offset, an hour and a weekday are those of the clock of the reader', () => {
    process.env['TZ'] = 'Asia/Shanghai';
    // A Friday in UTC, a Saturday in China.
    const trail = trailOf(event(0, { eventTime: '2026-03-06T17:30:00Z' }), event(1, { eventTime: '2026-03-06T03:30:00Z' }));
    assert.deepEqual(rowsOf('hour:1', trail), [0]);
    assert.deepEqual(rowsOf('weekday:sat', trail), [0]);
    assert.deepEqual(rowsOf('-hour:9..17', trail), [0]);
    assert.deepEqual(rowsOf('hour:22..5', trail), [0]);
    assert.deepEqual(rowsOf('hour>=11', trail), [1]);
    assert.deepEqual(rowsOf('time:2026-03-07', trail), [0]);
    assert.deepEqual(rowsOf('time:"2026-03-07 01:30"', trail), [0]);
    assert.deepEqual(rowsOf('time:2026-03-06T17:30Z', trail), [0]);
  });
});
