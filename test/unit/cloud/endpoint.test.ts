import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originOf } from '../../../src/cloud/call';
import { endpointIn } from '../../../src/cloud/endpoint';

const TABLE = {
  '*': 'http://127.0.0.1:1',
  '*.log.aliyuncs.com': 'http://127.0.0.1:2/path',
  '*.cn-hangzhou.log.aliyuncs.com': 'https://hangzhou.example',
  'audit.cn-hangzhou.log.aliyuncs.com': 'https://audit.example:8443',
};

for (const [host, address] of [
  ['audit.cn-hangzhou.log.aliyuncs.com', 'https://audit.example:8443'],
  ['other.cn-hangzhou.log.aliyuncs.com', 'https://hangzhou.example'],
  ['other.cn-shanghai.log.aliyuncs.com', 'http://127.0.0.1:2'],
  ['sts.aliyuncs.com', 'http://127.0.0.1:1'],
] as const)
  test(`${host} is asked at ${address}: the name itself comes first, then the longest pattern`, () => {
    assert.equal(
      originOf(`https://${host}`, (name) => endpointIn(TABLE, name)),
      address,
    );
  });

test('where the table has nothing, or no address, the host itself is asked', () => {
  for (const table of [
    {},
    { '*': 7 },
    { '*': '' },
    { '*': 'nonsense' },
    { '*': 'file:///x' },
    { '*': 'http://' },
    { other: 'https://x' },
  ])
    assert.equal(
      originOf('https://sts.aliyuncs.com', (name) => endpointIn(table, name)),
      'https://sts.aliyuncs.com',
    );
});
