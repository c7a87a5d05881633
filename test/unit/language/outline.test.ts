import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type Entry } from '../../../src/language/outline/entry';
import { type EventWords, outlineEvents } from '../../../src/language/outline/events';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

const WORDS: EventWords = {
  group: (group) => group.toUpperCase(),
  more: (count) => `${count} more`,
  unnamed: 'unnamed',
  moreEvents: (count) => `${count} more events`,
};

function outline(text: string, limits?: { events: number; withFields: number }): readonly Entry[] {
  const entries: Entry[] = [];
  Array.from(outlineEvents(Trail.of(new StringSource(text)), WORDS, entries, limits));
  for (const entry of entries) checkPlaces(entry, text);
  return entries;
}

/** What the editor demands of every entry. */
function checkPlaces({ name, start, end, nameStart, nameEnd, children }: Entry, text: string): void {
  assert.notEqual(name, '');
  assert.ok(
    0 <= start && start <= nameStart && nameStart <= nameEnd && nameEnd <= end && end <= text.length,
    `${name}: ${start} ${nameStart} ${nameEnd} ${end}`,
  );
  for (const child of children) checkPlaces(child, text);
}

/** An outline as indented lines. */
const lines = (entries: readonly Entry[], indent = ''): readonly string[] =>
  entries.flatMap(({ name, detail, children }) => [
    `${indent}${name}${detail === '' ? '' : ` | ${detail}`}`,
    ...lines(children, `${indent}  `),
  ]);

/** What breadcrumbs show: from the first entry that holds the place down to the last. */
function crumbs(entries: readonly Entry[], offset: number): readonly string[] {
  const entry = entries.find(({ start, end }) => start <= offset && offset <= end);
  return entry === undefined ? [] : [entry.name, ...crumbs(entry.children, offset)];
}

const EVENT = {
  eventId: 'E-1',
  eventName: 'StopInstance',
  eventTime: '2020-12-01T11:54:59Z',
  acsRegion: 'cn-hangzhou',
  userIdentity: { type: 'ram-user', accountId: '1100000000000011', userName: 'li.na' },
  sourceIpAddress: '198.51.100.21',
  requestParameters: { InstanceId: 'i-1', Tags: ['a', 'b'] },
  responseElements: { RequestId: 'R-1' },
};
const FAILED = { ...EVENT, errorCode: 'Forbidden.RAM', errorMessage: 'no' };
const NAME = 'StopInstance · 12-01 19:54:59 · 1100000000000011';

const EXPECTED = [
  `${NAME} | li.na · cn-hangzhou`,
  '  ACTOR',
  '    type | ram-user',
  '    accountId | 1100000000000011',
  '    userName li.na',
  '  ACTION',
  '    eventName | StopInstance',
  '    eventTime | 2020-12-01T11:54:59Z',
  '    acsRegion | cn-hangzhou',
  '  CONTEXT',
  '    eventId E-1',
  '    sourceIpAddress 198.51.100.21',
  '  REQUEST',
  '    InstanceId | i-1',
  '    Tags',
  '      0 | a',
  '      1 | b',
  '  RESPONSE',
  '    RequestId R-1',
];

describe('outline', () => {
  before(() => {
    process.env['TZ'] = 'Asia/Shanghai';
  });

  test('an event with its fields in groups', () => {
    assert.deepEqual(lines(outline(JSON.stringify(EVENT, undefined, 2))), EXPECTED);
  });

  test('a failure is marked, its code stands beside it', () => {
    const [failed] = outline(JSON.stringify([FAILED]));
    assert.equal(failed?.name, `✗ ${NAME}`);
    assert.equal(failed?.detail, 'Forbidden.RAM · li.na · cn-hangzhou');
    assert.equal(failed?.kind, 'failure');
    assert.deepEqual(
      failed?.children.map(({ name }) => name),
      ['ACTOR', 'ACTION', 'CONTEXT', 'ERROR', 'REQUEST', 'RESPONSE'],
    );
  });

  test('an empty error is none', () => {
    const [event] = outline(JSON.stringify({ ...EVENT, errorCode: '', errorMessage: '' }));
    assert.equal(
      event?.children.some(({ name }) => name === 'ERROR'),
      false,
    );
  });

  test('the same in every shape', () => {
    const event = JSON.stringify(EVENT);
    const pascal = JSON.stringify(EVENT, undefined, 1).replace(
      /"(\w)(\w*)":/g,
      (_, first: string, rest: string) => `"${first.toUpperCase()}${rest}":`,
    );
    const bare = (text: string): string =>
      text.replace(/^( *)(\w)/, (_, space: string, letter: string) => space + letter.toLowerCase());
    for (const text of [
      `[${event}]`,
      `${event}\n`,
      JSON.stringify({ Events: [EVENT], RequestId: 'x' }),
      JSON.stringify({ __topic__: 'actiontrail_audit_event', event }),
      JSON.stringify([{ __topic__: 'actiontrail_audit_event', event: JSON.stringify(event) }]),
      JSON.stringify({ Events: [{ Detail: event, Source: 'ManagementEvent' }] }),
      JSON.stringify({ specversion: '1.0', id: '1', type: 'ecs:ActionTrail:ApiCall', data: EVENT }),
    ])
      assert.deepEqual(lines(outline(text)), EXPECTED, text);
    assert.deepEqual(lines(outline(pascal)).slice(1).map(bare), EXPECTED.slice(1).map(bare));
  });

  test('rows of a query of Log Service, flattened', () => {
    const text = JSON.stringify({
      'event.eventName': 'StopInstance',
      'event.userIdentity.userName': 'li.na',
      'event.acsRegion': 'x',
      __time__: '1606823699',
    });
    assert.deepEqual(lines(outline(text)), [
      'StopInstance | li.na · x',
      '  ACTOR',
      '    event.userIdentity.userName li.na',
      '  ACTION',
      '    event.eventName | StopInstance',
      '    event.acsRegion | x',
      '  CONTEXT',
      '    __time__ | 1606823699',
    ]);
  });

  test('breadcrumbs name the field at the cursor, never one of another group', () => {
    const text = JSON.stringify([FAILED], undefined, 2);
    const entries = outline(text);
    const at = (part: string): readonly string[] => crumbs(entries, text.indexOf(part)).slice(1);
    assert.deepEqual(at('ram-user'), ['ACTOR', 'type']);
    assert.deepEqual(at('StopInstance'), ['ACTION', 'eventName']);
    assert.deepEqual(at('"b"'), ['REQUEST', 'Tags', '1']);
    assert.deepEqual(at('Forbidden'), ['ERROR', 'errorCode']);
    // It stands alone among the fields of other groups: the event, not a wrong group.
    assert.deepEqual(
      at('E-1')
        .slice(0, 1)
        .filter((name) => name !== 'CONTEXT'),
      [],
    );
  });

  test('damaged events show what is there', () => {
    assert.deepEqual(lines(outline('[{"eventName":"A" "requestParameters":{"x":1,},"userIdentity":{"type":')), [
      'A',
      '  ACTOR',
      '    type',
      '  ACTION',
      '    eventName | A',
      '  REQUEST',
      '    x | 1',
    ]);
    const cut = JSON.stringify({ __topic__: 'actiontrail_event', event: JSON.stringify(EVENT) }).slice(0, 120);
    assert.deepEqual(lines(outline(cut)).slice(0, 3), ['StopInstance', '  ACTION', '    eventName | StopInstance']);
  });

  test('an event without a name, and one without anything', () => {
    assert.deepEqual(lines(outline('{"eventId":"","acsRegion":"x"}')), [
      'unnamed | x',
      '  ACTION',
      '    acsRegion | x',
      '  CONTEXT',
      '    eventId',
    ]);
  });

  test('what hides or moves text is shown', () => {
    const [event] = outline('{"eventName":"A\u202eB\\nC","acsRegion":"\\u0000"}');
    assert.equal(event?.name, 'A\\u202eB\\nC');
    assert.equal(event?.detail, '\\u0000');
  });

  test('many events: first without fields, then cut off, saying so', () => {
    const text = JSON.stringify(Array.from({ length: 7 }, () => EVENT));
    assert.equal(outline(text, { events: 10, withFields: 7 })[6]?.children.length, 5);
    assert.deepEqual(lines(outline(text, { events: 10, withFields: 6 })).slice(-2), [
      `${NAME} | li.na · cn-hangzhou`,
      '  eventId E-1',
    ]);
    const cut = outline(text, { events: 5, withFields: 2 });
    assert.equal(cut.length, 6);
    assert.deepEqual(lines(cut.slice(-1)), ['2 more events']);
    assert.deepEqual(cut[0]?.children, []);
    // The cursor in an event that has no entry is in the one for the rest.
    assert.deepEqual(crumbs(cut, text.lastIndexOf('StopInstance')), ['2 more events']);
  });

  test('a huge object and a deep one are cut off, saying so', () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`k${index}`, index]));
    const deep = `{"eventName":"A","requestParameters":{"d":${'['.repeat(400)}${']'.repeat(400)},"m":${JSON.stringify(many)}}}`;
    const found = lines(outline(deep));
    assert.ok(found.some((line) => line.trim() === '50 more'));
    assert.ok(found.length < 130);
  });
});
