import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Layout, PRETTY, detectLayout, escapeAgain, peelOnce, unescapeFully } from '../../../src/escapes';

const COMPACT: Layout = { ...PRETTY, compact: true, spaceAfterColon: false };
const SPACED: Layout = { ...PRETTY, compact: true };
const INNER: Layout = { ...PRETTY, base: '    ', eol: '\r\n', indent: '\t' };
const SEED = '"[\\\\\\"vsw-xxxxx\\\\\\",\\\\\\"vsw-xxxxx\\\\\\"]"';

const lit = (json: string): string => JSON.stringify(json);
const long = `"${'x'.repeat(40)}"`;

const TABLE: readonly (readonly [name: string, literal: string, layout: Layout, expected: string])[] = [
  ['the seed', SEED, PRETTY, '["vsw-xxxxx", "vsw-xxxxx"]'],
  ['the seed, compact', SEED, COMPACT, '["vsw-xxxxx","vsw-xxxxx"]'],
  ['empty', '"{}"', PRETTY, '{}'],
  ['empty', '"[]"', PRETTY, '[]'],
  ['empty members', lit('{"a":{},"b":[]}'), PRETTY, '{\n  "a": {},\n  "b": []\n}'],
  ['numbers', lit('[1187000000004544000,1.50,1e400,-0]'), PRETTY, '[1187000000004544000, 1.50, 1e400, -0]'],
  ['order and duplicates', lit('{"b":1,"a":2,"b":null}'), COMPACT, '{"b":1,"a":2,"b":null}'],
  ['compact', lit('{ "a" : 1, "b" : [ "x" ] }'), COMPACT, '{"a":1,"b":["x"]}'],
  ['compact, spaced', lit('{"a":1,"b":["x",{}]}'), SPACED, '{"a": 1, "b": ["x", {}]}'],
  [
    'base, tab, CRLF',
    lit('{"a":[1,{"b":2}]}'),
    INNER,
    '{\r\n    \t"a": [\r\n    \t\t1,\r\n    \t\t{\r\n    \t\t\t"b": 2\r\n    \t\t}\r\n    \t]\r\n    }',
  ],
  ['no space after colon', lit('{"a":1}'), { ...PRETTY, spaceAfterColon: false }, '{\n  "a":1\n}'],
  ['a row too long', lit(`[${long},${long},${long}]`), PRETTY, `[\n  ${long},\n  ${long},\n  ${long}\n]`],
  ['a row that just fits', lit(`["${'x'.repeat(96)}"]`), PRETTY, `["${'x'.repeat(96)}"]`],
  ['a row that just does not', lit(`["${'x'.repeat(97)}"]`), PRETTY, `[\n  "${'x'.repeat(97)}"\n]`],
  ['a row far to the right', lit('["a"]'), { ...PRETTY, column: 96 }, '[\n  "a"\n]'],
  ['no row', lit('[[],[1]]'), PRETTY, '[\n  [],\n  [1]\n]'],
  ['nested', lit(`{"a":${lit('{"b":"[1]"}')},"c":"[x]"}`), PRETTY, '{\n  "a": {\n    "b": [1]\n  },\n  "c": "[x]"\n}'],
  ['nested in a row', lit('["a","[1]","b"]'), PRETTY, '[\n  "a",\n  [1],\n  "b"\n]'],
  ['nested, over-escaped', lit(`{"a":${lit('[\\"b\\"]')}}`), COMPACT, '{"a":["b"]}'],
  ['keys stay', lit(`{${lit('[1]')}:${lit('"[1]"')}}`), COMPACT, '{"[1]":[1]}'],
  ['lone surrogate, raw', '"[\\"\ud800\\"]"', COMPACT, '["\\ud800"]'],
  ['lone surrogate, escaped outside', '"[\\"\\udc00a\\ud83d\\ude00\\"]"', COMPACT, '["\\udc00a😀"]'],
  ['U+2028 from an escape', '"[\\"\\u2028\\"]"', COMPACT, '["\\u2028"]'],
  ['U+2028 that is raw', '"[\\"\u2028\\"]"', COMPACT, '["\u2028"]'],
  ['U+0000 inside', '"[\\"\\\\u0000\\"]"', COMPACT, '["\\u0000"]'],
  ['plain', '"abc"', PRETTY, '"abc"'],
  ['look-alike', '"[abc]"', PRETTY, '"[abc]"'],
];

for (const [name, literal, layout, expected] of TABLE) {
  test(`unescapeFully: ${name}: ${literal.slice(0, 60)}`, () => {
    assert.equal(unescapeFully(literal, layout), expected);
  });
}

test('peelOnce: three levels one by one', () => {
  const steps = [lit(lit('{"a":"[1]"}'))];
  for (;;) {
    const next = peelOnce(steps.at(-1)!, COMPACT);
    if (next === steps.at(-1)) break;
    steps.push(next);
  }
  assert.deepEqual(steps.slice(1), [lit('{"a":"[1]"}'), '{"a":"[1]"}']);
});

test('peelOnce: escaped too often', () => {
  assert.equal(peelOnce('"[\\\\\\"a\\\\\\"]"', PRETTY), '"[\\"a\\"]"');
  assert.equal(peelOnce('"[\\"a\\"]"', PRETTY), '["a"]');
  assert.equal(peelOnce('"[\\n\\\\\\"a\\\\\\"\\n]"', PRETTY), '"[\\n\\"a\\"\\n]"');
});

test('escapeAgain minifies and keeps numbers', () => {
  assert.equal(escapeAgain('{\r\n  "a" : 1.50,\n "b": [1e400, "x y"]\n}'), lit('{"a":1.50,"b":[1e400,"x y"]}'));
  assert.equal(escapeAgain('"[1]"'), lit('"[1]"'));
  assert.equal(escapeAgain(' [ 1, // one\n 2]'), lit(' [ 1, // one\n 2]'));
});

test('the seed sample: the string becomes the value, in place', () => {
  const before =
    '{\n  "IsBlack": false,\n  "RequestParameters": {\n    "InstanceId": "sc_flinkserverless_public_cn-xxxxxxxx",\n    "VSwitchIds": ';
  const after = ',\n    "AcceptLanguage": "zh-CN"\n  }\n}\n';
  const value = unescapeFully(SEED, detectLayout(before + SEED + after, before.length));
  assert.equal(before + value, `${before}["vsw-xxxxx", "vsw-xxxxx"]`);
  assert.deepEqual(peelOnce(SEED, PRETTY), escapeAgain(value));
});
