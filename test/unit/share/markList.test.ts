import assert from 'node:assert/strict';
import { test } from 'node:test';
import Papa from 'papaparse';
import { marksAsCsv, marksAsMarkdown } from '../../../src/share/markList';

const HOSTILE = ['=1+1', '+a', '-a', '@a', 'a,b"c', 'two\r\nlines', '', '中文'];

test('marks as CSV are read back as they are, and are no formulas', () => {
  const { data } = Papa.parse<string[]>(marksAsCsv([['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], HOSTILE]).trimEnd());
  assert.deepEqual(data[1], ["'=1+1", "'+a", "'-a", "'@a", 'a,b"c', 'two\r\nlines', '', '中文']);
});

test('marks as Markdown stay in their cells and are no links, tags or formats', () => {
  const text = marksAsMarkdown([
    ['Event', 'Note'],
    ['a|b\n| c', '[x](http://a) <b> `c` **d**'],
  ]);
  assert.equal(
    text,
    '| Event | Note |\n| --- | --- |\n| a\\|b \\| c | \\[x\\]\\(http\\:\\/\\/a\\) \\<b\\> \\`c\\` \\*\\*d\\*\\* |\n',
  );
});
