import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fieldAt } from '../../../src/knowledge/fields';
import { meaningOf, parameterAt } from '../../../src/knowledge/parameters';

describe('what the name of a parameter says', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['TrafficMarkingPolicyId', '流量标记策略 ID。', 'The ID of the traffic marking policy.'],
    ['VpcIds', '专有网络 ID 列表。', 'The IDs of the VPCs.'],
    ['InstanceIdList', '实例 ID 列表。', 'The IDs of the instances.'],
    ['VSwitchIds.1', '交换机 ID 列表。', 'The IDs of the vSwitches.'],
    ['IpList', 'IP 地址列表。', 'A list of IP addresses.'],
    ['AutoRenew', '是否自动续费。', 'Whether the renewal is automatic.'],
    ['EnableDeleteProtection', '是否启用删除防护。', 'Whether the delete protection is enabled.'],
    ['DryRunEnabled', '是否启用试运行。', 'Whether the dry run is enabled.'],
    ['MaxConnections', '连接的最大值。', 'The maximum of the connections.'],
    ['ScheduledStartTime', '定时开始时间。', 'The scheduled start time.'],
    ['domain_id', '域名 ID。', 'The ID of the domain name.'],
  ];
  for (const [name, zh, en] of cases)
    test(name, () => {
      assert.deepEqual(meaningOf(name), { zh, en });
    });

  test('nothing where there are no words, and only within parameters', () => {
    for (const name of ['', '1', '--', '1.2']) assert.equal(meaningOf(name), undefined);
    assert.equal(parameterAt(['requestParameters'])?.meaning, undefined);
    assert.equal(parameterAt(['eventSourceX']), undefined);
    assert.equal(parameterAt(['requestParameters', 'A', 0, 'NodepoolId'])?.meaning.zh, '节点池 ID。');
    assert.equal(parameterAt(['event', 'requestParameters', 'x'.repeat(10_000)], true)?.scope, 'parameter');
  });

  test('the commonest have texts of their own', () => {
    for (const name of ['Lang', 'SourceIp', 'CurrentPage', 'project', 'ScalingGroupId', 'CenId', 'Uuid', 'Tag.1.Key', 'max-keys'])
      assert.equal(fieldAt(['requestParameters', name])?.scope, 'parameter', name);
  });
});
