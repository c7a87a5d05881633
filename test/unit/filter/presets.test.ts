import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Filter } from '../../../src/filter/filter';
import { PRESET_IDS, type PresetId, PRESETS } from '../../../src/filter/presets';
import { countValues } from '../../../src/trail/group/facets';
import { Derived } from '../../../src/trail/group/groupKeys';
import { groupEvents } from '../../../src/trail/group/groups';
import { Column } from '../../../src/trail/scan/row';
import { StringSource } from '../../../src/trail/source';
import { finish } from '../../../src/trail/steps';
import { Trail } from '../../../src/trail/trail';
import { event } from '../trail/logs';

const api = (serviceName: string, eventName: string, more: Record<string, unknown> = {}): Record<string, unknown> =>
  event(0, {
    serviceName,
    eventName,
    eventSource: `${serviceName.toLowerCase()}.aliyuncs.com`,
    eventTime: '2026-03-04T12:00:00',
    ...more,
  });

const trailOf = (events: readonly Record<string, unknown>[]): Trail =>
  Trail.of(new StringSource(events.map((one) => JSON.stringify(one)).join('\n')));

describe('presets', () => {
  const events = [
    api('Ecs', 'DescribeInstances'),
    api('Ecs', 'AuthorizeSecurityGroup', { errorCode: 'Forbidden' }),
    api('Ecs', 'DeleteInstance'),
    api('Ram', 'CreateAccessKey'),
    api('Actiontrail', 'StopLogging'),
    api('AasSub', 'ConsoleSignin', { eventType: 'ConsoleSignin', userIdentity: { type: 'root-account' } }),
    api('Actiontrail', 'DescribeTrails'),
    api('Ram', 'ListUsers'),
  ];
  const expected: Readonly<Partial<Record<PresetId, readonly string[]>>> = {
    changes: ['AuthorizeSecurityGroup', 'DeleteInstance', 'CreateAccessKey', 'StopLogging'],
    failures: ['AuthorizeSecurityGroup'],
    logons: ['ConsoleSignin'],
    root: ['ConsoleSignin'],
    identities: ['CreateAccessKey'],
    exposure: ['AuthorizeSecurityGroup'],
    deletions: ['DeleteInstance'],
    tampering: ['StopLogging'],
  };
  for (const id of PRESET_IDS)
    test(id, () => {
      const filter = Filter.parse(PRESETS[id]);
      assert.deepEqual(filter.problems, []);
      const trail = trailOf(events);
      const matches = finish(filter.rows(trail));
      const names = Array.from(matches?.rows ?? [], (row) => trail.value(row, Column.EventName));
      if (expected[id] !== undefined) assert.deepEqual(names, expected[id]);
    });
});

describe('groups and counts of what a filter lets through', () => {
  const trail = trailOf(
    [9, 9, 14, undefined].map((hour, number) =>
      event(number, {
        eventName: number === 1 ? 'B' : 'A',
        eventTime: hour === undefined ? 'none' : new Date(2026, 2, 2 + number, hour, 30).toISOString(),
      }),
    ),
  );

  test('by the hour of the day, those without a time apart', () => {
    const groups = finish(groupEvents(trail, { by: [Derived.Hour, Column.EventName], sort: 'name' }));
    assert.ok(groups);
    assert.deepEqual(
      Array.from(groups.inside(), (index) => [groups.code({ level: 0, index }), groups.count({ level: 0, index })]),
      [
        [10, 2],
        [15, 1],
        [0, 1],
      ],
    );
  });

  test('by the last event, the latest first, and how many are hidden', () => {
    const filter = Filter.parse('time:*').on(trail);
    const groups = finish(groupEvents(trail, { by: [Column.EventName, Column.Account], sort: 'last' }, filter));
    assert.ok(groups);
    assert.deepEqual([groups.size, groups.hidden], [3, 1]);
    const names = Array.from(groups.inside(), (index) =>
      trail.dictionary(Column.EventName).decode(groups.code({ level: 0, index })),
    );
    assert.deepEqual(names, ['A', 'B']);
  });

  test('values of a column, the most frequent first', () => {
    const shown = (holds?: (row: number) => boolean): (string | number)[][] =>
      finish(countValues(trail, Column.EventName, holds)).map(({ code, count }) => [
        trail.dictionary(Column.EventName).decode(code),
        count,
      ]);
    assert.deepEqual(shown(), [
      ['A', 3],
      ['B', 1],
    ]);
    assert.deepEqual(
      shown((row) => row === 1),
      [['B', 1]],
    );
  });
});
