import assert from 'node:assert/strict';
import { test } from 'node:test';
import { globTest, splitGlob } from '../../../src/workspace/glob';
import { fc, runs } from '../property';

test('a pattern is matched as people write it', () => {
  const table: readonly (readonly [pattern: string, fits: readonly string[], others: readonly string[]])[] = [
    ['*.md', ['a.md', '.md', '中.md'], ['a/b.md', 'a.mdx', '']],
    ['?.md', ['a.md', '𠮷.md'], ['ab.md', '/.md', '.md']],
    ['**/*.md', ['a.md', 'b/a.md', 'c/b/a.md'], ['a.txt', '/a.md', 'b//a.md']],
    ['docs/**', ['docs/a', 'docs/b/c'], ['docs', 'doc/a']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['a/xb', 'ab']],
    ['*.{md,csv}', ['a.md', 'a.csv'], ['a.json', 'a.']],
    ['{a,b{c,d}}/x', ['a/x', 'bc/x', 'bd/x'], ['b/x', 'c/x']],
    ['{a,}b', ['ab', 'b'], ['a']],
    ['{a,b', ['a', 'b'], ['{a,b']],
    ['a}', ['a}'], ['a']],
    ['[a-c].md', ['a.md', 'c.md'], ['d.md', '-.md']],
    ['[!a-c].md', ['d.md', '].md'], ['a.md', '/.md']],
    ['[^a]b', ['bb'], ['ab']],
    ['[a-]', ['a', '-'], ['b']],
    ['[]]', [']'], ['[']],
    ['[', ['['], ['a']],
    ['a(b|c)+.$^', ['a(b|c)+.$^'], ['ab']],
    ['a,b', ['a,b'], ['a']],
  ];
  for (const [pattern, fits, others] of table) {
    for (const path of fits) assert.ok(globTest(pattern)(path), `${pattern} fits ${path}`);
    for (const path of others) assert.ok(!globTest(pattern)(path), `${pattern} does not fit ${path}`);
  }
});

test('the folder is what stands before the first mark', () => {
  assert.deepEqual(splitGlob('/a/b'), { folder: '/a/b', pattern: undefined });
  assert.deepEqual(splitGlob('/a/*.md'), { folder: '/a', pattern: '*.md' });
  assert.deepEqual(splitGlob('/*/a'), { folder: '/', pattern: '*/a' });
  assert.deepEqual(splitGlob('**/a'), { folder: '', pattern: '**/a' });
});

/** What a pattern means, by the engine of regular expressions: short ones only, for that may take for ever. */
function meaningOf(pattern: string): RegExp {
  const source = pattern
    .replaceAll('.', '\\.')
    .replaceAll('**/', '§')
    .replaceAll('**', '¶')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]')
    .replaceAll('§', '(?:[^/]+/)*')
    .replaceAll('¶', '.*')
    .replaceAll('{', '(?:')
    .replaceAll(',', '|')
    .replaceAll('}', ')');
  return new RegExp(`^(?:${source})$`, 'su');
}

test('a pattern means the same as the expression that it stands for', () => {
  const piece = fc.constantFrom('a', 'b', '/', '.', '*', '**', '**/', '?', '{a,b}', '{*,a/}', '{**/,b?}');
  const path = fc.array(fc.constantFrom('a', 'b', '/', '.'), { maxLength: 10 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.array(path, { maxLength: 20 }), (pieces, paths) => {
      const pattern = pieces.join('').replace(/\*{3,}/g, '**');
      const fits = globTest(pattern);
      const meaning = meaningOf(pattern);
      for (const one of paths) assert.equal(fits(one), meaning.test(one), `${pattern} ${one}`);
    }),
    { numRuns: runs(2_000) },
  );
});

test('no pattern takes for ever', () => {
  const path = `${'a'.repeat(200)}/${'aaaa/'.repeat(100)}b`;
  for (const piece of ['*a', '**/', '{a,a}', '{*,a}', '{a,{a,{a,', '**a**', '[a-z]*', '?*', '{**/,a/}', '{*,*,*}'])
    assert.equal(globTest(`${piece.repeat(Math.floor(499 / piece.length))}c`)(path), false, piece);
  assert.equal(globTest('*'.repeat(501))('a'), false, 'a longer one is not compiled');
});
