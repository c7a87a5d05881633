import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  PRETTY,
  Reason,
  decodeWithMap,
  escapeAgain,
  expand,
  inspectLiteral,
  peelOnce,
  unescapeFully,
} from '../../../src/escapes';

const MEGABYTE = 1_048_576;
const DEPTH = 100_000;
/** Of processor time, for some fifteen calls on a megabyte each; generous, since quadratic time at these sizes is minutes. */
const MAX_MILLISECONDS = 5000;

const every = (literal: string): void => {
  inspectLiteral(literal);
  unescapeFully(literal, PRETTY);
  unescapeFully(literal, { ...PRETTY, compact: true });
  peelOnce(literal, PRETTY);
  expand(literal, { maxLength: 4000, maxLines: 100 })?.toSource(10);
  decodeWithMap(literal)?.toSource(10);
  escapeAgain(literal);
};

const HOSTILE: Readonly<Record<string, string>> = {
  'a megabyte of backslashes': '\\'.repeat(MEGABYTE),
  'backslashes in brackets': `[${'\\'.repeat(MEGABYTE)}]`,
  'an odd number of backslashes in brackets': `[${'\\'.repeat(MEGABYTE + 1)}]`,
  'a megabyte of quotes': '"'.repeat(MEGABYTE),
  'a megabyte of escaped quotes': '\\"'.repeat(MEGABYTE / 2),
  'escapes that grow by a constant': `[\\u005c${'u005c'.repeat(MEGABYTE / 5)}]`,
  'quotes whose escapes grow by a constant': `[${'\\u005c'.repeat(MEGABYTE / 6)}u0022]`,
  'arrays without end': '['.repeat(MEGABYTE),
  'arrays nested deeply': `${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`,
  'objects nested deeply': `${'{\\"a\\":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`,
  'many small escaped strings': `[${Array.from({ length: 50_000 }, () => '\\"[\\\\\\"a\\\\\\"]\\"').join(',')}]`,
  'many look-alikes': `[${Array.from({ length: 50_000 }, () => '\\"[abc]\\"').join(',')}]`,
  'a megabyte of spaces': ' '.repeat(MEGABYTE),
  NUL: '\u0000'.repeat(MEGABYTE),
  'lone surrogates': `[\\"${'\ud800'.repeat(MEGABYTE)}\\"]`,
  'one long string': `{\\"a\\":\\"${'x'.repeat(MEGABYTE)}\\"}`,
  'one long number': `[${'1'.repeat(MEGABYTE)}]`,
  mask: `[${'*'.repeat(MEGABYTE)}]`,
};

for (const [name, inside] of Object.entries(HOSTILE)) {
  test(`in linear time: ${name}`, () => {
    const before = process.cpuUsage();
    every(`"${inside}"`);
    every(inside);
    const used = process.cpuUsage(before);
    const spent = (used.user + used.system) / 1000;
    assert.ok(spent < MAX_MILLISECONDS, `${spent} ms`);
  });
}

test('100,000 nestings are decoded, and their indentation does not grow without end', () => {
  const literal = `"${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}"`;
  assert.equal(inspectLiteral(literal).kind, 'escaped');
  const text = unescapeFully(literal, PRETTY);
  assert.equal(text.replace(/\s/g, ''), literal.slice(1, -1));
  assert.ok(text.length < 4 * literal.length);
});

test('strings within strings: as deep as backslashes allow in a megabyte', () => {
  let literal = '[1]';
  let levels = 0;
  for (; literal.length < MEGABYTE; levels++) literal = JSON.stringify(literal);
  assert.deepEqual(inspectLiteral(literal), { kind: 'escaped', levels, overLevels: 0, text: '[1]' });
  assert.equal(unescapeFully(literal, PRETTY), '[1]');
});

test('more levels than are followed', () => {
  const literal = `"[\\${'u005c'.repeat(100)}u0022]"`;
  assert.deepEqual(inspectLiteral(literal), { kind: 'undecodable', reason: Reason.TooDeep, offset: 0 });
  assert.equal(unescapeFully(literal, PRETTY), literal);
});
