import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fc } from '../property';
import { fromPanel, keptIn } from '../../../src/overview/model/message';
import { markdownOf } from '../../../src/overview/model/markdown';
import { LIGHT, paletteOf } from '../../../src/overview/model/palette';
import { pictureOf } from '../../../src/overview/model/picture';
import { element, fitting, xml } from '../../../src/overview/model/svg';
import { DAY_START, shownOf, trailOf, WORDS } from './logs';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '</text></svg><script>1</script>',
  ']]>&amp;&#x3c;',
  '| a | b |\n| --- | --- |',
  '`` ` ``` |`',
  '[x](command:workbench.action.quit)',
  'https://evil.example/?a=1',
  '\u202egnp.exe\u0000\u2028\ud800',
  '$(zap) **bold**',
];

const hostile = (): ReturnType<typeof shownOf> =>
  shownOf(
    trailOf(HOSTILE.map((text, at) => ({ at: DAY_START + at * 1_000, name: text, account: text, address: text, error: text }))),
    [{ kind: 'burst', bin: 0, bins: 1, text: HOSTILE.join(' ') }],
    HOSTILE.join(' '),
  );

const picture = (shown: ReturnType<typeof shownOf>): string =>
  pictureOf({ shown, range: undefined, counted: undefined, mode: 'kinds', words: WORDS, palette: LIGHT });

/** The names of the elements and attributes of an SVG that is well formed; fails where it is not. */
function partsOf(svg: string): { readonly elements: ReadonlySet<string>; readonly attributes: ReadonlySet<string> } {
  const elements = new Set<string>();
  const attributes = new Set<string>();
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([\w]+)((?: [\w-]+="[^"<>&]*(?:&(?:amp|lt|gt|quot|apos);[^"<>&]*)*")*)(\/?)>/g,
    (_, close: string, name: string, written: string, empty: string) => {
      if (close === '/') assert.equal(open.pop(), name);
      else {
        elements.add(name);
        for (const [, attribute = ''] of written.matchAll(/ ([\w-]+)=/g)) attributes.add(attribute);
        if (empty === '') open.push(name);
      }
      return '';
    },
  );
  assert.deepEqual(open, []);
  assert.doesNotMatch(rest, /[<>"']|&(?!(?:amp|lt|gt|quot|apos);)/);
  return { elements, attributes };
}

describe('picture', () => {
  test('text of a log is text in it, whatever it holds', () => {
    const { elements, attributes } = partsOf(picture(hostile()));
    assert.deepEqual([...elements].sort(), ['path', 'rect', 'svg', 'text']);
    assert.ok([...attributes].every((name) => !/^on|href|style/.test(name)));
  });

  test('any text stays within its element', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { elements } = partsOf(element('text', { title: text }, xml(text)));
        assert.deepEqual([...elements], ['text']);
      }),
    );
  });

  test('text that is too long is cut by what it takes, Chinese twice', () => {
    assert.equal(fitting('abcdef', 6), 'abcdef');
    assert.equal(fitting('abcdefg', 6), 'abcdef…');
    assert.equal(fitting('操作审计', 6), '操作审…');
  });

  test('colours from outside are colours or none', () => {
    const palette = paletteOf({
      background: '#fff" onload="alert(1)',
      bar: 'rgb(1, 2, 3)',
      kinds: { read: 'url(https://evil.example)' },
    });
    assert.equal(palette.background, LIGHT.background);
    assert.equal(palette.bar, 'rgb(1, 2, 3)');
    assert.equal(palette.kinds.read, LIGHT.kinds.read);
    assert.deepEqual(paletteOf(undefined), LIGHT);
  });

  test('an empty log and one with a single event can be drawn', () => {
    partsOf(picture(shownOf(trailOf([{ at: DAY_START }]))));
    assert.match(picture(shownOf(trailOf([{ at: DAY_START, name: '', account: '' }]))), /\(no account\)/);
  });
});

describe('Markdown', () => {
  const markdown = markdownOf(hostile(), undefined, undefined, WORDS);

  test('values of the log are in code, within the cells of their tables', () => {
    const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
    const cells = rows.map((row) => row.split(/(?<!\\)\|/).length - 2);
    assert.ok(rows.length > 30);
    assert.deepEqual([...new Set(cells)], [4]);
    for (const text of ['<script>', '<img', 'onerror', 'command:'])
      for (const line of markdown.split('\n').filter((one) => one.startsWith('|') && one.includes(text)))
        assert.match(line, /^\| (`+) ?.*\1 \|/);
  });

  test('no address, tag, link or format is left outside of code', () => {
    // Escaped marks first: an escaped backtick begins no code.
    const outside = markdown
      .replace(/\\[^\w\s]/g, '')
      .replace(/(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '')
      .replace('**11 events, 11 failed**', '');
    assert.doesNotMatch(outside, /(?<!\\)[<[*_]|https?:\/\/|[\u202e\u2028]/);
    assert.ok(outside.split('\n').every((line) => Array.from(line).every((character) => character >= ' ')));
  });

  test('an ordinary log reads well', () => {
    const text = markdownOf(
      shownOf(
        trailOf([
          { at: DAY_START, error: 'NoPermission' },
          { at: DAY_START, name: 'DeleteInstance' },
        ]),
      ),
      undefined,
      undefined,
      WORDS,
    );
    assert.match(text, /^# log\\.trail\\.json$/m);
    assert.match(text, /^\*\*2 events, 1 failed\*\* · \d{4}-\d\d-\d\d \d\d:\d\d/m);
    assert.match(text, /^\| Time \| Count \| Failed \| Read \| Delete \|$/m);
    assert.match(text, /^\| `DeleteInstance` \| .*\| 1 \| 0 \|$/m);
  });
});

describe('messages of the page', () => {
  test('what is not a message is nothing, and parts that are not what they should be are left out', () => {
    for (const message of [undefined, null, 'ready', 7, {}, { type: 'eval' }, []]) assert.equal(fromPanel(message), undefined);
    assert.deepEqual(fromPanel({ type: 'ready', more: 1 }), { type: 'ready' });
    assert.deepEqual(fromPanel({ type: 'range', range: { from: 2, to: 1 } }), { type: 'range', range: undefined });
    assert.deepEqual(fromPanel({ type: 'range', range: { from: NaN, to: 1 } }), { type: 'range', range: undefined });
    assert.deepEqual(fromPanel({ type: 'go', facet: '__proto__', code: -1 }), {
      type: 'go',
      facet: undefined,
      code: 0,
      range: undefined,
    });
    assert.deepEqual(fromPanel({ type: 'drawn', job: 1, png: 'text' }), { type: 'drawn', job: 1, png: undefined });
  });

  test('what was kept over a reload is read with the same care', () => {
    const nothing = keptIn('nonsense');
    assert.deepEqual(nothing, {
      log: undefined,
      title: '',
      isPinned: false,
      mode: 'kinds',
      isTable: false,
      zoom: undefined,
      range: undefined,
    });
    const kept = {
      ...nothing,
      log: 'file:///a.trail.json',
      title: 'a',
      isPinned: true,
      mode: 'failures' as const,
      range: { from: 1, to: 2 },
    };
    assert.deepEqual(keptIn(kept), kept);
  });
});
