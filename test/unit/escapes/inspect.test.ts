import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reason, inspectLiteral, mayHoldJson } from '../../../src/escapes';

const twice = (value: unknown): string => JSON.stringify(JSON.stringify(value));

const HOLDING: readonly (readonly [literal: string, levels: number, overLevels: number, text: string])[] = [
  ['"[]"', 1, 0, '[]'],
  ['" {} "', 1, 0, '{}'],
  ['"\\n{\\"a\\":1}\\r\\n"', 1, 0, '{"a":1}'],
  ['"\\u007b\\u007d"', 1, 0, '{}'],
  ['"[1187000000004544000,1.50,1e400]"', 1, 0, '[1187000000004544000,1.50,1e400]'],
  ['"{\\"a\\":1,\\"a\\":2}"', 1, 0, '{"a":1,"a":2}'],
  ['"{\\"账号\\":\\"1187****4544 😀\\"}"', 1, 0, '{"账号":"1187****4544 😀"}'],
  ['"{\\"a\\":\\"\\\\ud800\\"}"', 1, 0, '{"a":"\\ud800"}'],
  [twice(twice({ a: ['x'] })), 3, 0, '{"a":["x"]}'],
  [twice(twice(twice([1]))), 5, 0, '[1]'],
  // Escaped once too often, twice too often, with and without quotes around it.
  ['"[\\\\\\"vsw-1\\\\\\",\\\\\\"vsw-2\\\\\\"]"', 2, 1, '["vsw-1","vsw-2"]'],
  ['"[\\\\\\\\\\\\\\"vsw-1\\\\\\\\\\\\\\"]"', 3, 2, '["vsw-1"]'],
  [JSON.stringify('\\"[\\\\\\"a\\\\\\"]\\"'), 3, 1, '["a"]'],
  [JSON.stringify('"[\\\\\\"a\\\\\\"]"'), 3, 1, '["a"]'],
  [JSON.stringify('{\n  \\"a\\": \\"say \\\\\\"hi\\\\\\"\\"\n}'), 2, 1, '{\n  "a": "say \\"hi\\""\n}'],
];

for (const [literal, levels, overLevels, text] of HOLDING) {
  test(`holds JSON: ${literal}`, () => {
    assert.ok(mayHoldJson(literal));
    assert.deepEqual(inspectLiteral(literal), { kind: overLevels > 0 ? 'over-escaped' : 'escaped', levels, overLevels, text });
  });
}

const PLAIN = [
  '""',
  '"a"',
  '"1187"',
  '"true"',
  '"*"',
  '"\\"abc\\""',
  '"{"',
  '"]"',
  '"acs:ram::1:role/x"',
  '"\\\\\\\\server\\\\share"',
].concat(['"\\n"', '"\\\\\\\\server\\\\[x]"', '"a{}"', '"{}a"', '', '"', '""""', 'abc', '[]', '"[]', '[]"']);

for (const literal of PLAIN) {
  test(`plain: ${literal}`, () => {
    assert.deepEqual(inspectLiteral(literal), { kind: 'plain' });
  });
}

/** The place of the failure is marked by `‸` in the literal. */
const UNDECODABLE: readonly (readonly [literal: string, reason: Reason])[] = [
  ['"[‸abc]"', Reason.BareWord],
  ['"{‸id}"', Reason.BareWord],
  ['"{‸a=1}"', Reason.BareWord],
  ['"[‸True]"', Reason.BareWord],
  ['"[tru‸ly]"', Reason.BareWord],
  ['"[175‸***657]"', Reason.BareMask],
  ['"{\\"a\\":175‸***657}"', Reason.BareMask],
  ['"[‸****]"', Reason.BareMask],
  ['"[0‸1]"', Reason.BadNumber],
  ['"[‸+1]"', Reason.BadNumber],
  ['"[1.‸]"', Reason.Unexpected],
  ['"{‸\'a\':1}"', Reason.SingleQuote],
  ['"[1,‸]"', Reason.TrailingComma],
  ['"{\\"a\\":1,‸}"', Reason.TrailingComma],
  ['"[1 ‸// one\\n]"', Reason.Comment],
  ['"[‸/* none */]"', Reason.Comment],
  ['"{\\"a\\":[1}‸"', Reason.Unexpected],
  ['"{\\"a\\":\\"b‸"', Reason.CutOff],
  ['"[{\\"a\\":1},‸"', Reason.CutOff],
  ['"[{}] ‸[]"', Reason.TextAfter],
  ['"{}‸}"', Reason.TextAfter],
  ['"{\\"a\\":\\"‸\\n\\"}"', Reason.ControlCharacter],
  ['"{\\"a\\":\\"\\\\n‸\\u0000\\"}"', Reason.ControlCharacter],
  ['"{\\"a\\":\\"‸\\\\x\\"}"', Reason.BadEscape],
  ['"[‸\\x]"', Reason.BadEscape],
  ['"[‸\\\\ a]"', Reason.StrayBackslash],
  ['"[‸\\\\\\"a\\", 1]"', Reason.StrayBackslash],
  // The innermost failure, mapped back through two and three levels.
  ['"[\\\\\\"a\\\\\\",‸abc]"', Reason.BareWord],
  ['"\\"[\\\\\\"a\\\\\\",‸abc]\\""', Reason.BareWord],
  ['"\\"[\\\\\\"\\\\\\\\u0041\\\\\\",1,‸]\\""', Reason.TrailingComma],
];

for (const [marked, reason] of UNDECODABLE) {
  test(`only looks like JSON: ${marked}`, () => {
    const literal = marked.replace('‸', '');
    // A bracket that closes the wrong container is itself the failure.
    const offset = reason === Reason.Unexpected && marked.includes('}‸') ? marked.indexOf('}') : marked.indexOf('‸');
    assert.deepEqual(inspectLiteral(literal), { kind: 'undecodable', reason, offset });
  });
}

test('a literal is looked at in place, without a copy', () => {
  const text = '{"a": "[1]", "b": "x"}';
  assert.equal(mayHoldJson(text, 6, 11), true);
  assert.equal(mayHoldJson(text, 18, 21), false);
});
