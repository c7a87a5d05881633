import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FieldName } from '../../../src/filter/field';
import { Filter } from '../../../src/filter/filter';
import { facetFields, facetOf } from '../../../src/explorer/filter/facetValues';
import { termOf } from '../../../src/filter/condition';
import { StringSource, type TextSource } from '../../../src/trail/source';
import { finish } from '../../../src/trail/steps';
import { Trail } from '../../../src/trail/trail';
import { event } from '../trail/logs';

const TEXT = Array.from({ length: 30 }, (_, number) =>
  JSON.stringify(
    event(number, {
      eventRW: number % 3 === 0 ? 'Write' : 'Read',
      eventType: number % 10 === 0 ? 'ConsoleSignin' : 'ApiCall',
      resourceName: number % 5 === 0 ? undefined : `disk-${number % 2}`,
      eventTime: number === 4 ? 'never' : new Date(2026, 2, 1, number % 4 === 0 ? 9 : 21).toISOString(),
    }),
  ),
).join('\n');
const FOLDER: TextSource = Object.assign(new StringSource(TEXT), {
  files: { names: ['a.json', 'b.json'], of: (row: number) => (row < 12 ? 0 : 1) },
});

const counts = (trail: Trail, field: FieldName, holds?: (row: number) => boolean): Readonly<Record<string, number>> =>
  Object.fromEntries(finish(facetOf(trail, field, holds))?.values.map(({ value, count }) => [value, count]) ?? []);

test('there is a facet for everything that events are grouped by, what has to be read last', () => {
  const fields = facetFields(Trail.of(FOLDER));
  for (const field of [
    'name',
    'account',
    'user',
    'key',
    'service',
    'region',
    'address',
    'error',
    'type',
    'rw',
    'hour',
    'file',
  ] as const)
    assert.ok(fields.includes(field), field);
  assert.equal(fields.at(-1), 'resource');
  assert.equal(new Set(fields).size, fields.length);
  assert.ok(!facetFields(Trail.of(new StringSource(TEXT))).includes('file'), 'one file');
});

test('values of columns, hours, files and resources are counted', () => {
  const trail = Trail.of(FOLDER);
  assert.deepEqual(counts(trail, 'rw'), { Read: 20, Write: 10 });
  assert.deepEqual(counts(trail, 'type'), { ApiCall: 27, ConsoleSignin: 3 });
  assert.deepEqual(counts(trail, 'hour'), { '21': 22, '9': 7, '': 1 });
  assert.deepEqual(counts(trail, 'file'), { 'b.json': 18, 'a.json': 12 });
  assert.deepEqual(counts(trail, 'resource'), { 'disk-0': 12, 'disk-1': 12, '': 6 });
  assert.deepEqual(
    counts(trail, 'file', (row) => row < 3),
    { 'a.json': 3 },
  );
});

test('a value of a facet is a condition that lets through as many events as it says', () => {
  const trail = Trail.of(FOLDER);
  for (const field of facetFields(trail))
    for (const [value, count] of Object.entries(counts(trail, field))) {
      const only = finish(Filter.parse(termOf({ field, value }, false)).rows(trail))?.rows.length;
      const not = finish(Filter.parse(termOf({ field, value }, true)).rows(trail))?.rows.length;
      assert.deepEqual([only, not], [count, 30 - count], `${field}:${value}`);
    }
});
