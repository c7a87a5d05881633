import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allResourceTypes, resourceNamesIn, resourceType, resourceTypesIn } from '../../../src/knowledge/resourceTypes';

describe('resource types', () => {
  it('have names in both languages and a known service', () => {
    for (const { id, meaning } of allResourceTypes()) {
      assert.match(meaning.zh, /\S/, id);
      assert.match(meaning.en, /^(an?|the) [^\u4e00-\u9fff]+$/, id);
    }
  });
  it('are found without regard to case', () => {
    assert.equal(resourceType('ACS::ECS::Instance')?.meaning.zh, '云服务器 ECS 实例');
    assert.equal(resourceType('acs::ecs::instance')?.id, 'ACS::ECS::Instance');
    assert.equal(resourceType('ACS::ECS::Instance')?.service, 'ecs');
  });
  it('of old events have no prefix', () => {
    assert.equal(resourceType('VSwitch')?.id, 'ACS::VPC::VSwitch');
    assert.equal(resourceType('Instance'), undefined);
  });
  it('that no table holds are derived', () => {
    const type = resourceType('ACS::Rds::ReadWriteSplitting');
    assert.equal(type?.derived, true);
    assert.equal(type.meaning.en, 'Read Write Splitting of ApsaraDB RDS');
    assert.equal(type.meaning.zh, '云数据库 RDS 的资源：Read Write Splitting');
    assert.equal(resourceType('ACS::Nowhere::Thing')?.meaning.en, 'Thing of Nowhere');
  });
  for (const id of ['', 'ACS::', 'ACS::ECS', 'nonsense', 'AWS::EC2::Instance', 'constructor']) {
    it(`'${id}' is none`, () => {
      assert.equal(resourceType(id), undefined);
    });
  }
  it('and names are split', () => {
    assert.deepEqual(resourceTypesIn('ACS::ECS::Instance;ACS::ECS::Disk'), ['ACS::ECS::Instance', 'ACS::ECS::Disk']);
    assert.deepEqual(resourceNamesIn('i-a,i-b;d-c'), [['i-a', 'i-b'], ['d-c']]);
    assert.deepEqual(resourceTypesIn(''), []);
  });
});
