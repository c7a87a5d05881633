import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc, runs } from '../property';
import { type Pattern } from '../../../src/filter/expression';
import { matchPart, matchWhole } from '../../../src/filter/glob';
import { parse } from '../../../src/filter/parse';

function patternOf(glob: string): Pattern {
  const { expression } = parse(`text:${glob}`);
  assert.equal(expression.kind, 'term');
  return expression.kind === 'term' ? (expression.values[0]?.pattern ?? []) : [];
}

/** The same by recursion over all places, slow and plain. */
function naive(glob: string, text: string): boolean {
  const first = glob.charAt(0);
  if (glob === '') return text === '';
  if (first === '*') return [...Array(text.length + 1).keys()].some((at) => naive(glob.slice(1), text.slice(at)));
  return text !== '' && (first === '?' || first === text.charAt(0)) && naive(glob.slice(1), text.slice(1));
}

test('patterns match what they say, whole and in part', () => {
  const glob = fc.array(fc.constantFrom('a', 'b', '*', '?'), { minLength: 1, maxLength: 7 }).map((units) => units.join(''));
  const text = fc.array(fc.constantFrom('a', 'b', 'A'), { maxLength: 9 }).map((units) => units.join(''));
  fc.assert(
    fc.property(glob, text, (one, other) => {
      const lower = other.toLowerCase();
      assert.equal(matchWhole(patternOf(one))(other), naive(one, lower), `${one} ${other}`);
      assert.equal(matchPart(patternOf(one))(lower), naive(`*${one}*`, lower), `*${one}* ${other}`);
    }),
    { numRuns: runs(5_000) },
  );
});

test('a pattern that would keep a regular expression busy for ever is answered', () => {
  assert.equal(matchWhole(patternOf(`${'a*'.repeat(200)}b`))('a'.repeat(20_000)), false);
  assert.equal(matchPart(patternOf(`${'a?*'.repeat(200)}b`))('a'.repeat(20_000)), false);
});
