import { fc, runs } from '../property';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { derive, kindFromName } from '../../../src/knowledge/derived';
import { allOperations } from '../../../src/knowledge/operations';
import { VERBS } from '../../../src/knowledge/derive/verbs';
import { wordsOf } from '../../../src/knowledge/derive/words';

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

/** Words whose sense depends on the product. */
const IN_PRODUCTS: readonly [service: string, name: string, kind: string, zh: string, en: string][] = [
  ['live', 'AddLiveMixConfig', 'write', '添加混流配置', 'Adds a stream mixing configuration.'],
  ['live', 'DescribeLiveStreamRecordContent', 'read', '查询直播流录制内容', 'Queries a live stream recording.'],
  ['live', 'AddShowIntoShowList', 'write', '将节目添加到节目单', 'Adds a show into a show list.'],
  ['vod', 'GetMediaAuditResult', 'read', '查询媒体审核结果', 'Queries a media moderation result.'],
  ['das', 'GetMediaAuditResult', 'read', '查询媒体审计结果', 'Queries a media audit result.'],
  ['fc', 'GetProvisionConfig', 'read', '查询预留实例配置', 'Queries the provisioned instance settings.'],
  ['ecs', 'CreateProcessTask', 'write', '创建进程任务', 'Creates a process task.'],
  ['csas', 'CreateProcessTask', 'write', '创建流程任务', 'Creates a process task.'],
  ['mse', 'CreateAuthRule', 'write', '创建鉴权规则', 'Creates an authentication rule.'],
  ['sddp', 'CreateAuthRule', 'write', '创建授权规则', 'Creates an authorization rule.'],
  ['dms-enterprise', 'CloseOrder', 'write', '关闭工单', 'Closes a ticket.'],
  ['bssopenapi', 'CloseOrder', 'write', '关闭订单', 'Closes an order.'],
  ['dbaudit', 'AddDbGroup', 'write', '添加资产组', 'Adds an asset group.'],
  ['maxcompute', 'InsertJob', 'write', '提交作业', 'Submits a job.'],
  ['scdn', 'DescribeScdnDomainTopUrlVisit', 'read', '查询域名热门链接访问', 'Queries a domain name top URL visit.'],
];

/** Kinds of names that were read wrongly once; each with names of its own kind beside it. */
const KINDS: readonly [kind: string, names: readonly [name: string, kind: string, zh: string, en: string][]][] = [
  [
    'a verb before an object that asks for another one',
    [
      ['ApplyCertificate', 'write', '申请证书', 'Applies for a certificate.'],
      ['ApplyAutoSnapshotPolicy', 'write', '应用自动快照策略', 'Applies an automatic snapshot policy.'],
      ['ApprovePermissionApplyOrder', 'write', '批准权限申请订单', 'Approves a permission request order.'],
      ['OpenService', 'write', '开通服务', 'Activates the service.'],
      ['OpenFlowLogService', 'write', '开通流日志服务', 'Activates the flow log service.'],
      ['OpenHttps', 'write', '开启 HTTPS', 'Opens HTTPS.'],
    ],
  ],
  [
    'a verb at the end, behind what a console sets before its names',
    [
      ['ConsoleGroupCreate', 'write', '创建组', 'Creates a group.'],
      ['ConsoleInstanceList', 'read', '查询实例列表', 'Lists instances.'],
      ['ConsoleConsumerResetOffset', 'write', '重置消费位点', 'Resets a consumer offset.'],
      ['ConsoleMessageGetById', 'read', '按 ID 查询消息', 'Queries a message by ID.'],
      ['DashboardList', 'read', '查询仪表盘列表', 'Lists dashboards.'],
      ['OrderQuery', 'read', '查询订单', 'Queries an order.'],
    ],
  ],
  [
    'no verb, but a word that shows something',
    [
      ['ClientRiskReport', 'read', '查询客户端风险报告', 'Queries a client risk report.'],
      ['TopicStatus', 'read', '查询主题状态', 'Queries the topic status.'],
      ['UpgradeTaskResult', 'write', '升级任务结果', 'Upgrades a task result.'],
      ['AgentTaskResult', 'read', '查询 Agent 任务结果', 'Queries an agent task result.'],
      ['DbIdsOfGroup', 'read', '查询组的数据库 ID', 'Queries database IDs of a group.'],
    ],
  ],
  [
    'two verbs',
    [
      ['CreateAndStartBackupPlan', 'write', '创建并启动备份计划', 'Creates and starts a backup plan.'],
      ['AddOrUpdateContact', 'write', '添加或更新联系人', 'Adds or updates a contact.'],
      ['DisableAndCleanRecycleBin', 'delete', '禁用并清理回收站', 'Disables and cleans up a recycle bin.'],
      ['AbortGenerateAnswer', 'write', '中止生成答案', 'Aborts generating an answer.'],
      ['PutDisableFwSwitch', 'write', '禁用防火墙开关', 'Disables a firewall switch.'],
    ],
  ],
  [
    'a state at the end',
    [
      ['CheckDBNameAvailable', 'read', '检查数据库名称是否可用', 'Checks whether the database name is available.'],
      ['CheckInstancesExist', 'read', '检查实例是否存在', 'Checks whether instances exist.'],
      ['DescribeAdviceServiceEnabled', 'read', '查询建议服务是否启用', 'Queries whether an advice service is enabled.'],
      ['ReportTaskFailed', 'write', '上报任务失败', 'Reports that a task failed.'],
      ['ReportJobSucceeded', 'write', '上报任务成功', 'Reports that a job succeeded.'],
      ['EnableConfigManaged', 'write', '启用配置托管', 'Enables managed configuration.'],
      ['DescribeInsightEnabledTrails', 'read', '查询已启用洞察的跟踪', 'Queries trails with insight enabled.'],
      ['GetAccessKeyLastUsed', 'read', '查询访问密钥的最后使用时间', 'Queries the last use time of an AccessKey pair.'],
    ],
  ],
  [
    'what can be done to a thing',
    [
      [
        'CheckServiceLinkedRoleForDeleting',
        'read',
        '检查服务关联角色能否删除',
        'Checks whether a service-linked role can be deleted.',
      ],
      ['CheckInstanceForDelete', 'read', '检查实例能否删除', 'Checks whether an instance can be deleted.'],
      ['CheckAccountDelete', 'read', '检查账号能否删除', 'Checks whether an account can be deleted.'],
      ['CheckBindRamUser', 'read', '检查是否已绑定 RAM 用户', 'Checks whether a RAM user is bound.'],
      [
        'CheckCanAllocateVpcPrivateIpAddress',
        'read',
        '检查专有网络私网 IP 地址能否分配',
        'Checks whether a VPC private IP address can be allocated.',
      ],
      [
        'CheckRegionSupportBackupEncryption',
        'read',
        '检查地域是否支持备份加密',
        'Checks whether a region supports backup encryption.',
      ],
      ['CheckUserHasEcs', 'read', '检查用户是否有 ECS', 'Checks whether a user has ECS.'],
    ],
  ],
  [
    'verbs in other forms among nouns',
    [
      ['SaveTaskForModifyingDomain', 'write', '为修改域名保存任务', 'Saves a task for modifying a domain name.'],
      ['DescribeScannedImages', 'read', '查询已扫描镜像列表', 'Queries scanned images.'],
      ['SendMobileValidateCode', 'write', '发送手机验证码', 'Sends a verification code on a mobile phone.'],
    ],
  ],
  [
    'marks behind the name, and digits in it',
    [
      ['CreateRulesEx', 'write', '创建规则（扩展接口）', 'Creates rules (extended API).'],
      ['MassPushV2', 'write', '批量推送资源（V2）', 'Pushes a resource (in bulk, V2).'],
      ['DescribeRestoreJobs2', 'read', '查询恢复任务列表（2）', 'Queries restore jobs (2).'],
      ['UploadFiles4Review', 'write', '为评审上传文件', 'Uploads files for a review.'],
      ['ConfigLayer4Rule', 'write', '配置层 4 规则', 'Configures a layer 4 rule.'],
    ],
  ],
  [
    'capitals that are no plural and no article',
    [
      ['CreateLoadBalancerTCPSListener', 'write', '创建负载均衡实例 TCPS 监听', 'Creates a load balancer TCPS listener.'],
      ['CreateAScripts', 'write', '创建可编程脚本', 'Creates AScripts.'],
      ['ListVPCs', 'read', '查询专有网络列表', 'Lists VPCs.'],
    ],
  ],
];

describe('derive', () => {
  for (const [name, kind, zh, en] of MEANINGS) {
    it(`reads ${name === '' ? 'an empty name' : name}`, () => {
      assert.deepEqual(derive(name), { zh, en, kind });
    });
  }

  for (const [what, names] of KINDS) {
    it(`reads ${what}`, () => {
      assert.deepEqual(
        names.map(([name]) => ({ name, ...derive(name) })),
        names.map(([name, kind, zh, en]) => ({ name, zh, en, kind })),
      );
    });
  }

  it('reads words as the product uses them', () => {
    assert.deepEqual(
      IN_PRODUCTS.map(([service, name]) => ({ service, name, ...derive(name, service) })),
      IN_PRODUCTS.map(([service, name, kind, zh, en]) => ({ service, name, zh, en, kind })),
    );
  });

  it('tells the kind without the texts', () => {
    for (const { service, name } of allOperations()) assert.equal(kindFromName(name, service), derive(name, service).kind, name);
    for (const [name, kind] of MEANINGS) assert.equal(kindFromName(name), kind, name);
  });

  it('says no name twice and leaves no gap in the names of public APIs', () => {
    for (const { service, name } of allOperations()) {
      const { zh, en } = derive(name, service);
      assert.doesNotMatch(zh, / {2}|^ | $|undefined|\{\}|^[（）]|[（“][）”]/u, name);
      assert.doesNotMatch(en, / {2}|undefined| \.$|\(\)|\b(?:an?|the) (?:an?|the|all)\b/u, name);
    }
  });

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
      { numRuns: runs(2000) },
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
