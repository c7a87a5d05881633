import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { type TextEdit } from '../../../src/event/textEdit';
import { merged } from '../../../src/language/formatting/merge';
import { formatRows } from '../../../src/language/formatting/rows';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

const EVENT = '{"eventName":"RunInstances","acsRegion":"cn-hangzhou","n":1187000000004544000,"e":{},"a":[1,2]}';
const PRETTY = [
  '{',
  '  "eventName": "RunInstances",',
  '  "acsRegion": "cn-hangzhou",',
  '  "n": 1187000000004544000,',
  '  "e": {},',
  '  "a": [',
  '    1,',
  '    2',
  '  ]',
  '}',
];
const indented = (by: string): string => PRETTY.map((line) => by + line).join('\n');

function apply(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: space } of edits) {
    assert.ok(start >= at && end >= start, 'edits are in order and do not overlap');
    result += text.slice(at, start) + space;
    at = end;
  }
  return result + text.slice(at);
}

interface Options {
  readonly range?: readonly [number, number];
  readonly isLines?: boolean;
  readonly eol?: string;
  readonly tabSize?: number;
  readonly insertSpaces?: boolean;
}

function formatted(text: string, { range, isLines = false, eol = '\n', tabSize = 2, insertSpaces = true }: Options = {}): string {
  const source = new StringSource(text);
  const edits: TextEdit[] = [];
  const [start, end] = range ?? [0, text.length];
  const layout = { options: { insertSpaces, tabSize, eol }, start, end, isLines };
  Array.from(formatRows(Trail.of(source), source, layout, edits));
  const result = apply(text, edits);
  assert.equal(withoutSpace(result), withoutSpace(text), 'only white space outside of strings changes');
  return result;
}

/** The text without white space outside of strings; what is in quotes on one line counts as a string. */
const withoutSpace = (text: string): string =>
  text.replace(/"(?:[^"\\\r\n]|\\.)*"|\s+/g, (found) => (found.startsWith('"') ? found : ''));

describe('formatting', () => {
  test('one object', () => {
    assert.equal(formatted(EVENT), indented(''));
    assert.equal(formatted(`\n\n ${EVENT} \n\n`), `${indented('')}\n`);
  });

  test('an array of events, tabs', () => {
    assert.equal(formatted(`[${EVENT},${EVENT}]\n`), `[\n${indented('  ')},\n${indented('  ')}\n]\n`);
    assert.equal(formatted('[{"eventName":"A"}]', { insertSpaces: false }), '[\n\t{\n\t\t"eventName": "A"\n\t}\n]');
  });

  test('what is formatted already stays', () => {
    const text = `[\n${indented('  ')},\n${indented('  ')}\n]\n`;
    assert.equal(formatted(text), text);
  });

  test('a response, and one wrapped by an SDK', () => {
    assert.equal(
      formatted('{"Events":[{"eventName":"A"}],"RequestId":"R"}'),
      '{\n  "Events": [\n    {\n      "eventName": "A"\n    }\n  ],\n  "RequestId": "R"\n}',
    );
    assert.equal(
      formatted('{"statusCode":200,"body":{"Events":[{"eventName":"A"}]}}', { tabSize: 4 }),
      '{\n    "statusCode": 200,\n    "body": {\n        "Events": [\n            {\n                "eventName": "A"\n            }\n        ]\n    }\n}',
    );
  });

  test('a response without events', () => {
    assert.equal(
      formatted('{"Events":[],"StartTime":"2020-01-01T00:00:00Z"}'),
      '{\n  "Events": [],\n  "StartTime": "2020-01-01T00:00:00Z"\n}',
    );
  });

  test('records one a line stay one a line', () => {
    const lines = `${EVENT}\n${EVENT}\n\n${EVENT}\n`;
    assert.equal(formatted(lines), lines);
    assert.equal(formatted(`${EVENT}\n`, { isLines: true }), `${EVENT}\n`);
    const sls = JSON.stringify({ __topic__: 'actiontrail_audit_event', event: EVENT });
    assert.equal(formatted(`${sls}\n${sls}`), `${sls}\n${sls}`);
  });

  test('objects one after another: those on several lines are formatted, where they stand', () => {
    assert.equal(formatted(`{"eventName":\n"A"}\n{"eventName":\n"B"}`), '{\n  "eventName": "A"\n}\n{\n  "eventName": "B"\n}');
  });

  test('comments, masks and trailing commas survive', () => {
    assert.equal(
      formatted('// top\n[{"eventName":"A",// why\n"accountId":175***657,/* b */"x":165266556947****,\n"l":[1,],},\n// end\n]'),
      [
        '// top',
        '[',
        '  {',
        '    "eventName": "A", // why',
        '    "accountId": 175***657, /* b */',
        '    "x": 165266556947****,',
        '    "l": [',
        '      1,',
        '    ],',
        '  },',
        '  // end',
        ']',
      ].join('\n'),
    );
  });

  test('damaged records are left as they are, the others are not', () => {
    const damaged = '{"eventName":"A" "acsRegion":"x"  }';
    assert.equal(formatted(`[${damaged},${EVENT}]`), `[\n  ${damaged},\n${indented('  ')}\n]`);
    const cut = '[{"eventName":"A"},{"eventName": "B",  "acsRegion"';
    assert.equal(formatted(cut), '[\n  {\n    "eventName": "A"\n  },{"eventName": "B",  "acsRegion"');
  });

  test('a string over several lines is not taken apart', () => {
    const text = '{"eventName":"A","b":"one\n   {  two","c":1}';
    assert.equal(formatted(text), text);
    const envelope = '{"note":"one\n  {  two", "Events":[{"eventName":"A","acsRegion":"x"}]}';
    assert.equal(formatted(envelope).slice(0, 30), envelope.slice(0, 30));
  });

  test('text that is no event is left as it is', () => {
    assert.equal(formatted('[{"eventName":"A"},  stray   words ,{"eventName":"B"}]').includes('  stray   words '), true);
  });

  test('a part: only what is touched changes', () => {
    const text = `[\n  ${EVENT},\n  ${EVENT}\n]`;
    const second = text.lastIndexOf('{"eventName');
    assert.equal(formatted(text, { range: [second, text.length - 2] }), `[\n  ${EVENT},\n${indented('  ')}\n]`);
    const inside = text.indexOf('"e":{}');
    assert.equal(formatted(text, { range: [inside, inside + 5] }), text.replace('"e":{}', '"e": {}'));
    assert.equal(formatted(text, { range: [0, 1] }), text);
  });

  test('line ends stay', () => {
    assert.equal(
      formatted('[{"eventName":"A"},\r\n{"eventName":"B"}]\r\n', { eol: '\r\n' }),
      '[\r\n  {\r\n    "eventName": "A"\r\n  },\r\n  {\r\n    "eventName": "B"\r\n  }\r\n]\r\n',
    );
  });

  test('deep nesting does not overflow', () => {
    const text = `[{"eventName":"A","d":${'['.repeat(20_000)}${']'.repeat(20_000)}}]`;
    assert.equal(withoutSpace(formatted(text)), text);
  });

  test('the samples: twice is once', () => {
    for (const name of readdirSync('samples')) {
      const once = formatted(readFileSync(`samples/${name}`, 'utf8'));
      assert.equal(formatted(once), once, name);
    }
  });

  test('many edits become fewer, and do the same', () => {
    const text = `[${Array.from({ length: 1_000 }, () => EVENT).join(',')}]`;
    const source = new StringSource(text);
    const edits: TextEdit[] = [];
    const layout = { options: { insertSpaces: true, tabSize: 2 }, start: 0, end: text.length, isLines: false };
    Array.from(formatRows(Trail.of(source), source, layout, edits));
    const fewer = merged(source, edits);
    assert.ok(fewer.length < edits.length / 10);
    assert.equal(apply(text, fewer), apply(text, edits));
  });
});
