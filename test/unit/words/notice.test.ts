import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticeText, promptText } from '../../../src/words/notice';
import { fc, runs } from '../property';

/** How VS Code finds links in notifications, and icons in what stands below input boxes. */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;
const ICON = /(\\)?\$\([a-z0-9-]+(?:~[a-z0-9-]+)?\)/gi;
/** What hides or reorders what stands beside it. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

const HOSTILE = [
  '[a](command:x).gz',
  '[a](https://example.com)',
  '[[a](file:///x)](command:x "y")',
  '[a]](command:x)',
  '[a\n](command:x)',
  '[a]\u200b(command:x)',
  '\u202e[a](COMMAND:x)',
  '$(error) [$(check)](command:x)',
  '\u0003\u001b[31m](command:x)',
];

function check(message: string): void {
  for (const escaped of [noticeText(message), promptText(message)]) {
    assert.equal(escaped.match(LINK), null, message);
    assert.doesNotMatch(escaped, UNSEEN, message);
  }
  for (const [, backslash] of promptText(message).matchAll(ICON)) assert.equal(backslash, '\\', message);
}

test('no message makes a link in a notification, draws an icon below an input box, or hides a character', () => {
  HOSTILE.forEach(check);
  const parts = [
    '[',
    ']',
    '(',
    ')',
    '$(',
    'check',
    'command:',
    'https://',
    'file:',
    'x',
    ' ',
    '"',
    '\\',
    '\n',
    '\u200b',
    '\u202e',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 14 }), (chosen) => {
      check(chosen.join(''));
    }),
    { numRuns: runs(3_000) },
  );
});

test('what is no link stays as it is', () => {
  for (const message of ['log [1] (copy).json', 'C:\\logs\\a.json', '"a" is no "b" (c) [d]', '日志 [1]（副本）', ''])
    assert.deepEqual([noticeText(message), promptText(message)], [message, message]);
});

test('a long message is cut', () => {
  assert.ok(noticeText('x'.repeat(1_000_000)).length < 1_100);
});
