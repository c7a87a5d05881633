// Something worth finding. On the second Friday evening somebody tries chen.wei's password from an address that was never seen
// before, comes in without a second factor, makes a key, takes a stronger role, gives a new user everything and stops the
// trail. In the morning the break-glass user puts it right.
import { AGENTS, key, PEOPLE } from './actors.mjs';
import { at } from './days.mjs';
import { event } from './event.mjs';
import * as ids from './ids.mjs';
import { assumeRole } from './operations/access.mjs';
import { signin } from './operations/logon.mjs';

const STRANGE = '203.0.113.77';
const NEW_USER = 'svc-backup';
const ram = (name, parameters, more) => ({ service: 'ram', name, region: 'cn-hangzhou', parameters, sensitive: true, ...more });
const WRONG = { code: 'PasswordMismatch', message: 'The user name or the password is not correct.' };
const DENIED = {
  code: 'NoPermission',
  message: 'You are not authorized to do this action. Ask the account administrator for the permission.',
};

export function story(rng) {
  const chen = { ...PEOPLE.chen, address: STRANGE, mfa: false };
  const withKey = { ...PEOPLE.chen, address: STRANGE, mfa: undefined, accessKeyId: key('long', 9), agent: AGENTS.cli };
  const admin = {
    ...withKey,
    type: 'assumed-role',
    principalId: '300000000000002108:chen.wei',
    userName: 'ops-admin:chen.wei',
    accessKeyId: key('role', 8),
    mfa: false,
  };
  const guard = {
    ...PEOPLE.guard,
    accountId: PEOPLE.chen.accountId,
    userName: 'break-glass',
    principalId: '200000000000001109',
    mfa: true,
  };
  const logon = (time, failure) => event(rng, time, ...signin(rng, time, chen, AGENTS.mac, false), failure);
  const step = (time, actor, call, failure) => event(rng, time, actor, call, failure);
  const trailCall = (name, more) => ({
    service: 'trail',
    name,
    region: 'cn-shanghai',
    parameters: { Name: 'company-trail' },
    sensitive: true,
    resources: { 'ACS::ActionTrail::Trail': ['company-trail'] },
    ...more,
  });
  const administrator = { PolicyName: 'AdministratorAccess', PolicyType: 'System', UserName: NEW_USER };
  return [
    logon(at(10, 23, 41, 7), WRONG),
    logon(at(10, 23, 41, 52), WRONG),
    logon(at(10, 23, 44, 15), WRONG),
    logon(at(11, 22, 58, 31), WRONG),
    logon(at(11, 23, 2, 12)),
    step(at(11, 23, 4, 40), chen, ram('ListUsers', { MaxItems: 100 }, { sensitive: false })),
    step(at(11, 23, 5, 9), chen, ram('ListPoliciesForUser', { UserName: 'chen.wei' }, { sensitive: false })),
    step(at(11, 23, 6, 33), chen, ram('AttachPolicyToUser', { ...administrator, UserName: 'chen.wei' }), DENIED),
    step(at(11, 23, 7, 2), chen, ram('CreateUser', { UserName: NEW_USER }), DENIED),
    step(
      at(11, 23, 9, 48),
      chen,
      ram(
        'CreateAccessKey',
        { UserName: 'chen.wei' },
        {
          response: { AccessKey: { AccessKeyId: key('long', 9), AccessKeySecret: '***', Status: 'Active' } },
          resources: { 'ACS::RAM::User': ['chen.wei'] },
        },
      ),
    ),
    step(at(11, 23, 15, 20), withKey, assumeRole(PEOPLE.chen.accountId, 'security-auditor', 'chen.wei', 2107), DENIED),
    step(at(11, 23, 16, 1), withKey, assumeRole(PEOPLE.chen.accountId, 'ops-admin', 'chen.wei', 2108)),
    step(at(11, 23, 18, 26), admin, trailCall('StopLogging')),
    step(
      at(11, 23, 21, 3),
      admin,
      ram('CreateUser', { UserName: NEW_USER, DisplayName: '备份服务' }, { resources: { 'ACS::RAM::User': [NEW_USER] } }),
    ),
    step(
      at(11, 23, 21, 44),
      admin,
      ram(
        'CreateLoginProfile',
        { UserName: NEW_USER, Password: '***', PasswordResetRequired: 'false', MFABindRequired: 'false' },
        { resources: { 'ACS::RAM::User': [NEW_USER] } },
      ),
    ),
    step(
      at(11, 23, 22, 19),
      admin,
      ram('AttachPolicyToUser', administrator, {
        resources: { 'ACS::RAM::User': [NEW_USER], 'ACS::RAM::Policy': ['AdministratorAccess'] },
      }),
    ),
    step(at(11, 23, 30, 55), admin, {
      service: 'ecs',
      name: 'DescribeInstances',
      region: 'cn-shanghai',
      parameters: { PageSize: 100 },
      response: { TotalCount: 38 },
    }),
    step(at(11, 23, 33, 8), admin, {
      service: 'ecs',
      name: 'CreateSnapshot',
      region: 'cn-shanghai',
      parameters: { DiskId: ids.disk('cn-shanghai', 7), SnapshotName: 'tmp' },
      response: { SnapshotId: ids.snapshot('cn-shanghai', 7) },
      resources: { 'ACS::ECS::Snapshot': [ids.snapshot('cn-shanghai', 7)] },
    }),
    step(
      at(11, 23, 47, 30),
      admin,
      {
        service: 'flink',
        name: 'DeleteNameSpace',
        region: 'cn-shanghai',
        parameters: { InstanceId: ids.cluster(1), Namespace: 'orders-prod', Is4Service: false },
        sensitive: true,
      },
      { code: 'Forbidden.NamespaceInUse', message: 'The namespace still has running jobs.' },
    ),
    step(
      at(12, 8, 36, 11),
      guard,
      ram(
        'UpdateAccessKey',
        { UserName: 'chen.wei', UserAccessKeyId: key('long', 9), Status: 'Inactive' },
        { resources: { 'ACS::RAM::User': ['chen.wei'] } },
      ),
    ),
    step(at(12, 8, 37, 2), guard, ram('DetachPolicyFromUser', administrator, { resources: { 'ACS::RAM::User': [NEW_USER] } })),
    step(
      at(12, 8, 37, 40),
      guard,
      ram('DeleteLoginProfile', { UserName: NEW_USER }, { resources: { 'ACS::RAM::User': [NEW_USER] } }),
    ),
    step(at(12, 8, 39, 5), guard, trailCall('StartLogging')),
  ];
}
