import { fc } from '../property';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { derive } from '../../../src/knowledge/derived';
import { VERBS } from '../../../src/knowledge/verbs';
import { wordsOf } from '../../../src/knowledge/words';

const MEANINGS: readonly [name: string, kind: string, zh: string, en: string][] = [
  ['DescribeSecurityGroups', 'read', '查询安全组列表', 'Queries security groups.'],
  ['DescribeSecurityGroupAttribute', 'read', '查询安全组属性', 'Queries the security group attribute.'],
  ['DeleteDBInstance', 'delete', '删除数据库实例', 'Deletes a database instance.'],
  ['DeleteSecurityGroup', 'delete', '删除安全组', 'Deletes a security group.'],
  ['CreateVSwitch', 'write', '创建交换机', 'Creates a vSwitch.'],
  ['CreateVServerGroup', 'write', '创建虚拟服务器组', 'Creates a vServer group.'],
  ['CreateOSSBucket', 'write', '创建 OSS 存储空间', 'Creates an OSS bucket.'],
  ['ListACLs', 'read', '查询访问控制列表', 'Lists ACLs.'],
  ['DescribeVPCs', 'read', '查询专有网络列表', 'Queries VPCs.'],
  ['DescribeIPv6Addresses', 'read', '查询 IPv6 地址列表', 'Queries IPv6 addresses.'],
  ['ModifyVpcCidr', 'write', '修改专有网络网段', 'Modifies a VPC CIDR block.'],
  ['DescribeInstancesV2', 'read', '查询实例列表（V2）', 'Queries instances (V2).'],
  ['PutBucketPolicy', 'write', '设置存储空间策略', 'Sets a bucket policy.'],
  ['put_bucket_policy', 'write', '设置存储空间策略', 'Sets a bucket policy.'],
  ['describeInstances', 'read', '查询实例列表', 'Queries instances.'],
  ['ecs:StopInstance', 'write', '停止实例', 'Stops an instance.'],
  ['Stop Instance', 'write', '停止实例', 'Stops an instance.'],
  ['AttachPolicyToUser', 'write', '将策略附加到用户', 'Attaches a policy to a user.'],
  ['RemoveUserFromGroup', 'delete', '从组移除用户', 'Removes a user from a group.'],
  ['ListPoliciesForUser', 'read', '查询用户的策略列表', 'Lists policies for a user.'],
  ['GetDeploymentsByLabel', 'read', '按标签查询部署列表', 'Queries deployments by label.'],
  ['ListUsersInRecycleBin', 'read', '查询回收站中的用户列表', 'Lists users in a recycle bin.'],
  ['AssociateAclsWithListener', 'write', '将访问控制列表与监听关联', 'Associates ACLs with a listener.'],
  ['AssumeRoleWithSAML', 'write', '使用 SAML 扮演角色', 'Assumes a role with SAML.'],
  ['LoadBalancerJoinSecurityGroup', 'write', '负载均衡实例加入安全组', 'Joins a security group (load balancer).'],
  ['OssParamsCheck', 'read', '检查 OSS 参数', 'Checks OSS parameters.'],
  ['UnTagResources', 'delete', '移除资源的标签', 'Removes tags from resources.'],
  ['BatchDeleteUsers', 'delete', '批量删除用户', 'Deletes users (in a batch).'],
  ['RenewInstance', 'order', '续费实例', 'Renews an instance.'],
  ['ListFooBars', 'read', '查询 Foo Bars 列表', 'Lists Foo Bars.'],
  ['SetOssScanConfig', 'write', '设置 OSS 扫描配置', 'Sets the OSS scan configuration.'],
  ['DescribeOpenApiList', 'read', '查询 OpenAPI 列表', 'Queries an OpenAPI list.'],
  ['DeleteLivePullToPush', 'delete', '删除直播拉取（到推送）', 'Deletes a live streaming pull to a push.'],
  ['ModifyIpsRules', 'write', '修改入侵防御规则', 'Modifies intrusion prevention rules.'],
  ['ModifyWhiteIps', 'write', '修改 IP 白名单', 'Modifies IP address whitelists.'],
  ['DeletionProtection', 'write', '执行“删除保护”操作', 'Performs the operation “deletion protection”.'],
  ['创建实例', 'write', '执行“创建实例”操作', 'Performs the operation “创建实例”.'],
  ['', 'write', '未记录事件名称', 'Has no event name.'],
];

describe('derive', () => {
  for (const [name, kind, zh, en] of MEANINGS) {
    it(`reads ${name === '' ? 'an empty name' : name}`, () => {
      assert.deepEqual(derive(name), { zh, en, kind });
    });
  }

  it('answers anything, in bounds, in one line', () => {
    const word = fc.constantFrom(
      'Create',
      'List',
      'VSwitch',
      'DB',
      'IPv6',
      'To',
      'By',
      'And',
      'Xyz',
      '_',
      ':',
      'V2',
      's',
      '9',
      '安全组',
      'Batch',
    );
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(name, (text) => {
        const { zh, en } = derive(text);
        for (const said of [zh, en]) {
          assert.ok(said.length > 0 && said.length <= 260);
          assert.doesNotMatch(said, /[\p{Cc}\p{Cf}\u2028\u2029]| {2}/u);
        }
        assert.match(en, /^[A-Z].*\.$/u);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes names of any length', () => {
    const { kind, en } = derive('DescribeInstances'.repeat(100_000));
    assert.equal(kind, 'read');
    assert.ok(en.length <= 260);
  });
});

describe('wordsOf', () => {
  const CASES: readonly [string, string][] = [
    ['DBInstanceHA', 'DB Instance HA'],
    ['DescribeVPCs', 'Describe VPCs'],
    ['snake_case-and.dots', 'snake case and dots'],
    ['Ecs:RunInstances', 'Run Instances'],
    ['V2', 'V 2'],
  ];
  for (const [name, words] of CASES) {
    it(`splits ${name}`, () => {
      assert.equal(wordsOf(name).join(' '), words);
    });
  }
});

describe('VERBS', () => {
  it('has a third person and Chinese for each', () => {
    assert.ok(VERBS.size > 150);
    for (const [name, { zh, en }] of VERBS) {
      assert.match(zh, /^[\p{Script=Han}{}]+$/u, name);
      assert.match(en, /^[A-Z][a-z]*s\b/, name);
    }
  });
});
