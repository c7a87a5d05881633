import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { apiPageOf, errorPageOf } from '../../../src/knowledge/apiPage';
import { currentCatalogue } from '../../../src/knowledge/current';

const page = (service: string | undefined, name: string, version: string): string | undefined =>
  apiPageOf(currentCatalogue().lookup(service, name), version);

describe('the page of an operation', () => {
  test('is named by the catalogue, not by the log', () => {
    assert.equal(page('ecs', 'StopInstance', '2014-05-26'), 'https://api.aliyun.com/api/Ecs/2014-05-26/StopInstance');
    assert.equal(page('ecs', 'STOPINSTANCE', '2014-05-26'), 'https://api.aliyun.com/api/Ecs/2014-05-26/StopInstance');
  });

  test('is there for every operation of the public APIs, as the vendor spells it', () => {
    assert.equal(page('ebs', 'DESCRIBEREGIONS', ''), 'https://api.aliyun.com/api/ebs/2021-07-30/DescribeRegions');
    assert.equal(page('ecs', 'AllocateEipAddress', ''), 'https://api.aliyun.com/api/Ecs/2014-05-26/AllocateEipAddress');
  });

  test('is that of another API of the product where it is an operation of that one', () => {
    const address = page('foasconsole', 'CreateDeployment', '');
    assert.equal(address, 'https://api.aliyun.com/api/ververica/2022-07-18/CreateDeployment');
  });

  for (const version of ['*', '', '2014-05-26/../x'])
    test(`is that of the listed version where the event has "${version}"`, () => {
      assert.equal(page('ecs', 'StopInstance', version), 'https://api.aliyun.com/api/Ecs/2014-05-26/StopInstance');
    });

  for (const [why, service, name, version] of [
    ['an event that is no operation', 'ecs', 'Create', '2014-05-26'],
    ['a product whose operations are not listed, without a version', 'oss', 'PutObject', ''],
    ['a name that is derived', 'ecs', 'StopEverything', '2014-05-26'],
    ['a name of another service', 'sls', 'StopInstance', '2014-05-26'],
    ['no service', undefined, 'StopInstance', '2014-05-26'],
    ['a service without a public API', 'aascustomer', 'ConsoleSignin', '2014-05-26'],
    ['a name that is an address', 'ecs', '../../evil?x=', '2014-05-26'],
  ] as const)
    test(`is not there for ${why}`, () => {
      assert.equal(page(service, name, version), undefined);
    });
});

describe('the page of an error', () => {
  test('is named by its code and product', () => {
    assert.equal(errorPageOf('Forbidden.RAM', 'ecs'), 'https://api.aliyun.com/troubleshoot?q=Forbidden.RAM&product=Ecs');
    assert.equal(errorPageOf('Throttling', undefined), 'https://api.aliyun.com/troubleshoot?q=Throttling');
    assert.equal(errorPageOf('Throttling.User', 'aascustomer'), 'https://api.aliyun.com/troubleshoot?q=Throttling.User');
  });

  for (const code of [
    '',
    'success',
    '000000',
    'MadeUpCode',
    'Forbidden&q=x',
    'Forbidden.RAM/../x',
    'Forbidden RAM',
    `Forbidden.${'x'.repeat(80)}`,
  ])
    test(`is not there for "${code.slice(0, 30)}"`, () => {
      assert.equal(errorPageOf(code, 'ecs'), undefined);
    });
});
