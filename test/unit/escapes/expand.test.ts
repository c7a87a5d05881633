import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeWithMap, expand } from '../../../src/escapes';

const MUCH = { maxLength: 10_000, maxLines: 1000 };
const inner = JSON.stringify('{"needle":1.50}');
const over = JSON.stringify('[\\"thread\\"]');
const literal = JSON.stringify(`{"é😀":"\\n","b":${inner},"c":["x",${over}]}`);

test('expands everything, with the levels at each spot', () => {
  const expanded = expand(literal, MUCH);
  assert.ok(expanded);
  assert.equal(
    expanded.text,
    ['{', '  "é😀": "\\n",', '  "b": {', '    "needle": 1.50', '  },', '  "c": [', '    "x",', '    ["thread"]', '  ]', '}'].join(
      '\n',
    ),
  );
  assert.equal(expanded.cut, false);
  assert.deepEqual(expanded.spots, [
    { offset: 0, levels: 1, overLevels: 0 },
    { offset: expanded.text.indexOf('{', 1), levels: 1, overLevels: 0 },
    { offset: expanded.text.indexOf('["thread'), levels: 2, overLevels: 1 },
  ]);
});

test('places are found again in the literal', () => {
  const expanded = expand(literal, MUCH);
  assert.ok(expanded);
  for (const word of ['needle', '1.50', 'thread', 'é', 'x', 'read']) {
    assert.equal(expanded.toSource(expanded.text.indexOf(word)), literal.indexOf(word), word);
  }
  assert.equal(expanded.toSource(0), 1);
  assert.equal(expanded.toSource(-5), 1);
  assert.ok(expanded.toSource(1e9) < literal.length);
});

test('is cut at limits, not within a surrogate pair', () => {
  assert.deepEqual({ ...expand(literal, { ...MUCH, maxLines: 2 }), toSource: 0 }.text, '{\n  "é😀": "\\n",');
  const cut = expand('"[\\"😀\\"]"', { ...MUCH, maxLength: 3 });
  assert.equal(cut?.text, '["');
  assert.equal(cut.cut, true);
  for (let maxLength = 0; maxLength < 100; maxLength++) {
    const part = expand(literal, { ...MUCH, maxLength });
    assert.ok(part && part.text.length <= maxLength && !/\p{Surrogate}/u.test(part.text));
    assert.ok(expand(literal, MUCH)?.text.startsWith(part.text));
  }
});

test('only what holds JSON is expanded', () => {
  for (const plain of ['"a"', '"[abc]"', '']) assert.equal(expand(plain, MUCH), undefined);
});

test('decodeWithMap: each unit leads to the escape that it came from', () => {
  const mapped = decodeWithMap('"a\\n\\u0041\\\\b😀\\""');
  assert.ok(mapped);
  assert.equal(mapped.value, 'a\nA\\b😀"');
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 99, -1].map((offset) => mapped.toSource(offset)),
    [1, 2, 4, 10, 12, 13, 14, 15, 17, 17, 1],
  );
  for (const broken of ['a', '"', '"\\"', '"\\x"', '"\n"', '"a"b"']) assert.equal(decodeWithMap(broken), undefined);
});
