import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from '../../../src/cli/inspect';
import { memberAt, memberPart } from '../../../src/event/member';
import { rowEvent } from '../../../src/event/rowEvent';
import { memberTexts } from '../../../src/event/texts';
import { conditionAt } from '../../../src/filter/atCursor';
import { Filter } from '../../../src/filter/filter';
import { resourceOf } from '../../../src/filter/resource';
import { idsOf } from '../../../src/language/references/ids';
import { identifierAt } from '../../../src/language/references/identifier';
import { spotAt } from '../../../src/language/completion/spot';
import { factsOf } from '../../../src/share/events/facts';
import { EXPORT_COLUMNS } from '../../../src/share/export/columns';
import { EventReader } from '../../../src/share/export/eventReader';
import { piecesOf } from '../../../src/share/redact/pieces';
import { REDACT_KINDS } from '../../../src/share/redact/kinds';
import { redact } from '../../../src/share/redact/redact';
import { Column } from '../../../src/trail/scan/row';
import { StringSource } from '../../../src/trail/source';
import { finish } from '../../../src/trail/steps';
import { Trail } from '../../../src/trail/trail';
import { lowerFirst } from '../../../src/knowledge/casing';
import { hoverAt } from '../language/hovers';
import { EVENT, FORMS } from './forms';

/** The forms in which the user's name stands in a string or a flattened name: completion sees the member that holds it. */
const COMPLETED: Readonly<Record<string, readonly string[]>> = {
  'Log Service, in a string': ['event'],
  'Log Service, in a string in a string': ['event'],
  'Log Service, escaped once too often': ['event'],
  'Log Service, flattened': ['event.userIdentity.userName'],
  'columns, dotted': ['userIdentity.userName'],
  'columns in lower case': ['useridentity.username'],
  'columns in snake case': ['user_identity_user_name'],
  'columns behind a prefix': ['event_useridentity_username'],
  'columns, those of the identity bare': ['userName'],
  'last used': ['detail'],
  'identity in a string': ['userIdentity'],
  'flattened, identity in a string': ['event.userIdentity'],
};

for (const [form, record] of Object.entries(FORMS)) {
  describe(`an event: ${form}`, () => {
    const text = `[\n${record}\n]`;
    const trail = Trail.of(new StringSource(text));
    /** Within the value of a member; each value stands once in the text. */
    const inside = (value: string): number => text.indexOf(value) + 2;

    test('is one row with its columns', () => {
      assert.equal(trail.events, 1);
      assert.equal(trail.value(0, Column.User), 'alice');
      assert.equal(trail.value(0, Column.EventName), 'StopInstance');
    });

    test('nothing is wrong with the names of its members', () => {
      const { findings } = inspect('log.json', text);
      const names = findings.filter(({ code }) => code === 'field-name' || code === 'mixed-casing');
      assert.deepEqual(names, []);
    });

    test('a hover explains name and user', () => {
      const at = (value: string): string => `${text.slice(0, inside(value))}|${text.slice(inside(value))}`;
      assert.match(hoverAt(at('StopInstance')), /Stops an instance|停止/);
      assert.match(hoverAt(at('LTAIplainlyfake01'), 'en'), /AccessKey/);
    });

    test('references find an id', () => {
      assert.equal(identifierAt(trail, inside('LTAIplainlyfake01'))?.value, 'LTAIplainlyfake01');
    });

    test('"only this" asks for the field', () => {
      const wanted: readonly (readonly [string, string])[] = [
        ['StopInstance', 'name'],
        ['alice', 'user'],
        ['1200000000000012', 'account'],
        ['203.0.113.7', 'address'],
        ['Forbidden.RAM', 'error'],
      ];
      for (const [value, field] of wanted) assert.deepEqual(conditionAt(trail, inside(value)), { field, value });
    });

    test('a filter finds it, also by a member that is no column', () => {
      for (const filter of ['user:alice', 'resource:i-alpha', 'LTAIplainlyfake01', 'account:1200000000000012'])
        assert.equal(finish(Filter.parse(filter).rows(trail))?.rows.length, 1, filter);
      assert.deepEqual(memberTexts(trail, 0, ['userAgent']), ['console']);
      assert.equal(resourceOf(trail, 0), 'i-alpha');
    });

    test('export writes its columns', () => {
      const values = new EventReader(EXPORT_COLUMNS).read(trail.recordText(0), trail.rows.flags(0));
      const of = (name: string): string | undefined => values[EXPORT_COLUMNS.findIndex((column) => column.name === name)];
      assert.deepEqual(['eventName', 'userName', 'accessKeyId', 'accountId', 'type', 'requestId', 'requestParameters'].map(of), [
        'StopInstance',
        'alice',
        'LTAIplainlyfake01',
        '1200000000000012',
        'ram-user',
        EVENT.requestId,
        '{"InstanceId":"i-alpha"}',
      ]);
    });

    test('its ids are found at their places', () => {
      const ids = idsOf(trail, 0);
      for (const value of [
        'alice',
        '2200000000000022',
        'LTAIplainlyfake01',
        '203.0.113.7',
        'i-alpha',
        EVENT.requestId,
        EVENT.eventId,
      ]) {
        const id = ids.find((one) => one.value === value);
        assert.ok(id !== undefined, value);
        assert.equal(text.slice(id.at, id.at + value.length), value);
      }
    });

    test('a ticket and a look-up get its facts', () => {
      const facts = factsOf(trail, 0);
      assert.deepEqual(
        [facts?.eventName, facts?.userName, facts?.accountId, facts?.requestId, facts?.region, facts?.identityType],
        ['StopInstance', 'alice', '1200000000000012', EVENT.requestId, 'cn-hangzhou', 'ram-user'],
      );
    });

    test('a member can be selected', () => {
      for (const [path, value] of [
        [['eventName'], 'StopInstance'],
        [['userIdentity', 'userName'], 'alice'],
      ] as const) {
        const part = memberPart(trail, 0, path);
        const base = trail.rows.start(0);
        assert.equal(part && text.slice(base + part.start, base + part.end), value);
      }
    });

    test('redaction takes what tells who it was, wherever it stands', () => {
      const redacted = finish(
        redact(piecesOf(trail), { kinds: REDACT_KINDS, patterns: [], key: new TextEncoder().encode('a key for tests') }),
      ).texts.join('');
      for (const secret of ['alice', '1200000000000012', 'LTAIplainlyfake01', '203.0.113.7'])
        assert.ok(!redacted.includes(secret), secret);
      assert.ok(redacted.includes('StopInstance'));
    });

    test('it is decoded as an object', () => {
      const event = rowEvent(trail, 0);
      assert.equal(event && memberAt(event, ['userIdentity', 'type'])?.node.value, 'ram-user');
    });

    test('completion knows the level that the cursor is on, outside of strings', () => {
      const spot = spotAt(trail.recordText(0), inside('alice') - trail.rows.start(0));
      assert.deepEqual(spot?.path.map(lowerFirst), COMPLETED[form] ?? ['userIdentity', 'userName']);
    });
  });
}
