import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hoverAt } from './hovers';

const USER = '"userIdentity":{"type":"ram-user","accountId":"1200000000000012"}';
const event = (members: string, time = '2026-03-01T19:00:12Z'): string =>
  `{"eventTime":"${time}","eventType":"ApiCall","acsRegion":"cn-hangzhou","eventId":"e",${USER},${members}}`;
const does = (service: string, name: string, parameters: string, more = ''): string =>
  hoverAt(event(`"serviceName":"${service}","eventName":"|${name}","requestParameters":${parameters}${more}`), 'en');

describe('what an event did, in its hover', () => {
  for (const [service, name, parameters, said] of [
    [
      'Ecs',
      'AuthorizeSecurityGroup',
      '{"SecurityGroupId":"sg-1","IpProtocol":"tcp","PortRange":"22/22","SourceCidrIp":"0.0.0.0/0"}',
      'let `0.0.0.0/0` (**everybody**) reach the `tcp` ports `22/22` of security group `sg-1`',
    ],
    [
      'Ecs',
      'AuthorizeSecurityGroup',
      '{"SecurityGroupId":"sg-1","Permissions.1.IpProtocol":"tcp","Permissions.1.PortRange":"1/9","Permissions.1.Ipv6SourceCidrIp":"::/0","Permissions.1.Policy":"Drop"}',
      'keep `::/0` (**everybody**) from the `tcp` ports `1/9`',
    ],
    [
      'Ecs',
      'AuthorizeSecurityGroup',
      '{"SecurityGroupId":"sg-1","Permissions":[{"IpProtocol":"a","PortRange":"1/1","SourceCidrIp":"10.0.0.1"},{"IpProtocol":"b","PortRange":"2/2","SourceCidrIp":"10.0.0.2"},{"IpProtocol":"c","PortRange":"3/3","SourceCidrIp":"10.0.0.3"}]}',
      '`b` ports `2/2` of security group `sg-1`; 1 more',
    ],
    ['Ram', 'AttachPolicyToUser', '{"PolicyName":"P","UserName":"li"}', 'grant policy `P` to user `li`'],
    ['Ram', 'CreateAccessKey', '{"UserName":"li"}', 'create an AccessKey pair for user `li`'],
    ['Ram', 'AttachPolicyToUser', String.raw`"{\"policyName\":\"P\",\"userName\":\"li\"}"`, 'grant policy `P` to user `li`'],
    ['Oss', 'PutBucketAcl', '{"bucketName":"b","acl":"public-read"}', 'of bucket `b` to `public-read` (**everybody**)'],
    ['Oss', 'PutBucketAcl', '{"bucketName":"b","acl":"private"}', 'of bucket `b` to `private`\n'],
    ['Actiontrail', 'StopLogging', '{"Name":"t"}', 'stop trail `t`'],
    ['Rds', 'ModifySecurityIps', '{"DBInstanceId":"rm-1","SecurityIps":"10.0.0.1,0.0.0.0/0"}', '(**everybody**)'],
    ['Rds', 'ModifySecurityIps', '{"DBInstanceId":"rm-1","SecurityIps":"10.0.0.0/8"}', 'to `10.0.0.0/8`\n'],
    ['Kms', 'ScheduleKeyDeletion', '{"KeyId":"k","PendingWindowInDays":7}', 'the deletion of key `k` in `7` days'],
  ] as const)
    it(`${service} ${name}: ${said}`, () => {
      const text = does(service, name, parameters).replaceAll('  \n', '\n');
      assert.ok(text.includes(`What it did: `) && text.includes(said), text);
    });

  it('reads parameters that a query has flattened', () => {
    const flat = event(
      '"serviceName":"Ram","eventName":"|AttachPolicyToUser","requestParameters.PolicyName":"P","requestParameters.UserName":"li"',
    );
    assert.ok(hoverAt(flat, 'en').includes('grant policy `P` to user `li`'));
  });

  it('says nothing where a parameter is missing or the event is of another product', () => {
    assert.ok(!does('Ram', 'AttachPolicyToUser', '{"PolicyName":"P"}').includes('What it did'));
    assert.ok(!does('Ens', 'AttachPolicyToUser', '{"PolicyName":"P","UserName":"li"}').includes('What it did'));
  });

  it('tells an attempt from a deed', () => {
    assert.match(
      does('Actiontrail', 'StopLogging', '{"Name":"t"}', ',"errorCode":"NoPermission"'),
      /What it tried in vain: stop trail `t`/,
    );
  });

  it('shows values of the log as they are', () => {
    assert.ok(does('Actiontrail', 'StopLogging', '{"Name":"[x](command:y) `z"}').includes('``[x](command:y) `z``'));
  });
});

describe('what an expert adds to a hover', () => {
  const group = (name: string, id: string, time?: string): string =>
    event(`"serviceName":"Ecs","eventName":"${name}","requestParameters":{"SecurityGroupId":"${id}"}`, time);

  it('says whether the opposite follows, and on what', () => {
    const first = group('|AuthorizeSecurityGroup', 'sg-1');
    const later = '2026-03-01T20:00:00Z';
    const said = (...others: string[]): string => hoverAt([first, ...others].join('\n'), 'en');
    assert.match(said(), /Undone by: `RevokeSecurityGroup`, which does not follow in this log/);
    assert.match(said(group('RevokeSecurityGroup', 'sg-1', later)), /which follows once in this log, on the same thing/);
    assert.match(said(group('RevokeSecurityGroup', 'sg-2', later)), /which follows once in this log, but not on the same thing/);
    assert.match(
      said(group('RevokeSecurityGroup', 'sg-2', later), group('RevokeSecurityGroup', 'sg-1', later)),
      /which follows twice in this log, once on the same thing/,
    );
    assert.match(said(group('RevokeSecurityGroup', 'sg-1', '2026-03-01T18:00:00Z')), /does not follow/);
  });

  it('names the risk, the technique and the page, in at most ten lines', () => {
    const one = event('"serviceName":"Ecs","apiVersion":"2014-05-26","eventName":"|AuthorizeSecurityGroup"');
    const text = hoverAt(one);
    for (const part of ['high risk', '高风险', '[T1562.007](https://attack.mitre.org/techniques/T1562/007/)'])
      assert.ok(text.includes(part), text);
    assert.ok(text.includes('](https://api.aliyun.com/api/Ecs/2014-05-26/AuthorizeSecurityGroup)'));
    assert.ok(!text.includes('Source: '));
    const full = does(
      'Ecs',
      'AuthorizeSecurityGroup',
      '{"SecurityGroupId":"sg-1","IpProtocol":"tcp","PortRange":"1/1","SourceCidrIp":"::/0"}',
    );
    assert.ok(full.trim().split('\n').length <= 10, full);
  });

  it('tells reading from changes that matter', () => {
    assert.match(hoverAt(event('"serviceName":"Ecs","eventName":"|DescribeInstances"'), 'en'), /low risk/);
    assert.match(hoverAt(event('"serviceName":"Ecs","eventName":"|RunInstances"'), 'zh'), /中风险/);
  });
});
