import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticeText } from '../../../src/words/notice';

/** How VS Code finds links in notifications. */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

test('no name makes a link in a notification', () => {
  for (const name of ['[a](command:x).gz', '[a](https://example.com)', '[[a](file:///x)](command:x "y")', '[a]](command:x)'])
    assert.equal(noticeText(name).match(LINK), null, name);
  assert.equal(noticeText('log [1] (copy).json'), 'log [1] (copy).json');
});
