import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Layout, detectLayout, unescapeFully } from '../../../src/escapes';

const VALUE = '"{\\"a\\":[1,{}]}"';

const TABLE: readonly (readonly [name: string, before: string, expected: Layout, after?: string])[] = [
  ['two spaces', '{\n  "a": ', { indent: '  ', eol: '\n', base: '  ', compact: false, spaceAfterColon: true, column: 7 }],
  [
    'four spaces',
    '{\n    "r": {\n        "a": ',
    { indent: '    ', eol: '\n', base: '        ', compact: false, spaceAfterColon: true, column: 13 },
  ],
  [
    'tabs, CRLF',
    '{\r\n\t"r": {\r\n\t\t"a":',
    { indent: '\t', eol: '\r\n', base: '\t\t', compact: false, spaceAfterColon: false, column: 12 },
  ],
  [
    'array element',
    '{\n  "r": [\n    ',
    { indent: '  ', eol: '\n', base: '    ', compact: false, spaceAfterColon: true, column: 4 },
  ],
  [
    'siblings first',
    '{\n  "z": [\n    1\n  ],\n  "a": ',
    { indent: '  ', eol: '\n', base: '  ', compact: false, spaceAfterColon: true, column: 7 },
  ],
  ['minified', '{"x":1,"a":', { indent: '  ', eol: '\n', base: '', compact: true, spaceAfterColon: false, column: 11 }],
  [
    'a record a line',
    '{"x": 1}\r\n{"x": 1, "a": ',
    { indent: '  ', eol: '\r\n', base: '', compact: true, spaceAfterColon: true, column: 14 },
  ],
  [
    'within a line',
    '{\n  "r": {"a": ',
    { indent: '  ', eol: '\n', base: '  ', compact: true, spaceAfterColon: true, column: 13 },
  ],
  ['no indentation', '{\n"a": ', { indent: '  ', eol: '\n', base: '', compact: false, spaceAfterColon: true, column: 5 }],
  [
    'first line, CRLF behind',
    '',
    { indent: '  ', eol: '\r\n', base: '', compact: false, spaceAfterColon: true, column: 0 },
    '\r\n',
  ],
  [
    'mixed: the nearest outer line decides',
    '{\n\t"x": 1,\n  "r": {\n    "a": ',
    { indent: '  ', eol: '\n', base: '    ', compact: false, spaceAfterColon: true, column: 9 },
  ],
  [
    'a key with escapes',
    '{\n  "a\\"b\\\\": ',
    { indent: '  ', eol: '\n', base: '  ', compact: false, spaceAfterColon: true, column: 12 },
  ],
  [
    'a colon in an escaped string does not count',
    '{\n  "r": [\n    "{\\"a\\":1}",\n    ',
    { indent: '  ', eol: '\n', base: '    ', compact: false, spaceAfterColon: true, column: 4 },
  ],
];

for (const [name, before, expected, after = ''] of TABLE) {
  test(`detectLayout: ${name}`, () => {
    assert.deepEqual(detectLayout(before + VALUE + after, before.length), expected);
  });
}

test('a line of 50 MB is not searched', () => {
  const text = `{"x":"${'y'.repeat(50_000_000)}","a":`;
  assert.equal(text.indexOf('z'), -1); // flattens what repeat() made
  // A thousand searches of 50 MB would take many seconds of processor time.
  const before = process.cpuUsage();
  for (let times = 0; times < 1000; times++) assert.equal(detectLayout(text, text.length).compact, true);
  assert.ok(process.cpuUsage(before).user < 2_000_000);
});

test('an outer line beyond the window: the steps in sight decide', () => {
  const before = `{\n    "r": {\n${'        "x": 1,\n'.repeat(2000)}        "a": `;
  assert.equal(detectLayout(before, before.length).indent, '  ');
  assert.equal(detectLayout(before, before.length).base, '        ');
});

test('offsets outside the text do no harm', () => {
  for (const offset of [-1, 99, NaN]) assert.equal(detectLayout('{}', offset).eol, '\n');
});

test('the value fits in: a pretty document with CRLF and tabs', () => {
  const before = '{\r\n\t"a": ';
  const value = unescapeFully(VALUE, detectLayout(before + VALUE, before.length));
  assert.equal(`${before}${value}\r\n}`, '{\r\n\t"a": {\r\n\t\t"a": [\r\n\t\t\t1,\r\n\t\t\t{}\r\n\t\t]\r\n\t}\r\n}');
});
