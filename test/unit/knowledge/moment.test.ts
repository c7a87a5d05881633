import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readMoment } from '../../../src/knowledge/moment';

const BASE = Date.UTC(2026, 2, 1, 20, 30, 15, 250);
const read = (text: string, base: number | undefined = BASE): string => {
  const found = readMoment(text, base);
  return typeof found === 'string' ? found : new Date(found.ms).toISOString();
};

describe('a time as people type it', () => {
  const { TZ } = process.env;
  before(() => {
    process.env['TZ'] = 'Asia/Shanghai';
  });
  after(() => {
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  });

  for (const [text, expected] of [
    ['2026-03-01 10:00:05', '2026-03-01T02:00:05.000Z'],
    ['2026-03-01T10:00:05.25', '2026-03-01T02:00:05.250Z'],
    ['2026-03-01T10:00:05Z', '2026-03-01T10:00:05.000Z'],
    ['2026-03-01 10:00 utc', '2026-03-01T10:00:00.000Z'],
    ['2026-03-01 10:00 UTC-5:30', '2026-03-01T15:30:00.000Z'],
    ['2020-12-01T11:54:59.366+0000', '2020-12-01T11:54:59.366Z'],
    ['2026-03-01T10:00:05+08:00', '2026-03-01T02:00:05.000Z'],
    ['2026-03-01', '2026-02-28T16:00:00.000Z'],
    ['2026/3/1 9:05', '2026-03-01T01:05:00.000Z'],
    ['2026年3月1日 10:00', '2026-03-01T02:00:00.000Z'],
    ['2026-03-01 10:00 本地', '2026-03-01T02:00:00.000Z'],
    // The event's day is 2 March in China, 1 March by UTC.
    ['10:00', '2026-03-02T02:00:00.000Z'],
    ['10:00 Z', '2026-03-01T10:00:00.000Z'],
    ['02-28 10:00', '2026-02-28T02:00:00.000Z'],
    ['１０：００', '2026-03-02T02:00:00.000Z'],
    ['1772413332', '2026-03-02T01:02:12.000Z'],
    ['1772413332123', '2026-03-02T01:02:12.123Z'],
    ['-15m', '2026-03-01T20:15:15.250Z'],
    ['+2h', '2026-03-01T22:30:15.250Z'],
    ['+ 1h 30m', '2026-03-01T22:00:15.250Z'],
    ['−1.5H', '2026-03-01T19:00:15.250Z'],
    ['-1天', '2026-02-28T20:30:15.250Z'],
    ['+250ms', '2026-03-01T20:30:15.500Z'],
    ['-10 分钟', '2026-03-01T20:20:15.250Z'],
  ] as const)
    test(text, () => {
      assert.equal(read(text), expected);
    });

  for (const [text, expected] of [
    ['', 'empty'],
    ['  ', 'empty'],
    ['soon', 'unknown-form'],
    ['15m', 'unknown-form'],
    ['-15', 'unknown-form'],
    ['+', 'unknown-form'],
    ['-15m later', 'unknown-form'],
    ['2026-03-01 10:00 CST', 'unknown-form'],
    ['2026-03-01 10:0', 'unknown-form'],
    ['10:00:00:00', 'unknown-form'],
    ['2026-02-30', 'no-such-time'],
    ['2026-13-01', 'no-such-time'],
    ['24:00', 'no-such-time'],
    ['-999999999999w', 'no-such-time'],
  ] as const)
    test(`"${text}" is ${expected}`, () => {
      assert.equal(read(text), expected);
    });

  test('what counts from an event needs one', () => {
    assert.equal(readMoment('-15m', undefined), 'no-base');
    assert.equal(readMoment('10:00', undefined), 'no-base');
    assert.equal(readMoment('03-01 10:00', undefined), 'no-base');
    assert.deepEqual(readMoment('2026-03-01', undefined), { ms: Date.UTC(2026, 1, 28, 16), isRelative: false });
  });
});
