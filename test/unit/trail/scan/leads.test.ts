import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc, runs } from '../../property';
import { Column, Flag } from '../../../../src/trail/scan/row';
import { StringSource } from '../../../../src/trail/source';
import { Trail } from '../../../../src/trail/trail';
import { event } from '../logs';

/** What is known of the rows, wherever they stand in the log. */
function rowsOf(text: string): { readonly flags: number }[] {
  const trail = Trail.of(new StringSource(text));
  return Array.from({ length: trail.rows.size }, (_, row) => ({
    text: trail.recordText(row),
    flags: trail.rows.flags(row),
    time: trail.rows.time(row),
    ids: [trail.rows.eventId(row), trail.rows.requestId(row)],
    columns: Array.from({ length: Column.Count }, (__, column) => trail.value(row, column)),
  }));
}

const eventsOf = (text: string): unknown[] => rowsOf(text).filter(({ flags }) => (flags & Flag.Event) !== 0);

/** The members of an event as they are written, so that a test can put any text between them. */
const MEMBERS = Object.entries(event(1)).map(([key, value]) => [JSON.stringify(key), JSON.stringify(value)] as const);
const ODD = [
  ['"EventName"', '"Pascal"'],
  ['"eventName"', '"twice"'],
  ['"eventName"', 'null'],
  ['"eventName"', '{"a":[1,2,{"b":null}]}'],
  ['"eventName"', '["x","y"]'],
  ['"acsRegion"', '12.5e3'],
  ['"acsRegion"', '""'],
  ['"serviceName"', '"a\\u0022,\\"b"'],
  ['"serviceName"', '"\\\\"'],
  ['"serviceName"', '"\\u005c"'],
  ['"eventTime"', '"2020-12-01T11:54:59Z"'],
  ['"eventTime"', '1606823699000'],
  ['"userIdentity"', '"{\\"accountId\\":\\"11\\"}"'],
  ['"userIdentity"', '{"accountId":7,"userName":"\u540d\u5b57","type":"ram-user"}'],
  ['"userIdentity"', '{}'],
  ['"userIdentity"', '[]'],
  ['"event"', '{"eventName":"Inner","acsRegion":"cn-x"}'],
  ['"event"', '"{\\"eventName\\":\\"Inner\\",\\"acsRegion\\":\\"cn-x\\"}"'],
  ['"event"', '"no event"'],
  ['"event.eventName"', '"Flat"'],
  ['"data"', '[1]'],
  ['"requestParameters"', '{"a":[{"b":{"c":[[],[{}]]}}],"d":-0.5,"e":true}'],
  ['"requestParameters"', '"\ud83d\ude00 \\ud800 \u4e2d"'],
  ['"\u540d"', '"\ud800"'],
  ['"awsRegion"', '"us-east-1"'],
  ['"x"', '175***657'],
  ['"x"', '01'],
  ['"x"', 'tru'],
  ['"eventSource"', '"acs:oss"'],
] as const;

interface Written {
  readonly members: readonly (readonly [string, string])[];
  readonly space: string;
  readonly colon: string;
  readonly comma: string;
}

const member = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...MEMBERS) }, fc.constantFrom(...ODD));
const written: fc.Arbitrary<Written> = fc.record({
  members: fc.oneof(fc.constant(MEMBERS), fc.shuffledSubarray(MEMBERS), fc.array(member, { maxLength: 8 })),
  space: fc.constantFrom('', ' ', '\n  ', '\r\n\t'),
  colon: fc.constantFrom(':', ': ', ' : '),
  comma: fc.constantFrom(',', ',', ',', ', ', ',\n', ' ,', ' /* , */, ', ',,', ''),
});

const textOf = ({ members, space, colon, comma }: Written): string =>
  `{${space}${members.map(([key, value]) => key + colon + value).join(comma + space)}${space}}`;

/** A record as it is, in a string of a Log Service record, or in one that was escaped twice. */
const record = fc
  .tuple(written, fc.constantFrom(0, 0, 1, 1, 2))
  .map(([one, layers]) => {
    if (layers === 0) return textOf(one);
    const text = JSON.stringify(textOf(one));
    return `{"__topic__":"actiontrail_audit_event","event":${layers === 2 ? JSON.stringify(text) : text},"__time__":"1"}`;
  })
  // A record that is damaged may go on in the next one: here each stands alone.
  .filter((text) => rowsOf(text).length === 1 && rowsOf(`${text}\n{"eventId":"last"}`).length === 2);

test('a record reads the same behind others like it as alone', () => {
  fc.assert(
    fc.property(
      fc.array(record, { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(5), { minLength: 6, maxLength: 12 }),
      (some, order) => {
        const records = order.map((number) => some[number % some.length] ?? '');
        const text = records.join('\n');
        assert.deepEqual(
          eventsOf(text),
          records.flatMap((one) => eventsOf(one)),
        );
      },
    ),
    { numRuns: runs(400) },
  );
});

test('what is known of good records does not make a damaged one good', () => {
  const good = JSON.stringify(event(1));
  for (let at = 0; at < good.length; at++) {
    for (const text of [good.slice(0, at) + good.slice(at + 1), `${good.slice(0, at)}"${good.slice(at)}`]) {
      assert.deepEqual(rowsOf(`${good}\n${good}\n${text}`).slice(2), rowsOf(`{"eventId":"x"}\n${text}`).slice(1));
    }
  }
});

test('records longer than a window are read like others', () => {
  const long = JSON.stringify(event(2, { requestParameters: { Note: '\u957f'.repeat(200_000) } }));
  const records = [JSON.stringify(event(1)), long, JSON.stringify(event(3)), long, JSON.stringify(event(4))];
  assert.deepEqual(
    rowsOf(records.join('\n')),
    records.flatMap((one) => rowsOf(one)),
  );
});

test('offsets are those of UTF-16 units behind characters of several bytes', () => {
  const records = Array.from({ length: 200 }, (_, number) =>
    JSON.stringify(event(number, { errorMessage: ['\u00e9', '\u4e2d\u6587', '\ud83d\ude00', '\ud800'][number % 4] })),
  );
  const trail = Trail.of(new StringSource(records.join('\n\u4e2d\ud83d\ude00\n')));
  const events = Array.from({ length: trail.rows.size }, (_, row) => row).filter((row) => trail.isEvent(row));
  assert.deepEqual(
    events.map((row) => trail.recordText(row)),
    records,
  );
});
