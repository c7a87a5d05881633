import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { files } from '../../scripts/samples/files.mjs';

type Fields = Readonly<Record<string, unknown>>;

const FOLDER = join(process.cwd(), 'samples');
const text = (name: string): string => files().get(name) ?? assert.fail(`no sample ${name}`);
const lines = (name: string): readonly Fields[] =>
  text(name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Fields);

/** A field in either casing. */
const field = (event: Fields, name: string): unknown => event[name] ?? event[name.charAt(0).toUpperCase() + name.slice(1)];
const word = (event: Fields, name: string): string => {
  const value = field(event, name);
  return typeof value === 'string' ? value : '';
};
const identity = (event: Fields): Fields => field(event, 'userIdentity') as Fields;
const distinct = (values: readonly string[]): ReadonlySet<string> => new Set(values);

const flink = JSON.parse(text('flink.trail.json')) as readonly Fields[];
const lookup = (JSON.parse(text('lookup-events.json')) as { readonly Events: readonly Fields[] }).Events;
const exported = lines('console-export.trail.jsonl');
const logService = lines('log-service.jsonl').map(({ event }) => JSON.parse(String(event)) as Fields);
const whole = [...flink, ...lookup, ...exported, ...logService];

test('the folder holds what the generator makes, byte for byte', () => {
  const made = files();
  assert.deepEqual(readdirSync(FOLDER).sort(), [...made.keys()].sort());
  for (const [name, content] of made)
    assert.equal(readFileSync(join(FOLDER, name), 'utf8'), content, `${name}: run npm run samples`);
});

test('the main sample is large and varied enough', () => {
  assert.ok(flink.length >= 200);
  assert.ok(distinct(flink.map((event) => word(event, 'eventName'))).size >= 40);
  assert.ok(distinct(flink.map((event) => word(identity(event), 'accountId')).filter(Boolean)).size >= 6);
  assert.deepEqual([...distinct(flink.map((event) => word(identity(event), 'type')))].sort(), [
    'assumed-role',
    'ram-user',
    'root-account',
    'system',
  ]);
  const failed = flink.filter((event) => word(event, 'errorCode') !== '').length;
  assert.ok(failed / flink.length > 0.05 && failed / flink.length < 0.12);
  assert.ok(flink.some((event) => event['EventName'] !== undefined));
  assert.ok(text('flink.trail.json').includes('[\\\\\\"vsw-'));
  assert.ok(text('flink.trail.json').includes('[\\"vsw-'));
});

test('every documented Flink event is in the main sample', () => {
  const names = distinct(flink.map((event) => word(event, 'eventName')));
  for (const name of [
    ...[
      'AppendVswitchId',
      'CheckAsiLeftResource',
      'CheckNameSpaceName',
      'CheckUserVSwitch',
      'CheckUserVpc',
      'CheckVirtualClusterName',
    ],
    ...[
      'CreateNameSpace',
      'CreateServiceLinkedRole',
      'DeleteNameSpace',
      'DescribeAvailableCidr',
      'GetClusterUsedCu',
      'GetClusterState',
    ],
    ...[
      'GetOrderDetails',
      'ListUserVpc',
      'ListUserVswitch',
      'ListSupportedZone',
      'ListOssInfo',
      'OssParamsCheck',
      'RefundAsiOrder',
    ],
    ...['ResourceSpec', 'SearchOrdersV2', 'UpdateNameSpace'],
  ])
    assert.ok(names.has(name), name);
});

test('the other samples have events enough', () => {
  assert.ok(exported.length >= 100);
  assert.ok(lookup.length > 20 && lookup.length <= 50);
  assert.ok(logService.length > 20);
});

test('events are complete and consistent', () => {
  const required = [
    'eventId',
    'eventName',
    'eventSource',
    'eventTime',
    'eventType',
    'eventVersion',
    'acsRegion',
    'serviceName',
    'requestId',
  ];
  for (const event of whole) {
    for (const name of [...required, 'sourceIpAddress', 'userAgent'])
      assert.notEqual(word(event, name), '', `${word(event, 'eventId')}: ${name}`);
    assert.match(word(event, 'eventTime'), /^2026-03-(?:0[1-9]|1[0-5])T\d\d:\d\d:\d\d(?:Z|\.\d{3}\+0000)$/);
    const response = field(event, 'responseElements') as Fields | undefined;
    if (response) assert.equal(response['RequestId'], word(event, 'requestId'));
    const who = identity(event);
    if (field(who, 'type') === 'system') assert.match(word(event, 'recipientAccountId'), /^1{2}0{12}\d\d$/);
    else assert.match(word(who, 'accountId'), /^1{2}0{12}\d\d$/);
  }
});

test('keys are plainly fake and addresses are from the documentation ranges', () => {
  for (const [name, content] of files()) {
    for (const [found] of content.matchAll(/\b(?:LTAI|STS\.|TMP\.)\w+/g)) assert.match(found, /EXAMPLEexampleEXAMPLE/, name);
    for (const [found] of content.matchAll(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)/g))
      if (!content.includes(`Chrome/${found}`)) assert.match(found, /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/, name);
  }
});

test('the damaged paste is not JSON and shows each kind of damage', () => {
  const damaged = text('damaged-paste.trail.json');
  assert.throws(() => void JSON.parse(damaged));
  for (const part of [
    '// ',
    '/* ',
    '",\n    },',
    '110***011',
    '"sourceIPAddress"',
    '"cn-shangai"',
    '[\\"vsw',
    '[\\\\\\"vsw',
    '"eventVersion": ,',
    '"cn-shanghai,\n',
  ])
    assert.ok(damaged.includes(part), part);
});
