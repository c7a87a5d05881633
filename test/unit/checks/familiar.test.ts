import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc, runs } from '../property';
import { WHOLE_EVENT } from '../../wholeEvent';
import { FamiliarChecker } from '../../../src/checks/familiar';
import { FindingCode } from '../../../src/checks/finding';
import { eventOf, findingsOf } from './logs';

/** Values that a member may get instead of its own: good, bad, of other kinds, with escapes, with more than text in them. */
const VALUES = [
  '""',
  '"x"',
  'null',
  'true',
  'false',
  '7',
  '-1.5e3',
  '"true"',
  '"2020-12-01T11:54:59Z"',
  '"2020-02-31T11:54:59Z"',
  '"2020-12-01 11:54:59"',
  '"cn-hangzhou"',
  '"cn-shangai"',
  '"192.0.2.1"',
  '"192.0.2.999"',
  '"1000000000000001"',
  '"10000000000000011"',
  '"RunInstances"',
  '"runinstances"',
  '"Wirte"',
  '"ram_user"',
  '"Managment"',
  '"Forbidden.RAM"',
  '"LTAIexample0000000001"',
  '"-----BEGIN RSA PRIVATE KEY-----"',
  '"[\\"a\\",\\"b\\"]"',
  '"{\\"Password\\":\\"Secret-1234\\"}"',
  '"{\\"Id\\":\\"LTAIexample0000000001\\"}"',
  '"[\\\\\\"a\\\\\\"]"',
  '"{\\"a\\":"',
  '"tab\tinside"',
  '"bad\\qescape"',
  '"\\u0022\\u005c"',
  '" {\\"a\\":1} "',
  '"\u4e2d\u6587 \ud83d\ude00 \ud800"',
  '"\u4e2d\\"\\\\\u6587"',
] as const;

const OWN = { ...WHOLE_EVENT, responseElements: '{"RequestId": "R-1", "Success": true}' };
const MORE = ['errorCode', 'errorMessage', 'eventCategory', 'eventRW', 'Password', 'requestParameters'];
const INNER = ['RegionId', 'SecretKey', 'requestId', 'success', 'type', 'accountId'];

const RUNS = runs(600);
/** Offsets count from the start of a record, wherever it lies. */
const FIRST = '{"eventId":"ä"}';
let count = 0;
/** A member that no record had before: the record is then read completely. */
const unique = (): string => `"u${String(count++).padStart(8, '0')}": 1`;

/** The members of an event in some order, those of one of its objects, and which. Few have other values: names must be sound to be familiar. */
const chosen = fc.tuple(
  fc
    .tuple(
      fc.shuffledSubarray(Object.keys(OWN), { minLength: Object.keys(OWN).length }),
      fc.shuffledSubarray(MORE, { maxLength: 2 }),
    )
    .map(([all, more]) => [...all, ...more]),
  fc.uniqueArray(fc.constantFrom(...INNER), { maxLength: 3 }),
  fc.constantFrom('responseElements', 'requestParameters', 'userIdentity'),
);
const values = fc.array(
  fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: fc.constantFrom(...VALUES) }),
  { minLength: 24, maxLength: 24 },
);

function textOf([keys, inner, place]: [string[], string[], string], own: readonly (string | undefined)[], mark: string): string {
  const valueOf = (key: string, index: number): string => own[index] ?? (OWN as Record<string, string>)[key] ?? '"text"';
  const members = keys.map((key, index) => {
    if (key !== place || inner.length === 0) return `"${key}": ${valueOf(key, index)}`;
    return `"${key}": {${inner.map((one, at) => `"${one}": ${own[20 + at] ?? '"x"'}`).join(', ')}}`;
  });
  return `{${[...members, mark].join(', ')}}`;
}

const wrap = (text: string, layers: number): string =>
  layers === 0 ? text : `{"__topic__":"actiontrail_audit_event","event":${JSON.stringify(text)},"__time__":"1606823699"}`;

test('an event like those before has the findings that it has when it is read completely', (context) => {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its own object
  const { check } = FamiliarChecker.prototype;
  let familiar = 0;
  context.mock.method(FamiliarChecker.prototype, 'check', function (this: FamiliarChecker, ...given: Parameters<typeof check>) {
    const findings = check.apply(this, given);
    if (findings !== undefined) familiar++;
    return findings;
  });
  fc.assert(
    fc.property(chosen, fc.oneof(fc.constant([]), values), values, fc.constantFrom(0, 0, 1), (names, first, second, layers) => {
      const [mark, other] = [unique(), unique()];
      const nameless = (text: string): unknown =>
        findingsOf(`${FIRST}\n${text}`).map(({ marked, ...finding }) => [finding, marked.replace(/u\d{8}/, '')]);
      const alone = nameless(wrap(textOf(names, second, other), layers));
      const before = wrap(textOf(names, first, mark), layers);
      const again = wrap(textOf(names, second, mark), layers);
      for (let run = 0; run < 4; run++) findingsOf(`${FIRST}\n${before}`);
      for (let run = 0; run < 3; run++) assert.deepEqual(nameless(again), alone, again);
    }),
    { numRuns: RUNS },
  );
  assert.ok(familiar > RUNS / 10, `${familiar} of ${RUNS} were familiar`);
});

test('values of familiar events are judged by their own member', () => {
  const of = (address: string, error: string): readonly string[] =>
    findingsOf(
      eventOf(
        `"sourceIpAddress":"${address}","errorCode":"${error}","responseElements":{"RequestId":"R-1","Success":true},"requestId":"R-1"`,
      ),
    ).map(({ code }) => code);
  for (let run = 0; run < 6; run++) of('192.0.2.7', '');
  assert.ok(of('2020-12-01T11:54:59Z', '').includes(FindingCode.BadAddress), 'a time is no address');
  assert.ok(
    of('192.0.2.7', 'Forbidden.RAM').includes(FindingCode.ErrorWithoutFailure),
    'an error, and a response that tells of none',
  );
});
