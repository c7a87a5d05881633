import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownTable } from '../../../src/words/markdownTable';

test('values of a log stay in their cells of a table and are no links, tags or formats; nor are words of the user', () => {
  assert.equal(
    markdownTable(
      ['Event', 'Note'],
      [
        [{ text: 'a|b\n| c\u202e' }, { text: '[x](http://a) <b> `c` **d**' }],
        [{ text: '' }, { text: 'a | b\n\u0007<b>', isOurs: true }],
      ],
    ),
    [
      '| Event | Note |',
      '| --- | --- |',
      '| a&#124;b\\\\n&#124; c\\\\u202e | ``[x](http://a) <b> `c` **d**`` |',
      '|  | a \\| b\\\\n\\\\u0007\\<b\\> |',
    ].join('\n'),
  );
});
