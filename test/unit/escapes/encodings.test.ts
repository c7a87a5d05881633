import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectArn, detectBase64, detectEpoch, detectList, detectPercentJson, detectUrl } from '../../../src/escapes';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

test('base64', () => {
  assert.deepEqual(detectBase64(base64('{"a":1}')), { text: '{"a":1}', isJson: true });
  assert.deepEqual(detectBase64(base64('#!/bin/sh\necho 你好')), { text: '#!/bin/sh\necho 你好', isJson: false });
  assert.deepEqual(detectBase64(Buffer.from('[">>>???"]').toString('base64url')), { text: '[">>>???"]', isJson: true });
  const none = [
    '',
    'password',
    'AppendVSwitchId1',
    '83BB0682-9EBA-402F-8359-26B1676A9EE2',
    'd41d8cd98f00b204e9800998ecf8427e',
  ].concat([
    base64('short'),
    base64('with a \u0000 NUL in the middle'),
    `${base64('{"a":1}').slice(0, -2)}!!`,
    `${base64('{"a":1234}').slice(0, -2)}=`,
    'eyJhIjoxfR==', // loose bits
    '='.repeat(16),
    'A'.repeat(2_000_000),
    'ab+/'.repeat(6) + '-_==',
  ]);
  for (const value of none) assert.equal(detectBase64(value), undefined, value.slice(0, 40));
});

test('url', () => {
  const value = 'https://user:secret@oss.example.com:443/a%20b?x=1%2C2&y&%E5%90%8D=a+b&bad=%zz#top';
  const url = detectUrl(value);
  assert.ok(url);
  assert.deepEqual(
    { ...url, query: 0 },
    { scheme: 'https', host: 'oss.example.com', port: '443', path: '/a b', query: 0, fragment: 'top' },
  );
  assert.deepEqual(
    url.query.map(({ name, value: decoded }) => [name, decoded]),
    [
      ['x', '1,2'],
      ['y', ''],
      ['名', 'a b'],
      ['bad', '%zz'],
    ],
  );
  assert.deepEqual(
    url.query.map(({ start, end }) => value.slice(start, end)),
    ['x=1%2C2', 'y', '%E5%90%8D=a+b', 'bad=%zz'],
  );
  assert.equal(detectUrl('http://[::1]:80/')?.host, '[::1]');
  assert.deepEqual(detectUrl('http://h?')?.query, []);
  for (const none of [
    '',
    'https://',
    'mailto:a@b',
    'see https://a',
    'https://a b',
    'oss.example.com/?a=1',
    `http://${'@'.repeat(70_000)}`,
  ]) {
    assert.equal(detectUrl(none), undefined, none.slice(0, 40));
  }
  detectUrl(`http://${'@:'.repeat(30_000)}`);
});

test('arn', () => {
  assert.deepEqual(detectArn('acs:ram::123****:role/aliyun/x'), {
    service: 'ram',
    region: '',
    account: '123****',
    resource: 'role/aliyun/x',
    resourceType: 'role',
    resourceName: 'aliyun/x',
  });
  assert.equal(detectArn('acs:ecs:cn-beijing:1187xxxxxxxx4544:*')?.resourceType, undefined);
  assert.equal(detectArn('acs:oss:*:*:a:b')?.resource, 'a:b');
  for (const none of ['', 'acs:ram', 'acs:ram::1:', 'arn:aws:iam::1:role/x', 'ACS::ECS::Instance', 'acs:r m::1:x']) {
    assert.equal(detectArn(none), undefined, none);
  }
});

test('list', () => {
  const value = 'a, b;;c,';
  const groups = detectList(value);
  assert.deepEqual(
    groups?.map((items) => items.map(({ text }) => text)),
    [['a', 'b'], ['c']],
  );
  for (const { text, start } of groups?.flat() ?? []) assert.equal(value.slice(start, start + text.length), text);
  for (const none of ['', 'a', 'a,', ';;', ',']) assert.equal(detectList(none), undefined, none);
});

test('epoch', () => {
  const yes = [1606823699, '1606823699', 1606823699366, '1606823699366', '1230768000'];
  assert.deepEqual(
    yes.map((value) => detectEpoch(value)?.milliseconds),
    [1606823699000, 1606823699000, 1606823699366, 1606823699366, 1230768000000],
  );
  const no = [
    0,
    -1606823699,
    1.5,
    NaN,
    1e300,
    '',
    '1606823699.3',
    '+1606823699',
    '1230767999',
    '4102444800',
    '1187000000004544',
    '0000000001',
  ];
  for (const value of no) assert.equal(detectEpoch(value), undefined, String(value));
});

test('percent-encoded JSON', () => {
  const json = '{"a":"x + y","名":[1]}';
  assert.deepEqual(detectPercentJson(encodeURIComponent(json)), { text: json, levels: 1 });
  assert.deepEqual(detectPercentJson(encodeURI(json)), { text: json, levels: 1 });
  assert.deepEqual(detectPercentJson(encodeURIComponent(encodeURIComponent(json))), { text: json, levels: 2 });
  assert.deepEqual(detectPercentJson(new URLSearchParams([['', json]]).toString().slice(1)), { text: json, levels: 1 });
  for (const none of ['', json, '%7B', '%7Babc%7D', '%7B%zz', `%${'25'.repeat(500_000)}7B`, '100%']) {
    assert.equal(detectPercentJson(none), undefined, none.slice(0, 40));
  }
});
