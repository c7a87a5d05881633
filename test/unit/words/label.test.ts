import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { label } from '../../../src/words/label';

describe('labels', () => {
  for (const [value, shown] of [
    ['DescribeInstances', 'DescribeInstances'],
    ['删除实例', '删除实例'],
    ['', ''],
    ['   ', '"   "'],
    ['Delete\u202eecnatsnI', 'Delete\\u202eecnatsnI'],
    ['\u2066a\u2069\u200f', '\\u2066a\\u2069\\u200f'],
    ['a\u2028b\u2029c', 'a\\u2028b\\u2029c'],
    ['a\nb\r\tc\u0000', 'a\\nb\\r\\tc\\u0000'],
    ['\ud800', '\\ud800'],
    ['a\u200bb\ufeff', 'a\\u200bb\\ufeff'],
    ['\u3164', '\\u3164'],
    ['$(trash) [x](command:y) <b>', '$(trash) [x](command:y) <b>'],
  ] as const) {
    test(JSON.stringify(value), () => {
      assert.equal(label(value), shown);
    });
  }

  test('a long value is cut, not within a pair', () => {
    assert.equal(label('x'.repeat(10_000)).length, 121);
    assert.ok(!label(`${'x'.repeat(119)}😀`).includes('\\ud83d'));
  });
});
