import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { allRegions, isKnownRegion, regionOf, zoneOf } from '../../../src/knowledge/regions';

describe('regions', () => {
  it('have names in both languages', () => {
    for (const { id, zh, en } of allRegions()) {
      assert.match(zh, /[\u4e00-\u9fff]/, id);
      assert.match(en, /^[\x20-\x7e]+$/, id);
    }
  });
  const named: readonly (readonly [string, string, string])[] = [
    ['cn-hangzhou', '华东1（杭州）', 'China (Hangzhou)'],
    ['cn-shanghai', '华东2（上海）', 'China (Shanghai)'],
    ['cn-hongkong', '中国香港', 'China (Hong Kong)'],
    ['cn-hangzhou-finance', '华东1 金融云', 'China East 1 Finance'],
    ['cn-north-2-gov-1', '北京政务云', 'Beijing Government Cloud'],
    ['ap-southeast-8', '马来西亚（柔佛）', 'Malaysia (Johor)'],
    ['na-south-1', '墨西哥', 'Mexico'],
  ];
  for (const [id, zh, en] of named) {
    it(id, () => {
      assert.equal(regionOf(id)?.zh, zh);
      assert.equal(regionOf(id)?.en, en);
    });
  }
  it('tells which are closed', () => {
    assert.equal(regionOf('ap-south-1')?.closed, true);
    assert.equal(regionOf('cn-hangzhou')?.closed, undefined);
  });
  for (const id of ['', 'cn-atlantis', 'us-east-2', 'CN-HANGZHOU', 'cn-hangzhou-b', 'center', 'constructor']) {
    it(`does not know '${id}'`, () => {
      assert.equal(isKnownRegion(id), false);
    });
  }
});

describe('zones', () => {
  const zones: readonly (readonly [string, string, readonly string[]])[] = [
    ['cn-beijing-f', 'cn-beijing', ['f']],
    ['cn-hangzhou-h', 'cn-hangzhou', ['h']],
    ['ap-southeast-1a', 'ap-southeast-1', ['a']],
    ['cn-shanghai-finance-1b', 'cn-shanghai-finance-1', ['b']],
    ['cn-hangzhou-finance-c', 'cn-hangzhou-finance', ['c']],
    ['cn-north-2-gov-1a', 'cn-north-2-gov-1', ['a']],
    ['cn-hangzhou-MAZ6(b,f)', 'cn-hangzhou', ['b', 'f']],
  ];
  for (const [id, region, letters] of zones) {
    it(id, () => {
      assert.equal(zoneOf(id)?.region.id, region);
      assert.deepEqual(zoneOf(id)?.letters, letters);
    });
  }
  for (const id of ['', 'cn-beijing', 'cn-beijing-', 'cn-beijing-ff', 'cn-atlantis-b', 'cn-hangzhou-1', 'ap-southeast-1']) {
    it(`'${id}' is none`, () => {
      assert.equal(zoneOf(id), undefined);
    });
  }
});

const METADATA = '../shared/openapi-meta/metadatas/products.json';
describe('regions of all products', { skip: !existsSync(METADATA) && 'no metadata here' }, () => {
  it('are known', () => {
    interface Product {
      readonly regional_endpoints?: Readonly<Record<string, string>> | null;
      readonly regional_vpc_endpoints?: Readonly<Record<string, string>> | null;
    }
    const { products } = JSON.parse(readFileSync(METADATA, 'utf8')) as { readonly products: readonly Product[] };
    const ids = new Set(
      products.flatMap((product) =>
        [product.regional_endpoints, product.regional_vpc_endpoints].flatMap((each) => Object.keys(each ?? {})),
      ),
    );
    ids.delete('cn-huhehaote.'); // One product's slip of the pen.
    assert.deepEqual(
      [...ids].filter((id) => !isKnownRegion(id)),
      [],
    );
  });
});
