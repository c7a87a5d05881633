import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressKind, describeAddress, parseIpv6 } from '../../../src/knowledge/addresses';

describe('addresses', () => {
  const cases: readonly (readonly [string, ReturnType<typeof addressKind>])[] = [
    ['42.120.74.96', 'ipv4'],
    ['0.0.0.0', 'ipv4'],
    ['2409:8a20:4d15:e150:90f5:26ed:cc45:6922', 'ipv6'],
    ['::1', 'ipv6'],
    ['::ffff:10.0.0.1', 'ipv6'],
    ['fe80::1', 'ipv6'],
    ['Internal', 'internal'],
    ['internal', 'internal'],
    ['ecs.aliyuncs.com', 'host'],
    ['realtime-compute.console.aliyun.com', 'host'],
    ['', 'empty'],
    ['192.168.XX.XX', 'masked'],
    ['100.**.***.69', 'masked'],
    ['100.xx.xx.76', 'masked'],
    ['10.10.**.**', 'masked'],
    ['2409:8a20:****:****:****:****:****:6922', 'masked'],
    ['****', 'masked'],
    ['256.1.1.1', 'bad'],
    ['1.2.3', 'bad'],
    ['1.2.3.4.5', 'bad'],
    ['01.2.3.4', 'bad'],
    ['1.2.3.4:8080', 'bad'],
    ['1:2:3', 'bad'],
    ['1::2::3', 'bad'],
    ['12345::', 'bad'],
    ['1:2:3:4:5:6:7:8::', 'bad'],
    ['unknown', 'bad'],
    ['not an address', 'bad'],
    ['a..b.com', 'bad'],
  ];
  for (const [text, kind] of cases)
    it(`'${text}' is ${kind}`, () => {
      assert.equal(addressKind(text), kind);
    });

  it('reads the groups of an IPv6 address', () => {
    assert.deepEqual(parseIpv6('2001:db8::1'), [0x2001, 0xdb8, 0, 0, 0, 0, 0, 1]);
    assert.deepEqual(parseIpv6('::'), [0, 0, 0, 0, 0, 0, 0, 0]);
  });

  const networks: readonly (readonly [string, RegExp, RegExp])[] = [
    ['10.1.2.3', /私网/, /private/],
    ['172.31.0.1', /私网/, /private/],
    ['172.32.0.1', /公网/, /public/],
    ['192.168.0.1', /私网/, /private/],
    ['127.0.0.1', /环回/, /loopback/],
    ['169.254.1.1', /链路本地/, /link-local/],
    ['203.0.113.5', /示例/, /documentation/],
    ['100.64.0.1', /阿里云内部/, /inside its own network/],
    ['100.127.255.255', /阿里云内部/, /inside its own network/],
    ['100.128.0.1', /公网/, /public/],
    ['::ffff:10.0.0.1', /私网/, /private/],
    ['fd00::1', /私网/, /private/],
    ['2001:db8::1', /示例/, /documentation/],
    ['2409:8a20::1', /公网/, /public/],
  ];
  for (const [text, zh, en] of networks) {
    it(`describes ${text}`, () => {
      const { meaning } = describeAddress(text);
      assert.match(meaning.zh, zh);
      assert.match(meaning.en, en);
    });
  }
});
