// The 22 documented Realtime Compute operations, with parameters such as the console sends.
import * as ids from '../ids.mjs';

const ok = { Result: true, ErrCode: '000000' };
const failed = (requestId) => ({ RequestId: requestId, Result: false, ErrCode: '900201' });
const escaped = (value) => JSON.stringify(value);

const call = (name, parameters, response, more) => ({
  service: 'flink',
  name,
  region: 'cn-shanghai',
  parameters: { Is4Service: false, ...parameters },
  response: { ...ok, ...response },
  failed,
  ...more,
});
const home = (rng) => rng.pick(['cn-shanghai', 'cn-hangzhou', 'cn-beijing']);
const space = (rng) => ({ InstanceId: ids.cluster(rng.integer(1, 4)), Namespace: rng.pick(ids.namespaces) });

/** [operation, weight] */
export const FLINK = [
  [
    (rng) => {
      const region = home(rng);
      const list = [ids.vswitch(region, rng.integer(1, 9)), ids.vswitch(region, rng.integer(10, 19))];
      return call('AppendVswitchId', {
        InstanceId: ids.cluster(rng.integer(1, 4)),
        ZoneId: `${region}-f`,
        VSwitchIds: escaped(list),
      });
    },
    5,
  ],
  [
    (rng) =>
      call('CheckAsiLeftResource', { ZoneId: `${home(rng)}-b`, Cu: rng.integer(1, 40) * 2 }, { LeftCu: rng.integer(0, 900) }),
    4,
  ],
  [
    (rng) =>
      call(
        'CheckNameSpaceName',
        { Name: rng.pick(ids.namespaces), InstanceId: ids.cluster(rng.integer(1, 4)) },
        { Available: rng.chance(0.5) },
      ),
    4,
  ],
  [
    (rng) =>
      call('CheckUserVSwitch', {
        VSwitchIds: escaped([ids.vswitch('cn-shanghai', rng.integer(1, 9))]),
        VpcId: ids.vpc('cn-shanghai', rng.integer(1, 4)),
      }),
    5,
  ],
  [
    (rng) =>
      call('CheckUserVpc', {
        VpcId: ids.vpc('cn-shanghai', rng.integer(1, 4)),
        CheckItems: escaped(['dns', 'route', 'securityGroup']),
      }),
    4,
  ],
  [(rng) => call('CheckVirtualClusterName', { Name: `vc-${rng.pick(ids.namespaces)}` }), 3],
  [
    (rng) => {
      const { InstanceId, Namespace } = space(rng);
      return call(
        'CreateNameSpace',
        { InstanceId, Namespace, ResourceSpec: escaped({ cpu: rng.integer(2, 16), memoryGB: rng.integer(8, 64) }) },
        { NamespaceId: `${Namespace}-${rng.digits(4)}` },
      );
    },
    3,
  ],
  [() => call('CreateServiceLinkedRole', { ServiceName: 'foas.aliyuncs.com' }, { RoleName: 'AliyunServiceRoleForFoas' }), 2],
  [(rng) => call('DeleteNameSpace', space(rng), {}, { sensitive: true }), 3],
  [
    (rng) =>
      call(
        'DescribeAvailableCidr',
        { VpcId: ids.vpc('cn-shanghai', rng.integer(1, 4)) },
        { Cidrs: ['192.0.2.0/26', '192.0.2.64/26'] },
      ),
    3,
  ],
  [
    (rng) =>
      call('GetClusterUsedCu', { InstanceId: ids.cluster(rng.integer(1, 4)) }, { UsedCu: rng.integer(4, 96), TotalCu: 128 }),
    9,
  ],
  [
    (rng) =>
      call(
        'GetClusterState',
        { InstanceId: ids.cluster(rng.integer(1, 4)) },
        {
          State: rng.weighted([
            ['RUNNING', 8],
            ['CREATING', 1],
            ['SCALING', 1],
          ]),
        },
      ),
    12,
  ],
  [(rng) => call('GetOrderDetails', { OrderId: ids.order(rng.integer(10, 40)) }, { PayStatus: 'PAID' }), 4],
  [(rng) => call('ListUserVpc', { PageSize: 50, PageIndex: 1 }, { TotalCount: rng.integer(2, 5) }), 6],
  [
    (rng) =>
      call(
        'ListUserVswitch',
        { VpcId: ids.vpc('cn-shanghai', rng.integer(1, 4)), PageSize: 50 },
        { TotalCount: rng.integer(3, 12) },
      ),
    8,
  ],
  [() => call('ListSupportedZone', { ChargeType: 'PREPAY' }, { Zones: ['cn-shanghai-b', 'cn-shanghai-f', 'cn-shanghai-g'] }), 4],
  [() => call('ListOssInfo', { Prefix: 'artifacts/' }, { Buckets: [ids.bucket] }), 4],
  [
    () =>
      call('OssParamsCheck', {
        OssInfo: escaped({ bucket: ids.bucket, endpoint: 'oss-cn-shanghai-internal.aliyuncs.com', path: 'artifacts/' }),
      }),
    3,
  ],
  [
    (rng) =>
      call(
        'RefundAsiOrder',
        { InstanceId: ids.cluster(rng.integer(5, 9)), OrderId: ids.order(rng.integer(10, 40)) },
        {},
        { sensitive: true },
      ),
    2,
  ],
  [
    (rng) =>
      call(
        'ResourceSpec',
        {
          Plan: escaped({
            nodes: [
              { id: 1, name: 'source', parallelism: rng.integer(1, 8) },
              { id: 2, name: 'sink', parallelism: 2 },
            ],
            version: 'vvr-8.0',
          }),
        },
        { EstimatedCu: rng.integer(2, 24) },
      ),
    5,
  ],
  [
    () =>
      call(
        'SearchOrdersV2',
        { Filter: escaped({ status: ['PAID', 'UNPAID'], productCode: 'sc_flinkserverless_public_cn' }), PageSize: 20 },
        { TotalCount: 3 },
      ),
    4,
  ],
  [
    (rng) =>
      call('UpdateNameSpace', {
        ...space(rng),
        ResourceSpec: escaped({ cpu: rng.integer(4, 32), memoryGB: rng.integer(16, 128), elastic: true }),
      }),
    5,
  ],
];

/** One of each, for a log in which none of the documented events is missing. */
export const eachFlink = (rng) => FLINK.map(([operation]) => operation(rng));
