import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Language {
  readonly id: string;
  readonly extensions: readonly string[];
  readonly filenamePatterns: readonly string[];
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const configuration = json('syntaxes/language-configuration.json') as { readonly wordPattern: string };
const manifest = json('package.json') as { readonly contributes: { readonly languages: readonly Language[] } };
const language = manifest.contributes.languages.find(({ id }) => id === 'trail-json') ?? assert.fail('no language');

/** The word under a double click in the middle of `part`. */
function word(line: string, part: string): string | undefined {
  const middle = line.indexOf(part) + Math.floor(part.length / 2);
  const words = [...line.matchAll(new RegExp(configuration.wordPattern, 'g'))];
  return words.find(({ 0: text, index }) => index <= middle && middle < index + text.length)?.[0];
}

test('a double click selects names, ids and times as one word', () => {
  const whole = [
    ...[
      'RunInstances',
      'i-bp1example0000001',
      'STS.EXAMPLEexample',
      '1187xxxxxxxx4544',
      '165266556947****',
      'sun.li@corp.example',
      'NetworkInterface.1.VSwitchId',
    ],
    ...[
      'ecs-cn-hangzhou-share.aliyuncs.com',
      '2026-03-02T01:00:00Z',
      '2020-12-01T11:54:59.366+0000',
      '192.0.2.1',
      '2001:db8:12::5:31',
      'ACS::ECS::Instance',
      '操作审计',
    ],
    ...['83BB0682-9EBA-402F-8359-26B1676A9EE2', 'Forbidden.RAM', 'orders_prod'],
  ];
  for (const value of whole)
    for (const line of [
      `"k": "${value}",`,
      `"p": "{\\"k\\":\\"${value}\\"}"`,
      `"p": "[\\\\\\"${value}\\\\\\"]"`,
      `"p": "{\\n\\"${value}\\""`,
    ])
      assert.equal(word(line, value), value, line);
});

test('an escape before a word is not part of it', () => {
  assert.equal(word('"m": "a\\nNext line"', 'Next'), 'Next');
  assert.equal(word('"m": "acs:ram::11****:role/ops-admin"', 'ops-admin'), 'ops-admin');
});

test('file names', () => {
  const pattern = (glob: string): RegExp =>
    new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.')}$`);
  const matches = (name: string): boolean =>
    language.extensions.some((end) => name.toLowerCase().endsWith(end)) ||
    language.filenamePatterns.some((glob) => pattern(glob).test(name.toLowerCase()));
  for (const name of [
    'flink.trail.json',
    'A.ActionTrail.JSONL',
    'x.trail.ndjson',
    'x.actiontrail.log',
    'actiontrail.json',
    'Actiontrail_cn-hangzhou_20260302.json',
  ])
    assert.ok(matches(name), name);
  const delivered = 'Actiontrail_cn-hangzhou_20260302000000_1002_12_3456_0123456789abcdef0123456789abcdef';
  assert.ok(matches(delivered));
  for (const name of [`${delivered}.gz`, 'package.json', 'trail.json.bak', 'trails.json', 'cloudtrail.json'])
    assert.ok(!matches(name), name);
  for (const glob of language.filenamePatterns) assert.equal(glob, glob.toLowerCase());
});
