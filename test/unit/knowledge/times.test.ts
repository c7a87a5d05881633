import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ago } from '../../../src/knowledge/ago';
import { formatLocal, formatUtc, isTimeZone, offsetOf, parseTime } from '../../../src/knowledge/times';

describe('times', () => {
  const cases: readonly (readonly [string | number, number, string])[] = [
    ['2020-01-09T12:12:14Z', Date.UTC(2020, 0, 9, 12, 12, 14), 'utc'],
    ['2020-01-09T12:12:14.5Z', Date.UTC(2020, 0, 9, 12, 12, 14, 500), 'utc'],
    ['2020-12-01T11:54:59.366+0000', Date.UTC(2020, 11, 1, 11, 54, 59, 366), 'basic-offset'],
    ['2020-12-01T11:54:59+0000', Date.UTC(2020, 11, 1, 11, 54, 59), 'basic-offset'],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29), 'utc'],
    [1657247532000, 1657247532000, 'epoch-ms'],
    ['1627549154939', 1627549154939, 'epoch-ms'],
    ['1627549154', 1627549154000, 'epoch-s'],
  ];
  for (const [value, ms, form] of cases)
    it(`reads ${value}`, () => {
      assert.deepEqual(parseTime(value), { ms, form });
    });

  const bad = [
    '',
    'yesterday',
    '2021-02-29T00:00:00Z',
    '2020-13-01T00:00:00Z',
    '2020-00-10T00:00:00Z',
    '2020-04-31T00:00:00Z',
    '2020-01-09T24:00:00Z',
    '2020-01-09T12:60:00Z',
    '2020-01-09T12:12:60Z',
    '2020-01-09 12:12:14',
    '2020-01-09T12:12:14',
    '2020-01-09T12:12:14+08:00',
    '2020-01-09T12:12:14+0800',
    '2020-01-09',
    '2020-1-9T12:12:14Z',
    ' 2020-01-09T12:12:14Z',
    '1187000000004544',
    '9999999999999',
    '12345',
    -5,
    1.5,
    NaN,
  ];
  for (const value of bad)
    it(`refuses '${value}'`, () => {
      assert.equal(parseTime(value), undefined);
    });

  const ms = Date.UTC(2020, 11, 1, 11, 54, 59, 366);
  it('formats', () => {
    assert.equal(formatUtc(ms), '2020-12-01 11:54:59.366 UTC');
    assert.equal(formatUtc(ms - 366), '2020-12-01 11:54:59 UTC');
    assert.equal(formatLocal(ms, 'Asia/Shanghai'), '2020-12-01 19:54:59');
    assert.equal(formatLocal(Date.UTC(2020, 11, 1, 16), 'Asia/Shanghai'), '2020-12-02 00:00:00');
    assert.equal(offsetOf(ms, 'Asia/Shanghai'), 'UTC+8');
    assert.equal(offsetOf(ms, 'Asia/Kolkata'), 'UTC+5:30');
    assert.equal(offsetOf(ms, 'America/New_York'), 'UTC-5');
    assert.equal(offsetOf(ms, 'UTC'), 'UTC+0');
  });
  it('knows time zones', () => {
    assert.equal(isTimeZone('Asia/Shanghai'), true);
    assert.equal(isTimeZone('Mars/Olympus'), false);
  });

  const distances: readonly (readonly [number, string, string])[] = [
    [0, '0 秒钟前', '0 seconds ago'],
    [61_000, '1 分钟前', '1 minute ago'],
    [7_200_000, '2 小时前', '2 hours ago'],
    [3 * 86_400_000, '3 天前', '3 days ago'],
    [400 * 86_400_000, '1 年前', '1 year ago'],
    [-3_600_000, '1 小时后', 'in 1 hour'],
  ];
  for (const [distance, zh, en] of distances) {
    it(`tells ${en}`, () => {
      assert.equal(ago(ms - distance, ms, 'zh'), zh);
      assert.equal(ago(ms - distance, ms, 'en'), en);
    });
  }
});
