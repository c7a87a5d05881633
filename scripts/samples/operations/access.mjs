// Identities, keys, storage, and the trail itself.
import * as ids from '../ids.mjs';

const escaped = (value) => JSON.stringify(value);
const call = (service, name, region, parameters, more) => ({ service, name, region, parameters, ...more });

export const policy = (effect, actions, resource) =>
  escaped({ Version: '1', Statement: [{ Effect: effect, Action: actions, Resource: resource }] });

export const assumeRole = (accountId, roleName, session, number) =>
  call(
    'sts',
    'AssumeRole',
    'cn-shanghai',
    {
      RoleArn: `acs:ram::${accountId}:role/${roleName}`,
      RoleSessionName: session,
      DurationSeconds: 3600,
      Policy: policy('Allow', ['oss:GetObject', 'oss:ListObjects'], `acs:oss:*:*:${ids.bucket}/*`),
    },
    {
      response: {
        AssumedRoleUser: {
          Arn: `acs:ram::${accountId}:role/${roleName}/${session}`,
          AssumedRoleId: `30000000000000${number}:${session}`,
        },
        Credentials: {
          AccessKeyId: `STS.EXAMPLEexampleEXAMPLEexampl${number % 10}`,
          AccessKeySecret: '***',
          SecurityToken: '***',
          Expiration: '2026-03-16T00:00:00Z',
        },
      },
      resources: { 'ACS::RAM::Role': [roleName] },
    },
  );

export const ACCESS = [
  [() => call('ram', 'ListUsers', 'cn-hangzhou', { MaxItems: 100 }), 3],
  [(rng) => call('ram', 'GetUser', 'cn-hangzhou', { UserName: rng.pick(['li.na', 'wang.qiang', 'chen.wei']) }), 3],
  [
    (rng) =>
      call(
        'ram',
        'CreatePolicy',
        'cn-hangzhou',
        { PolicyName: `flink-read-${rng.digits(3)}`, PolicyDocument: policy('Allow', ['stream:Get*', 'stream:List*'], '*') },
        { sensitive: true },
      ),
    2,
  ],
  [(rng) => assumeRole('1100000000000055', 'AliyunStreamDefaultRole', `foas-worker-${rng.integer(1, 9)}`, 2502), 6],
  [
    (rng) =>
      call(
        'kms',
        'Decrypt',
        'cn-shanghai',
        { CiphertextBlob: '***', EncryptionContext: escaped({ app: 'flink', job: rng.pick(['orders', 'risk']) }) },
        { response: { KeyId: ids.keyId(3) }, resources: { 'ACS::KMS::Key': [ids.keyId(3)] } },
      ),
    5,
  ],
  [(rng) => call('kms', 'DescribeKey', 'cn-shanghai', { KeyId: ids.keyId(rng.integer(1, 4)) }), 3],
  [
    (rng) => ({
      service: 'oss',
      bucket: ids.bucket,
      name: 'PutObject',
      region: 'cn-shanghai',
      parameters: { BucketName: ids.bucket, ObjectKey: `artifacts/orders-${rng.integer(1, 40)}.jar` },
      resources: { 'ACS::OSS::Bucket': [ids.bucket] },
    }),
    5,
  ],
  [
    () => ({
      service: 'oss',
      bucket: ids.bucket,
      name: 'GetBucketInfo',
      region: 'cn-shanghai',
      parameters: { BucketName: ids.bucket },
      resources: { 'ACS::OSS::Bucket': [ids.bucket] },
    }),
    3,
  ],
  [() => call('trail', 'DescribeTrails', 'cn-shanghai', { IncludeShadowTrails: 'true' }), 2],
  [
    () =>
      call('trail', 'LookupEvents', 'cn-shanghai', {
        'LookupAttribute.1.Key': 'EventRW',
        'LookupAttribute.1.Value': 'Write',
        MaxResults: '50',
      }),
    4,
  ],
];
