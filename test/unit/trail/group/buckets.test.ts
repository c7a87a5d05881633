import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type Bucket, bucketsOf, MAX_SIBLINGS, stretches } from '../../../../src/trail/group/buckets';

const MINUTE = 60_000;
const START = Date.UTC(2026, 2, 2);

/** `count` times, evenly between START and `minutes` later. */
const evenly = (count: number, minutes: number) => (index: number) => START + Math.floor((index * minutes * MINUTE) / count);
const units = (buckets: readonly Bucket[] | undefined) => [...new Set(buckets?.map(({ unit }) => unit))].join(' ');

/** Buckets in buckets, until every list is short enough. */
function leaves(length: number, time: (index: number) => number, within?: Bucket['unit'], from = 0): number[] {
  const buckets = bucketsOf(length, (index) => time(from + index), within);
  if (buckets === undefined) return [length];
  assert.ok(buckets.length <= MAX_SIBLINGS);
  assert.ok(buckets.length > 1);
  assert.equal(buckets[0]?.from, 0);
  assert.equal(buckets.at(-1)?.to, length);
  for (const [index, bucket] of buckets.entries()) assert.equal(bucket.from, index === 0 ? 0 : buckets[index - 1]?.to);
  return buckets.flatMap((bucket) => leaves(bucket.to - bucket.from, time, bucket.unit, from + bucket.from));
}

describe('buckets', () => {
  before(() => {
    process.env['TZ'] = 'Asia/Shanghai';
  });

  test('a list of 500 stays as it is', () => {
    assert.equal(bucketsOf(500, evenly(500, 60)), undefined);
    assert.equal(bucketsOf(501, evenly(501, 60 * 48))?.length, 3);
  });

  test('the coarsest unit whose buckets are small enough', () => {
    assert.equal(units(bucketsOf(4_000, evenly(4_000, 60 * 24 * 12))), 'day');
    assert.equal(units(bucketsOf(4_000, evenly(4_000, 60 * 22))), 'hour');
    assert.equal(units(bucketsOf(4_000, evenly(4_000, 45))), 'minute');
    assert.equal(units(bucketsOf(4_000, evenly(4_000, 0.9))), 'second');
    assert.equal(units(bucketsOf(1_000, evenly(1_000, 60 * 24 * 900))), 'year');
  });

  test('days begin at midnight of the reader', () => {
    const [first, second] = bucketsOf(4_000, evenly(4_000, 60 * 24 * 12)) ?? [];
    assert.equal(new Date(first?.start ?? NaN).toISOString(), '2026-03-01T16:00:00.000Z');
    assert.equal(new Date(second?.start ?? NaN).toISOString(), '2026-03-02T16:00:00.000Z');
  });

  test('buckets that are still too large are divided again, down to stretches', () => {
    const perDay = bucketsOf(125_000, evenly(125_000, 60 * 24 * 20));
    assert.equal(units(perDay), 'day');
    for (const [count, minutes] of [
      [125_000, 60 * 24 * 20],
      [1_000_000, 60 * 24 * 90],
      [1_000_000, 1],
      [300_000, 0],
    ] as const) {
      const lengths = leaves(count, evenly(count, minutes));
      assert.equal(
        lengths.reduce((sum, one) => sum + one, 0),
        count,
      );
      assert.ok(Math.max(...lengths) <= MAX_SIBLINGS);
    }
  });

  test('events without a time have a bucket of their own', () => {
    const time = (index: number): number => (index < 300 ? START : NaN);
    assert.deepEqual(
      bucketsOf(600, time)?.map(({ from, to, unit }) => [from, to, unit]),
      [
        [0, 300, 'year'],
        [300, 600, 'timeless'],
      ],
    );
    assert.deepEqual(
      leaves(2_000, () => NaN),
      [500, 500, 500, 500],
    );
  });

  test('the hour that comes twice when summer time ends', () => {
    process.env['TZ'] = 'Europe/Berlin';
    const night = Date.UTC(2026, 9, 24, 22);
    const buckets = bucketsOf(1_200, (index) => night + index * 30_000) ?? [];
    assert.equal(buckets.length, 10);
    assert.ok(buckets.every(({ from, to }) => to - from === 120));
    process.env['TZ'] = 'Asia/Shanghai';
  });

  test('a million groups are divided into no more than 500', () => {
    assert.deepEqual(
      stretches(1_000).map(({ from, to }) => [from, to]),
      [
        [0, 500],
        [500, 1_000],
      ],
    );
    assert.equal(stretches(1_000_000).length, 4);
  });
});
