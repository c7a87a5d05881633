import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FindingCode } from '../../../src/checks/finding';
import { MAX_DEPTH } from '../../../src/trail/limits';
import { Column } from '../../../src/trail/scan/row';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';
import { eventOf, findingsOf } from './logs';

const namesOf = (text: string): readonly string[] => {
  const trail = Trail.of(new StringSource(text));
  return Array.from({ length: trail.rows.size }, (_, row) => row)
    .filter((row) => trail.isEvent(row))
    .map((row) => trail.value(row, Column.EventName));
};
const codesOf = (text: string): readonly string[] => findingsOf(text).map(({ code, data }) => data['reason'] ?? code);

describe('one event is nested too deep', () => {
  const [one, other] = ['"eventId": "1"', '"eventId": "2"'].map(eventOf);
  const nests: Readonly<Record<string, readonly [string, string]>> = {
    arrays: ['[', ']'],
    objects: ['{"a":', '}'],
    both: ['{"a":[', ']}'],
    'arrays of strings with brackets': ['["]}",', ']'],
    'objects on lines': ['{\n"a":', '\n}'],
  };
  const shapes: readonly (readonly [string, string, string])[] = [
    ['[', ',', ']'],
    ['', '\n', '\n'],
    ['{"Events":[', ',', '],"RequestId":"r"}'],
  ];
  for (const [name, [open, close]] of Object.entries(nests))
    for (const [before, between, behind] of shapes)
      test(`${name} in ${before || 'lines'}`, () => {
        const deep = eventOf(
          `"eventId": "3", "requestParameters": {"a": ${open.repeat(3 * MAX_DEPTH)}1${close.repeat(3 * MAX_DEPTH)}}, "errorCode": "Forbidden"`,
        );
        const log = before + [one, deep, other].join(between) + behind;
        assert.equal(namesOf(log).length, 3);
        assert.deepEqual(codesOf(log), ['too-deep']);
        assert.equal(Trail.of(new StringSource(log)).value(1, Column.ErrorCode), 'Forbidden');
      });

  test('one that is not closed costs no other', () => {
    const deep = eventOf(`"eventId": "3", "requestParameters": {"a": ${'['.repeat(2 * MAX_DEPTH)}`);
    assert.equal(namesOf([one, deep, other].join('\n')).length, 3);
  });
});

describe('a log is cut off only where its text ends', () => {
  const event = eventOf('');
  const open = '{"attributes": {"mfaAuthenticated": "true" }|The context|';
  const logs: Readonly<Record<string, readonly [string, readonly string[]]>> = {
    'an open object before an event': [`|a|${open}\n\n\`\`\`\n${event}\n\`\`\`\n`, []],
    'an open object between events': [`${event}\n\n${open}\n\n${event}\n`, []],
    'an open object at the end': [`${event}\n\n{"attributes": {"mfaAuthenticated": "true"`, ['truncated']],
    'an open event at the end': [`${event}\n${event.slice(0, -1)}`, ['truncated']],
    'an open event before another': [`${event.slice(0, -1)}\n${event}`, []],
  };
  for (const [name, [log, wanted]] of Object.entries(logs))
    test(name, () => {
      const found = findingsOf(log).filter(({ code }) => code === FindingCode.Truncated);
      assert.deepEqual(
        found.map(({ code }) => code),
        wanted,
      );
    });
});

describe('an insight is named by its type', () => {
  const insight = (details: string, more = ''): string =>
    `{"eventId":"i","eventType":"ActionTrailInsight","eventCategory":"Insight","eventTime":"2026-04-05T01:02:03Z"${more},"insightDetails":${details}}`;
  const details = '{"state":"Start","insightType":"IpInsight","insightObject":"192.0.2.1"}';
  const named: Readonly<Record<string, readonly [string, readonly string[]]>> = {
    'an object': [insight(details), ['IpInsight']],
    text: [insight(JSON.stringify(details)), ['IpInsight']],
    'several, one after another': [
      [insight(details), insight(details.replace('IpInsight', 'AkInsight')), insight(details)].join('\n'),
      ['IpInsight', 'AkInsight', 'IpInsight'],
    ],
    'among calls': [
      [eventOf('"eventName":"A"'), insight(details), eventOf('"eventName":"B"')].join('\n'),
      ['A', 'IpInsight', 'B'],
    ],
    'in a record of Log Service': [
      [1, 2].map(() => `{"__topic__":"actiontrail_audit_event","event":${JSON.stringify(insight(details))}}`).join('\n'),
      ['IpInsight', 'IpInsight'],
    ],
    'its own name goes before': [insight(details, ',"eventName":"RunInstances"'), ['RunInstances']],
    'no type': [insight('{"state":"Start"}'), ['']],
    'in capitals': [
      insight(details).replace('insightDetails', 'InsightDetails').replace('insightType', 'InsightType'),
      ['IpInsight'],
    ],
  };
  for (const [name, [log, wanted]] of Object.entries(named))
    test(name, () => {
      assert.deepEqual(namesOf(log), wanted);
    });
  test('nothing is missing in it', () => {
    assert.deepEqual(codesOf(insight(details)), []);
  });
});
