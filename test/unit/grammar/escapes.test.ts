import assert from 'node:assert/strict';
import { test } from 'node:test';
import { innermost, tokenize } from './tokens';

const KEY = 'support.type.property-name.json';
const ESCAPE = 'constant.character.escape';
const MARK = 'keyword.operator.escaped';
/** A value of the log and the text in which it stands, once, twice or three times in a string. */
const wrap = (value: unknown, levels: number): string =>
  levels === 0 ? JSON.stringify(value) : wrap(JSON.stringify(value), levels - 1);
const record = { eventName: 'StopLogging', ok: true, list: [1, 'two'], eventTime: '2026-03-02T01:00:00Z' };

for (const level of [1, 2, 3])
  test(`the inside of JSON that is escaped ${level} times is coloured like JSON`, () => {
    const line = `{"event": ${wrap(record, level)}, "next": "x"}`;
    assert.equal(innermost(line, 'StopLogging'), 'entity.name.function.event');
    assert.equal(innermost(line, '2026-03-02T01:00:00Z'), 'constant.numeric.date');
    assert.equal(innermost(line, 'list'), KEY);
    assert.equal(innermost(line, 'true'), 'constant.language');
    assert.equal(innermost(line, '1'), 'constant.numeric');
    assert.equal(innermost(line, 'two'), 'string.quoted.double');
    assert.equal(innermost(line, '['), MARK);
    const outside = tokenize(line).find(({ text }) => text === 'next');
    assert.deepEqual(outside?.scopes, ['string.json', KEY]);
  });

test('a list that was escaped once too often', () => {
  const line = '"VSwitchIds": "[\\\\\\"vsw-1\\\\\\",\\\\\\"vsw-2\\\\\\"]", "k": 1';
  assert.deepEqual(
    tokenize(line)
      .slice(5, 15)
      .map(({ text, scopes }) => [text, scopes.at(-1)]),
    [
      ['"', 'punctuation.definition.string.begin.plain'],
      ['[', MARK],
      ['\\\\\\"', ESCAPE],
      ['vsw-1', 'string.quoted.double'],
      ['\\\\\\"', ESCAPE],
      [',', MARK],
      ['\\\\\\"', ESCAPE],
      ['vsw-2', 'string.quoted.double'],
      ['\\\\\\"', ESCAPE],
      [']', MARK],
    ],
  );
  assert.equal(innermost(line, 'k'), KEY);
});

test('backslashes and quotes inside an escaped string do not end it', () => {
  const line = `"p": ${wrap({ path: 'C:\\', say: 'a "b" c\n', last: 1 }, 1)}, "k": 2`;
  for (const name of ['path', 'say', 'last', 'k']) assert.equal(innermost(line, name), KEY, name);
  assert.equal(innermost(line, '\\\\\\\\'), ESCAPE);
  assert.equal(innermost(line, '\\\\\\"'), ESCAPE);
  assert.equal(innermost(line, '\\\\n'), ESCAPE);
});

test('escaped JSON that is laid out keeps its line breaks as escapes', () => {
  const line = `"Detail": ${JSON.stringify(JSON.stringify(record, null, 2))}`;
  assert.equal(innermost(line, '\\n'), ESCAPE);
  assert.equal(innermost(line, 'StopLogging'), 'entity.name.function.event');
});

test('an escaped text that was pasted without its quotes', () => {
  assert.equal(innermost('{\\"eventName\\":\\"StopLogging\\"}', 'StopLogging'), 'entity.name.function.event');
});

test('a text that merely begins with a bracket stays one string', () => {
  const tokens = tokenize('"m": "[WARN] something: 5", "k": 1');
  assert.ok(tokens.filter(({ text }) => text.includes('WARN')).every(({ scopes }) => scopes[0] === 'string.quoted.double'));
  assert.equal(innermost('"m": "[WARN] x", "k": 1', 'k'), KEY);
});
