import assert from 'node:assert/strict';
import { fc, runs, sample } from '../property';
import { test } from 'node:test';
import { isTokenized, innermost, tokenize } from './tokens';

const KEY = 'support.type.property-name.json';
const SOUND = '  "eventName": "RunInstances", "n": [1, "{\\"a\\":1}"]';
const plain = (text: string): unknown => tokenize(text).map(({ text: part, scopes }) => [part, scopes]);

/** The line after a broken one is coloured as if it stood alone. */
const next = (broken: string): unknown =>
  tokenize(`${broken}\n${SOUND}`)
    .filter(({ line }) => line === 1)
    .map(({ text, scopes }) => [text, scopes]);

test('comments, in a line and over lines', () => {
  const text = '"a": 1, // 事件的 "发生时间"\n/* one\n two */ "eventName": "X"';
  assert.equal(innermost(text, ' 事件的 "发生时间"'), 'comment.line.double-slash');
  assert.equal(innermost(text, ' one'), 'comment.block');
  assert.equal(innermost(text, 'X'), 'entity.name.function.event');
  assert.equal(innermost('"u": "https://example.com/*"', 'https://example.com/*'), 'string.quoted.double');
});

test('several roots, trailing commas, stray words', () => {
  const text = '{"eventName":"A",}\n{"b":1} 已脱敏 {"eventName":"C",}\n]';
  assert.equal(innermost(text, 'A'), 'entity.name.function.event');
  assert.equal(innermost(text, 'C'), 'entity.name.function.event');
});

test('masks without quotes', () => {
  assert.equal(innermost('"accountId": 175***657,', '175***657'), 'variable.other.constant.account');
  assert.equal(innermost('"stsTokenPlayerUid": 175498693826****,', '175498693826****'), 'variable.other.constant.account');
  assert.equal(innermost('"other": 12**, "k": 1', '12**'), 'variable.other.constant.mask');
  assert.equal(innermost('"other": 12**, "k": 1', 'k'), KEY);
});

test('full-width punctuation is marked', () => {
  assert.equal(innermost('"a"：1', '：'), 'invalid.illegal.full-width');
});

test('an unterminated string ends at the end of its line and shows where it began', () => {
  assert.equal(innermost('"a": "no end', '"'), 'punctuation.support.type.property-name.begin.plain');
  const tokens = tokenize('"a": "no end');
  assert.equal(tokens.at(-2)?.scopes.at(-1), 'invalid.illegal.unterminated');
  for (const broken of [
    '"a": "no end',
    '"eventName": "no end',
    '"a": "{\\"b\\":\\"c',
    '"a": "[\\\\\\"vsw',
    '"a": "2026-03-02',
    '"a": "x\\',
    '"',
    '{"a',
  ])
    assert.deepEqual(next(broken), plain(SOUND), broken);
});

test('whatever a line holds, the next line is right', () => {
  const parts = [
    '"',
    '\\',
    '\\"',
    '\\\\\\"',
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    ' ',
    'eventName',
    '"eventName":',
    '"a":"{',
    'a',
    '1',
    '*',
    '\\n',
    '中',
    '"errorCode":"',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 60 }), (line) => {
      assert.deepEqual(next(line.join('')), plain(SOUND));
    }),
    { numRuns: runs(2000) },
  );
});

test('a string that holds no line break is one string, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', '\\', '{', '[', '}', ']', ':', ',', 'a', '1', '\n', '/') }), (value) => {
      const line = `[${JSON.stringify(value)},"last"]`;
      const tokens = tokenize(line);
      assert.deepEqual(tokens.at(-3)?.text, 'last', line);
      assert.deepEqual(tokens.at(-3)?.scopes, ['string.quoted.double'], line);
    }),
    { numRuns: runs(3000) },
  );
});

/** With patterns that try again and again these take minutes. */
const UNITS = [
  ...[
    '"',
    '\\',
    '\\"',
    '\\\\"',
    '\\\\\\"',
    '\\\\\\\\\\\\\\"',
    '"\\"',
    '[',
    '{',
    '/',
    '/*',
    'a',
    '1',
    '1*',
    '1x',
    '*',
    ' ',
    '.1',
    '::',
    '“',
    '"1:',
    'STS.',
  ],
  ...[
    '{"a":"b",',
    '{\\"a\\":',
    '"{\\"a\\\\\\"',
    '"eventName":',
    '"eventName"  ',
    '"eventName":"a',
    '"a":"[\\\\\\"',
    '"{\\"eventName\\":\\"',
    '"2026-03-02T',
    '"errorCode":"0',
  ],
];

test('hostile lines of 20,000 characters are tokenized to their end', () => {
  const line = (unit: string): string => unit.repeat(Math.ceil(20_000 / unit.length)).slice(0, 20_000);
  const starts = ['', '"', '{"event":"{', '"a":"{\\"b\\":\\"{'];
  for (const [unit, start] of sample(UNITS.flatMap((unit) => starts.map((start) => [unit, start] as const))))
    assert.ok(isTokenized(`${start}${line(unit)}`), `${start}${unit}…`);
});
