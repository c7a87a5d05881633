import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodedPiece } from '../../../src/language/decoded/decode';
import { sayRemark } from '../../../src/language/decoded/remarks';
import { DecodedText } from '../../../src/language/decoded/text';
import { rowEvent } from '../../../src/event/rowEvent';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

function decoded(log: string, language: 'zh' | 'en' = 'en'): DecodedText {
  const trail = Trail.of(new StringSource(log));
  const text = new DecodedText((remark) => sayRemark(remark, language));
  for (let row = 0; row < trail.rows.size; row++) {
    const event = rowEvent(trail, row);
    if (event !== undefined) text.event(decodedPiece(event));
  }
  return text;
}

/** An event with these parameters, as text. */
const log = (parameters: string): string => `{"eventName":"A","acsRegion":"cn-hangzhou","requestParameters":${parameters}}`;
/** What its parameters become. */
function parametersOf(parameters: string, language: 'zh' | 'en' = 'en'): string {
  const { text } = decoded(log(parameters), language);
  return text
    .slice(text.indexOf('"requestParameters": ') + 21, text.lastIndexOf('\n}'))
    .split('\n')
    .map((line) => line.replace(/^ {2}/, ''))
    .join('\n');
}

/** Every character of `part` in the log leads to the same one in the decoded text, and back. */
function assertLinked(content: string, part: string, shown = part): void {
  const text = decoded(content);
  const from = content.indexOf(part);
  const to = text.text.indexOf(shown);
  assert.ok(from >= 0 && to >= 0, `${part} → ${shown}`);
  assert.equal(text.toSource(to)?.start, from);
  assert.equal(text.fromSource(from), to);
}

describe('an event decoded for reading', () => {
  test('keeps numbers, keys and values as they are written', () => {
    assert.equal(
      parametersOf(String.raw`{"Bid":1187000000004544000,"b":1.50,"a":"\u4e2d\"","c":null,"d":false,"e":{},"f":[]}`),
      String.raw`{
  "Bid": 1187000000004544000,
  "b": 1.50,
  "a": "\u4e2d\"",
  "c": null,
  "d": false,
  "e": {},
  "f": []
}`,
    );
  });

  test('expands strings that hold JSON to any depth, and says how often they were escaped', () => {
    let inner = '{"n":1187000000004544000,"ids":["i-1","i-2"]}';
    for (let level = 0; level < 6; level++) inner = JSON.stringify({ [`l${level}`]: inner });
    const shown = parametersOf(inner);
    for (const part of ['"n": 1187000000004544000', '"ids": ["i-1", "i-2"]', '// JSON in a string, 1 level of escaping'])
      assert.ok(shown.includes(part), shown);
    assert.ok(!shown.includes('\\'), shown);
    assert.equal(
      parametersOf(String.raw`{"Ids":"[\\\"vsw-1\\\",\\\"vsw-2\\\"]"}`),
      '{\n  "Ids": ["vsw-1", "vsw-2"] // JSON in a string, 2 levels of escaping, 1 of them needless\n}',
    );
    assert.equal(parametersOf(String.raw`{"a":"[\"x\"]"}`, 'zh'), '{\n  "a": ["x"] // 字符串中的 JSON，1 层转义\n}');
  });

  test('leaves alone what only looks like JSON, saying why and where', () => {
    assert.equal(
      parametersOf(String.raw`{"a":"{\"x\":1,}","b":"{a=1}"}`),
      String.raw`{
  "a": "{\"x\":1,}", // looks like JSON, but cannot be decoded: a comma stands before a closing bracket (near character 10)
  "b": "{a=1}" // looks like JSON, but cannot be decoded: a word has no quotes (near character 2)
}`,
    );
  });

  test('gathers lists of numbered parameters', () => {
    assert.equal(
      parametersOf('{"Tag.1.Key":"a","X":1,"Tag.1.Value":"b","Tag.2.Key":"c","Net.1.Ids.1":"s","Ids.1":"i","Ids.2":"j"}'),
      `{
  "Tag": [ // gathered from numbered parameters
    {
      "Key": "a",
      "Value": "b"
    },
    {
      "Key": "c"
    }
  ],
  "X": 1,
  "Net": [ // gathered from numbered parameters
    {
      "Ids": ["s"] // gathered from numbered parameters
    }
  ],
  "Ids": ["i", "j"] // gathered from numbered parameters
}`,
    );
    assert.ok(parametersOf('{"Tag.2.Key":"a","Tag.7.Key":"b"}').includes('"7": {'));
    for (const name of ['v1.2', 'a.0.b', '.1.a', 'a.1.b.x"'])
      assert.ok(!parametersOf(JSON.stringify({ [name]: 1, 'a.1': 2, 'a.1.b': 3 })).includes('gathered'), name);
    assert.ok(!parametersOf('{"Tag":"x","Tag.1":"y"}').includes('gathered'));
  });

  test('says times locally, and what Base64 and queries hold', () => {
    const { TZ } = process.env;
    process.env['TZ'] = 'Asia/Shanghai';
    try {
      assert.ok(
        parametersOf('{"T":"2026-03-01T02:00:00Z"}').endsWith('"T": "2026-03-01T02:00:00Z" // 2026-03-01 10:00:00 (UTC+8)\n}'),
      );
      assert.ok(parametersOf('{"UsedTimestamp":1772330400000}').includes('// 2026-03-01 10:00:00 (UTC+8)'));
      assert.ok(!parametersOf('{"Count":1772330400000}').includes('//'));
    } finally {
      if (TZ === undefined) delete process.env['TZ'];
      else process.env['TZ'] = TZ;
    }
    const base64 = Buffer.from('{"marker":[1,2]}').toString('base64');
    assert.equal(
      parametersOf(`{"NextToken":"${base64}"}`),
      '{\n  "NextToken": { // JSON in Base64\n    "marker": [1, 2]\n  }\n}',
    );
    assert.ok(parametersOf('{"u":"https://example.com/?a=b%20c&d=%E4%B8%AD"}').includes('// a=b c & d=中'));
  });

  test('lets no value of the log end a comment', () => {
    const shown = parametersOf(
      JSON.stringify({ u: `https://example.com/?a=${encodeURIComponent('x\n"eventName":"B"\u2028\u202e')}` }),
    );
    assert.equal(shown.split(/[\n\r\u2028\u2029]/).length, 3, shown);
    assert.ok(shown.includes('\\u202e'));
  });

  test('shows what is there of a damaged event', () => {
    const shown = decoded('{"eventName":"A","acsRegion":"cn-hangzhou",// c\n"a":175***657,"b":"[\\"x\\"]","c":,}').text;
    for (const part of ['"a": 175***657', '"b": ["x"]']) assert.ok(shown.includes(part), shown);
  });

  test('is linked to the log both ways, through all levels', () => {
    const plain = log(
      String.raw`{"Ids":"[\\\"vsw-1\\\",\\\"vsw-2\\\"]","Tag.1.Key":"env","In":"{\"a\":\"{\\\"b\\\":\\\"deep\\\"}\"}"}`,
    );
    for (const content of [plain, JSON.stringify({ __topic__: 'actiontrail_audit_event', event: plain })])
      for (const part of ['vsw-2', 'env', 'deep', 'cn-hangzhou']) assertLinked(content, part);
    assert.equal(decoded(plain).toSource(0)?.start, 0);
    assert.equal(decoded('').toSource(0), undefined);
    assert.equal(decoded('').fromSource(0), undefined);
  });

  test('survives what is nested deeply', () => {
    const deep = '['.repeat(5_000) + ']'.repeat(5_000);
    assert.ok(decoded(log(JSON.stringify({ a: deep }))).length > 0);
    assert.ok(decoded(log(`{"a":${deep}}`)).length > 0);
  });
});
