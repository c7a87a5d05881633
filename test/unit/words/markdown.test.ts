import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeSpan, commandLink, fence, plain } from '../../../src/words/markdown';

const BACKTICK = '`';

describe('codeSpan', () => {
  it('shows a value as it is', () => {
    assert.equal(codeSpan('cn-hangzhou'), '`cn-hangzhou`');
    assert.equal(codeSpan('两个 字'), '`两个 字`');
  });

  it('is delimited by more backticks than the value holds', () => {
    assert.equal(codeSpan('a`b'), '``a`b``');
    assert.equal(codeSpan('```js'), '```` ```js ````');
    assert.equal(codeSpan('`'), '`` ` ``');
  });

  it('cannot be left by a line break', () => {
    assert.equal(codeSpan('a\n\n# b\r\nc\u2028d'), '`a\\n\\n# b\\r\\nc\\u2028d`');
  });

  for (const hostile of [
    '](command:workbench.action.quit)',
    '<img src=x onerror=alert(1)>',
    'https://example.com',
    '$(bug)',
    '**b**',
    '<!--',
  ])
    it(`holds ${hostile} within its marks`, () => {
      assert.equal(codeSpan(hostile), `\`${hostile}\``);
    });

  it('shows what hides or reorders', () => {
    assert.equal(codeSpan('a\u202eb\u200bc\u0000d\u007f'), '`a\\u202eb\\u200bc\\u0000d\\u007f`');
    assert.equal(codeSpan('\u{e0041}'), '`\\udb40\\udc41`');
    assert.equal(codeSpan('\ud800'), '`\\ud800`');
  });

  it('shows an empty value and one of spaces', () => {
    assert.equal(codeSpan(''), '`""`');
    assert.equal(codeSpan('  '), '`"  "`');
  });

  it('cuts a long value, not through a pair', () => {
    const span = codeSpan('x'.repeat(1_000_000));
    assert.ok(span.length < 210);
    assert.ok(span.endsWith('…`'));
    assert.equal(codeSpan(`${'x'.repeat(199)}😀`), `\`${'x'.repeat(199)}…\``);
    assert.ok(codeSpan(BACKTICK.repeat(1_000_000)).length < 1_000);
  });
});

describe('fence', () => {
  it('is longer than any run of backticks inside', () => {
    assert.equal(fence('a', 'json'), '```json\na\n```');
    assert.equal(fence('````', 'json'), '`````json\n````\n`````');
  });

  it('keeps lines and shows other controls', () => {
    assert.equal(fence('a\r\nb\tc\u202ed\u2028e', 'json'), '```json\na\nb\tc\\u202ed\ne\n```');
  });

  it('is bounded', () => {
    assert.ok(fence('x'.repeat(1_000_000), 'json').length < 21_000);
  });
});

describe('plain', () => {
  it('lets no character be a format, nor an address a link', () => {
    assert.equal(plain('a *b* [c](d) <i> $(e) `f`'), 'a \\*b\\* \\[c\\]\\(d\\) \\<i\\> \\$\\(e\\) \\`f\\`');
    assert.equal(
      plain('https://example.com www.example.com a@example.com'),
      'https\\:\\/\\/example\\.com www\\.example\\.com a\\@example\\.com',
    );
    assert.equal(plain('a\nb'), 'a\\\\nb');
  });
});

describe('commandLink', () => {
  it('keeps a hostile address inside the link', () => {
    const link = commandLink('Unescape', 'trail.unescape', ['file:///a)](command:x "y\'*!', 3], 'Do it');
    const [, target = ''] = /^\[Unescape\]\(([^\s()]*) "Do it"\)$/.exec(link) ?? [];
    const [command, args = ''] = target.split('?');
    assert.equal(command, 'command:trail.unescape');
    assert.deepEqual(JSON.parse(decodeURIComponent(args)), ['file:///a)](command:x "y\'*!', 3]);
  });
});
