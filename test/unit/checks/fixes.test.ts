import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type RowFindings } from '../../../src/checks/budget';
import { FindingCode } from '../../../src/checks/finding';
import { applyEdits, type TextEdit } from '../../../src/event/textEdit';
import { escape, unescape, unescapeOnce, unescapesOf } from '../../../src/checks/fixes';
import { findingsIn, fixesOf } from '../../../src/checks/locate';
import { escapableAt, escapedStringsAt } from '../../../src/checks/place';
import { Column } from '../../../src/trail/scan/row';
import { natureOf } from '../../../src/trail/shape';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';
import { SHAPES } from '../trail/logs';

const trailOf = (text: string): Trail<RowFindings> => Trail.of(new StringSource(text)) as Trail<RowFindings>;

/** The text without its cursor mark, and where it stood. */
function cursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('¦');
  assert.ok(offset >= 0, 'the source has no cursor');
  return { text: marked.replace('¦', ''), offset };
}

const apply = (text: string, edit: TextEdit | undefined): string => (edit === undefined ? text : applyEdits(text, [edit]));

function unescaped(marked: string, which: 'whole' | 'once' | 'outer' = 'whole'): string {
  const { text, offset } = cursor(marked);
  const trail = trailOf(text);
  const places = escapedStringsAt(trail, offset);
  const place = which === 'outer' ? places[0] : places.at(-1);
  if (place === undefined) return text;
  return apply(text, (which === 'once' ? unescapeOnce : unescape)(trail.text, place));
}

function escaped(marked: string): string {
  const { text, offset } = cursor(marked);
  const trail = trailOf(text);
  const value = escapableAt(trail, offset);
  return value === undefined ? text : apply(text, escape(trail.text, value.place));
}

function fixed(text: string, code: FindingCode): string {
  const trail = trailOf(text);
  return applyEdits(text, [...fixesOf(trail, code)].flat());
}

/** An event around members of its parameters, in the manner of the vendor's older documents. */
const event = (parameters: string): string => `{
  "EventName": "AppendVSwitchId",
  "AcsRegion": "cn-hangzhou",
  "RequestParameters": {
    ${parameters}
  },
  "EventVersion": ""
}
`;

const line = (parameters: string): string => `{"eventName":"A","acsRegion":"cn-hangzhou","requestParameters":{${parameters}}}`;

describe('unescape', () => {
  const table: readonly (readonly [string, string, string])[] = [
    [
      "escaped once too often, as in the vendor's sample",
      event(String.raw`"VSwitchIds": "[\\\"vsw-1¦\\\",\\\"vsw-2\\\"]",`),
      event('"VSwitchIds": ["vsw-1", "vsw-2"],'),
    ],
    ['escaped once', event(String.raw`"Ids": "¦[\"a\",\"b\"]"`), event('"Ids": ["a", "b"]')],
    ['the cursor before the opening quote', event(String.raw`"Ids": ¦"[\"a\"]"`), event('"Ids": ["a"]')],
    ['the cursor behind the closing quote', event(String.raw`"Ids": "[\"a\"]"¦, "x": 1`), event('"Ids": ["a"], "x": 1')],
    [
      'an object, laid out as the document',
      event(String.raw`"Policy": "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"¦Allow\"}]}"`),
      event(
        '"Policy": {\n      "Version": "1",\n      "Statement": [\n        {\n          "Effect": "Allow"\n        }\n      ]\n    }',
      ),
    ],
    [
      'digits as they are written',
      event(String.raw`"Bid": "¦{\"n\":1187000000004544000,\"f\":1.0e5,\"z\":-0.10}"`),
      event('"Bid": {\n      "n": 1187000000004544000,\n      "f": 1.0e5,\n      "z": -0.10\n    }'),
    ],
    [
      'all levels at once',
      event(String.raw`"a": "¦{\"b\":\"{\\\"c\\\":[1]}\"}"`),
      event('"a": {\n      "b": {\n        "c": [1]\n      }\n    }'),
    ],
    [
      'keys in their order, doubled ones too',
      line(String.raw`"a":"¦{\"z\":1,\"a\":2,\"z\":3}"`),
      line('"a":{"z":1,"a":2,"z":3}'),
    ],
    ['one line stays one line', line(String.raw`"a":"{\"b\":[1,2],\"c\":{}}¦"`), line('"a":{"b":[1,2],"c":{}}')],
    [
      'Chinese, emoji and escapes of controls',
      line(String.raw`"a":"¦{\"名\":\"值😀\",\"t\":\"x\\ty\"}"`),
      line(String.raw`"a":{"名":"值😀","t":"x\ty"}`),
    ],
    ['nothing where the string holds no JSON', event('"a": "¦[abc]"'), event('"a": "[abc]"')],
    ['nothing where it was cut off', event(String.raw`"a": "¦{\"b\":[1,"`), event(String.raw`"a": "{\"b\":[1,"`)],
    ['nothing on a name', event('"[1]¦": 1'), event('"[1]": 1')],
    ['nothing between events', `${line('')}\n¦\n${line('')}`, `${line('')}\n\n${line('')}`],
  ];
  for (const [name, before, after] of table)
    it(name, () => {
      assert.equal(unescaped(before), after);
    });

  it('keeps the line ends and tabs of the document', () => {
    const before =
      '{\r\n\t"eventName": "A",\r\n\t"acsRegion": "cn-hangzhou",\r\n\t"requestParameters": "¦{\\"a\\":{\\"b\\":1}}"\r\n}\r\n';
    const after =
      '{\r\n\t"eventName": "A",\r\n\t"acsRegion": "cn-hangzhou",\r\n\t"requestParameters": {\r\n\t\t"a": {\r\n\t\t\t"b": 1\r\n\t\t}\r\n\t}\r\n}\r\n';
    assert.equal(unescaped(before), after);
  });

  it('keeps a line of JSON Lines among its neighbours', () => {
    const other = line('"k":"v"');
    assert.equal(
      unescaped([other, line(String.raw`"a":"¦[{\"b\":1},{\"b\":2}]"`), other].join('\n')),
      [other, line('"a":[{"b":1},{"b":2}]'), other].join('\n'),
    );
  });

  it('works in the damaged rest of an event, and in a fragment', () => {
    assert.equal(
      unescaped(String.raw`{"eventName":"A","acsRegion":"cn-x","p":"¦[\"a\"]","q":"cut of`),
      '{"eventName":"A","acsRegion":"cn-x","p":["a"],"q":"cut of',
    );
    assert.equal(
      unescaped(String.raw`"eventName": "A", "acsRegion": "cn-x", "p": "¦[1]"`),
      '"eventName": "A", "acsRegion": "cn-x", "p": [1]',
    );
  });

  it('takes off one level', () => {
    assert.equal(unescaped(event(String.raw`"a": "¦[\\\"b\\\"]"`), 'once'), event(String.raw`"a": "[\"b\"]"`));
    assert.equal(unescaped(event(String.raw`"a": "¦{\"b\":\"[1]\"}"`), 'once'), event('"a": {\n      "b": "[1]"\n    }'));
  });
});

describe('unescape within a string', () => {
  const inner = String.raw`{"eventName":"A","acsRegion":"cn-hangzhou","requestParameters":{"ids":"[\"a\"]","n":1187000000004544000}}`;
  const mended = '{"eventName":"A","acsRegion":"cn-hangzhou","requestParameters":{"ids":["a"],"n":1187000000004544000}}';
  const sls = (text: string): string => `{"__topic__":"actiontrail_audit_event","__time__":"1","event":${JSON.stringify(text)}}`;
  const at = (text: string, part: string): string => text.replace(part, `${part}¦`);

  it('escapes the value as what is around it', () => {
    assert.equal(unescaped(at(sls(inner), String.raw`\\\"a`)), sls(mended));
  });

  it('does so two strings deep', () => {
    const deep = (text: string): string =>
      sls(`{"eventName":"A","acsRegion":"cn-hangzhou","requestParameterJson":${JSON.stringify(text)}}`);
    const marked = at(deep('{"ids":"[1,2]","k":"v"}'), '[1,');
    assert.equal(unescaped(marked), deep('{"ids":[1,2],"k":"v"}'));
  });

  it('unescapes the outer string from elsewhere in it', () => {
    assert.equal(unescaped(at(sls(inner), 'eventName')), sls(inner).replace(JSON.stringify(inner), mended));
    assert.equal(unescaped(at(sls(inner), String.raw`\\\"a`), 'outer'), sls(inner).replace(JSON.stringify(inner), mended));
  });

  it('goes for the outer one where only that was escaped too often', () => {
    const over = `{"__topic__":"actiontrail_event","event":${JSON.stringify(JSON.stringify(inner).slice(1, -1))}}`;
    assert.equal(unescaped(at(over, 'cn-hang')), `{"__topic__":"actiontrail_event","event":${mended}}`);
  });
});

describe('unescape everything of an event', () => {
  it('edits each outermost string and nothing else', () => {
    const text = event(String.raw`"a": "[\"x\"]", "b": "plain", "c": "{\"d\":\"[1]\"}"`);
    const edits = unescapesOf(trailOf(text), 0);
    assert.equal(applyEdits(text, edits), event('"a": ["x"], "b": "plain", "c": {\n      "d": [1]\n    }'));
  });
});

describe('escape again', () => {
  const table: readonly (readonly [string, string, string])[] = [
    ['an array, from within', event('"Ids": ["a¦", "b"]'), event(String.raw`"Ids": "[\"a\",\"b\"]"`)],
    ['from its name', event('"I¦ds": ["a", "b"]'), event(String.raw`"Ids": "[\"a\",\"b\"]"`)],
    ['from its bracket', event('"Ids": [1, 2]¦'), event('"Ids": "[1,2]"')],
    ['the innermost member around an element', event('"Tags": [{"k": 1¦}]'), event(String.raw`"Tags": "[{\"k\":1}]"`)],
    [
      'digits and doubled keys as they are',
      event('"a": {¦"n": 1187000000004544000, "n": 1.0}'),
      event(String.raw`"a": "{\"n\":1187000000004544000,\"n\":1.0}"`),
    ],
    ['a string that holds JSON', event(String.raw`"a": "¦[1]"`), event(String.raw`"a": "\"[1]\""`)],
    ['the object around a scalar', line('"a":{"b":"c¦"}'), line(String.raw`"a":"{\"b\":\"c\"}"`)],
    ['a damaged value as it stands', line('"a":[1,,¦2]'), line('"a":"[1,,2]"')],
  ];
  for (const [name, before, after] of table)
    it(name, () => {
      assert.equal(escaped(before), after);
    });

  it('is the inverse of unescaping', () => {
    const strings = [String.raw`"[\"a\",\"b\"]"`, String.raw`"{\"n\":1187000000004544000,\"名\":\"\\t\"}"`, '"[]"'];
    for (const string of strings) {
      const value = unescaped(line(`"p":¦${string}`));
      const start = value.indexOf('"p":') + 4;
      assert.equal(escaped(`${value.slice(0, start)}¦${value.slice(start)}`), line(`"p":${string}`));
    }
  });

  it('takes a plain string where nothing else is meant', () => {
    const { text, offset } = cursor('{"eventName":"A¦","acsRegion":"cn-x"}');
    assert.equal(escapableAt(trailOf(text), offset)?.isPlain, true);
    assert.equal(escaped('{"eventName":"A¦","acsRegion":"cn-x"}'), String.raw`{"eventName":"\"A\"","acsRegion":"cn-x"}`);
  });
});

describe('fixes of findings', () => {
  const table: readonly (readonly [FindingCode, string, string, string])[] = [
    [
      FindingCode.Comment,
      'a comment behind a member, with the spaces before it',
      event('"a": 1 // why\n    , "b": 2'),
      event('"a": 1\n    , "b": 2'),
    ],
    [FindingCode.Comment, 'a line of its own', event('// 说明\n    "a": 1'), event('"a": 1').replace('    "a"', '    "a"')],
    [FindingCode.Comment, 'a block', event('"a": /* x */ 1'), event('"a": 1')],
    [
      FindingCode.Comment,
      'lines that end in CR LF',
      event('"a": 1, // x\n    "b": 2').replaceAll('\n', '\r\n'),
      event('"a": 1,\n    "b": 2').replaceAll('\n', '\r\n'),
    ],
    [FindingCode.Comment, 'not what looks like one in a string', event('"a": "http://x/*y*/"'), event('"a": "http://x/*y*/"')],
    [FindingCode.TrailingComma, 'in an object', event('"a": 1,'), event('"a": 1')],
    [FindingCode.TrailingComma, 'in an array', event('"a": [1, 2, ]'), event('"a": [1, 2 ]')],
    [FindingCode.TrailingComma, 'behind the last event', `[${line('')},\n]`, `[${line('')}\n]`],
    [
      FindingCode.UnquotedMask,
      'digits and stars',
      event('"a": 175***657, "b": 165266556947****'),
      event('"a": "175***657", "b": "165266556947****"'),
    ],
    [
      FindingCode.FieldName,
      'a near miss',
      line('').replace('"acsRegion"', '"sourceIPAddress":"1.2.3.4","acsRegion"'),
      line('').replace('"acsRegion"', '"sourceIpAddress":"1.2.3.4","acsRegion"'),
    ],
  ];
  for (const [code, name, before, after] of table)
    it(`${code}: ${name}`, () => {
      assert.equal(fixed(before, code), after);
    });

  it('renames within a string', () => {
    const sls = (name: string): string =>
      `{"__topic__":"actiontrail_audit_event","event":${JSON.stringify(`{"eventName":"A","acsRegion":"cn-x","${name}":"1.2.3.4"}`)}}`;
    assert.equal(fixed(sls('sourceIPAddress'), FindingCode.FieldName), sls('sourceIpAddress'));
  });
});

describe('findings at a place', () => {
  it('are those that touch it, the gap before a record and the end of the log included', () => {
    const text = `[${line('')} // one\n,${line('"a":1,')},\n]`;
    const codesAt = (offset: number): string[] => findingsIn(trailOf(text), offset, offset).map(({ finding }) => finding.code);
    assert.ok(codesAt(text.indexOf('//')).includes('comment'));
    assert.ok(codesAt(text.indexOf(',}')).includes('trailing-comma'));
    assert.ok(codesAt(text.lastIndexOf(',')).includes('trailing-comma'));
    assert.ok(!codesAt(text.indexOf('eventName')).includes('comment'));
  });
});

describe('hostile places', () => {
  const texts = [
    '',
    '\ufeff',
    '{',
    '[',
    '"',
    '{"a":"',
    '{"eventName":"A","acsRegion":"cn-x","a":"[\\',
    '{"eventName":"A","acsRegion":"cn-x","a":"[\\u00',
    `{"eventName":"A","acsRegion":"c","a":"${'\\'.repeat(50)}"}`,
    '[]]}',
    '\u0000\u0001',
    `{"eventName":"A","acsRegion":"c","a":${'['.repeat(2_000)}`,
    `{"eventName":"A","acsRegion":"c","a":"${'[\\"'.repeat(300)}"}`,
  ];
  for (const [number, text] of texts.entries())
    it(`gives an answer everywhere in text ${number}`, () => {
      const trail = trailOf(text);
      const step = Math.max(1, Math.floor(text.length / 50));
      for (let offset = -1; offset <= text.length + 1; offset += step) {
        for (const place of escapedStringsAt(trail, offset)) unescape(trail.text, place);
        const value = escapableAt(trail, offset);
        if (value !== undefined) escape(trail.text, value.place);
        findingsIn(trail, offset, offset + 1);
      }
      for (const code of Object.values(FindingCode)) applyEdits(text, [...fixesOf(trail, code)].flat());
    });
});

describe('unescaping a whole log', () => {
  const read = (text: string): unknown => {
    const trail = trailOf(text);
    return {
      nature: natureOf(trail),
      events: Array.from({ length: trail.rows.size }, (_, row) => [
        trail.isEvent(row),
        trail.rows.time(row),
        trail.rows.eventId(row),
        Array.from({ length: Column.Count }, (__, column) => trail.value(row, column)),
      ]),
    };
  };
  for (const [shape, log] of Object.entries(SHAPES))
    it(`leaves the same events: ${shape}`, () => {
      const text = log(3);
      const repaired = fixed(text, FindingCode.EscapedJson);
      assert.deepEqual(read(repaired), read(text));
      assert.equal(fixed(repaired, FindingCode.EscapedJson), repaired);
    });

  it('what is no event in a member that may hold one leaves the record what it is', () => {
    for (const held of ['{}', '{"a":1}', String.raw`"{\"a\":1}"`, '""', '"text"', 'null'])
      for (const key of ['Detail', 'event', 'data'])
        for (const lines of [1, 4]) {
          const text = `{"${key}":${held},"eventName":"RunInstances","acsRegion":"cn-hangzhou"}\n`.repeat(lines);
          const trail = trailOf(text);
          assert.equal(trail.events, lines, text);
          for (let row = 0; row < lines; row++) assert.equal(trail.value(row, Column.EventName), 'RunInstances', text);
        }
  });
});
