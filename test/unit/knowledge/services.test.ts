import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { resolveService, serviceOfHost, type ServiceClues } from '../../../src/knowledge/resolveService';
import { allServices, serviceOf } from '../../../src/knowledge/services';

describe('services', () => {
  it('have names in both languages', () => {
    for (const { code, zh, en } of allServices()) {
      assert.match(code, /^[a-z0-9][a-z0-9._-]*$/);
      assert.ok(zh.length > 0 && zh === zh.trim(), code);
      assert.match(en, /^[^\u4e00-\u9fff]+$/, code);
      assert.equal(en, en.trim(), code);
    }
  });
  const names: readonly (readonly [string, string])[] = [
    ['Ecs', 'ecs'],
    ['ECS', 'ecs'],
    ['RealtimeCompute', 'foasconsole'],
    ['foasconsole-inner', 'foasconsole'],
    ['PrivateZone', 'pvtz'],
    ['CloudStorageGateway', 'sgw'],
    ['CloudCallCenter', 'ccc'],
    ['aegis', 'sas'],
    ['AasCustomer', 'aascustomer'],
    ['AasSub', 'aassub'],
    ['Hologram', 'hologram'],
    ['CloudSSO', 'cloudsso'],
    ['Ims', 'ims'],
    ['Actiontrail', 'actiontrail'],
    ['ResourceManager', 'resourcemanager'],
    ['MultimediaAI', 'multimediaai'],
  ];
  for (const [name, code] of names) {
    it(`${name} is ${code}`, () => {
      assert.equal(serviceOf(name)?.code, code);
    });
  }
  for (const name of ['', 'nonsense', '-inner', 'constructor']) {
    it(`knows no '${name}'`, () => {
      assert.equal(serviceOf(name), undefined);
    });
  }
  it('tell what has no public API', () => {
    assert.equal(serviceOf('AasSub')?.openApi, false);
    assert.equal(serviceOf('ecs')?.openApi, true);
    assert.equal(serviceOf('ecs')?.name, 'Ecs');
  });
});

describe('services of hosts', () => {
  const hosts: readonly (readonly [string, string | undefined])[] = [
    ['ecs-cn-hangzhou-share.aliyuncs.com', 'ecs'],
    ['ecs-cn-hangzhou-inner.aliyuncs.com', 'ecs'],
    ['ecs.aliyuncs.com', 'ecs'],
    ['my-ecs-logs.oss-cn-hangzhou.aliyuncs.com', 'oss'],
    ['bucket.vpc100-oss-cn-hangzhou.aliyuncs.com', 'oss'],
    ['oss-cn-hangzhou-internal.aliyuncs.com', 'oss'],
    ['project.cn-hangzhou.log.aliyuncs.com', 'sls'],
    // The page serves the account and RAM users alike: only serviceName tells who logged on.
    ['signin.aliyun.com', undefined],
    ['https://account.aliyun.com/login/login_aliyun.htm?x=1', 'aascustomer'],
    ['foasconsole-share.cn-shanghai.aliyuncs.com', 'foasconsole'],
    ['actiontrail-openapi-share.cn-hangzhou.aliyuncs.com', 'actiontrail'],
    ['rds-inc-share.aliyuncs.com', 'rds'],
    ['slb-pop.aliyuncs.com', 'slb'],
    ['resourcemanager-share.aliyuncs.com', 'resourcemanager'],
    ['cen.vpc-proxy.aliyuncs.com', 'cbn'],
    ['r-kvstore-vpc.na-south-1.aliyuncs.com', 'r-kvstore'],
    ['wafopenapi.cn-hangzhou.aliyuncs.com', 'waf-openapi'],
    ['realtime-compute.console.aliyun.com', 'foasconsole'],
    ['ecs.aliyuncs.com:443', 'ecs'],
    ['ecs.amazonaws.com', undefined],
    ['ecs.aliyuncs.com.example.org', undefined],
    ['example.com', undefined],
    ['', undefined],
    ['aliyuncs.com', undefined],
  ];
  for (const [host, code] of hosts) {
    it(`${host} is ${code ?? 'unknown'}`, () => {
      assert.equal(serviceOfHost(host)?.code, code);
    });
  }
});

describe('resolveService', () => {
  const cases: readonly (readonly [ServiceClues, string | undefined])[] = [
    [{ serviceName: 'Ecs', acsProduct: 'Vpc', eventSource: 'rds.aliyuncs.com' }, 'ecs'],
    [{ serviceName: 'RealtimeCompute', acsProduct: 'foasconsole-inner' }, 'foasconsole'],
    [{ acsProduct: 'foasconsole-inner', eventSource: 'ecs.aliyuncs.com' }, 'foasconsole'],
    [{ serviceName: '', eventSource: 'signin.aliyun.com' }, undefined],
    [{ serviceName: 'AasCustomer', eventSource: 'signin.aliyun.com' }, 'aascustomer'],
    [{ serviceName: 'Brand-New', acsProduct: 'Ecs' }, 'ecs'],
    [{ serviceName: 'Brand-New' }, 'brand-new'],
    [{ acsProduct: 'Other-inner' }, 'other'],
    [{}, undefined],
    [{ serviceName: '', acsProduct: '', eventSource: '' }, undefined],
  ];
  for (const [clues, code] of cases) {
    it(`${JSON.stringify(clues)} is ${code ?? 'unknown'}`, () => {
      assert.equal(resolveService(clues), code);
    });
  }
});

const METADATA = '../shared/openapi-meta/metadatas/products.json';
describe('services of the metadata', { skip: !existsSync(METADATA) && 'no metadata here' }, () => {
  interface Product {
    readonly code: string;
    readonly regional_endpoints?: Readonly<Record<string, string>> | null;
  }
  const products = existsSync(METADATA)
    ? (JSON.parse(readFileSync(METADATA, 'utf8')) as { readonly products: readonly Product[] }).products
    : [];
  it('are all known', () => {
    assert.deepEqual(
      products.filter((product) => serviceOf(product.code)?.code !== product.code.toLowerCase()).map((product) => product.code),
      [],
    );
  });
  it('are mostly found by their hosts', () => {
    const wrong = products.flatMap(({ code, regional_endpoints }) =>
      Object.values(regional_endpoints ?? {})
        .filter((host) => serviceOfHost(host) !== undefined && serviceOfHost(host)?.code !== code.toLowerCase())
        .map((host) => `${code} ${host}`),
    );
    // Some products share a host with another (gws with ecd): no more than a few.
    assert.ok(new Set(wrong.map((line) => line.split(' ')[0])).size <= 8, wrong.join('\n'));
  });
});
