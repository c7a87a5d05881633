import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findValue, spellingsOf } from '../../../src/trail/search';
import { StringSource } from '../../../src/trail/source';

const find = (text: string, value: string): readonly string[] =>
  [...findValue(new StringSource(text), value)].flatMap((hit) => (hit ? [`${hit.start} ${text.slice(hit.start, hit.end)}`] : []));

describe('finding a value in a log', () => {
  test('as a word of its own', () => {
    assert.deepEqual(find('"i-1" "i-12" "ai-1" "i-1-x" "x-i-1" "i-1." (i-1) i-1,i-1;', 'i-1'), [
      '1 i-1',
      '37 i-1',
      '44 i-1',
      '49 i-1',
      '53 i-1',
    ]);
    assert.deepEqual(find('192.0.2.7 192.0.2.77 1192.0.2.7 192.0.2.7.1 192.0.2.7', '192.0.2.7').length, 2);
    assert.deepEqual(find('acs:ram::123456:role/x 1234567 123456****', '123456'), ['9 123456']);
    assert.deepEqual(find('Role:li.na li.na@corp', 'li.na'), ['5 li.na']);
  });

  test('inside escaped text, right behind an escape', () => {
    for (const text of [
      String.raw`{\"Id\":\"i-1\"}`,
      String.raw`\\\"i-1\\\"`,
      String.raw`a\ni-1\tb`,
      String.raw`\u0022i-1\u0022`,
    ])
      assert.equal(find(text, 'i-1').length, 1, text);
    assert.equal(find('ni-1', 'i-1').length, 0);
  });

  test('among Chinese words', () => {
    assert.deepEqual(find('实例i-1不存在', 'i-1'), ['2 i-1']);
    assert.deepEqual(find('"张三" "张三丰"', '张三'), ['1 张三']);
  });

  test('spelled with escapes of any level', () => {
    const value = '张"三/四';
    let text = JSON.stringify({ a: value });
    for (let level = 0; level < 3; level++, text = JSON.stringify({ b: text })) assert.equal(find(text, value).length, 1, text);
    assert.equal(find(String.raw`"\u5f20\u4e09"`, '张三').length, 1);
    assert.equal(find(String.raw`"a\/b"`, 'a/b').length, 1);
    assert.deepEqual(spellingsOf('i-1'), ['i-1']);
  });

  test('across the windows in which the text is read, each place once', () => {
    const gap = 'x '.repeat(131_070);
    const text = `${gap}i-12345 ${gap}i-12345 ${gap}`;
    for (let shift = 0; shift < 12; shift++) assert.equal(find(' '.repeat(shift) + text, 'i-12345').length, 2, String(shift));
  });

  test('in a text of nothing else than what an id is made of', () => {
    for (const text of ['a'.repeat(2_000_000), '-'.repeat(2_000_000), '\\'.repeat(2_000_000), 'ab'.repeat(1_000_000)]) {
      assert.equal(find(text, 'ab').length, 0);
      assert.equal(find(text, '--x').length, 0);
    }
  });
});
