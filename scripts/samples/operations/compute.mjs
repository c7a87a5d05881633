// Servers, networks and databases around the streams.
import * as ids from '../ids.mjs';

const REGIONS = ['cn-shanghai', 'cn-hangzhou', 'cn-beijing', 'ap-southeast-1'];
const at = (rng) => rng.pick(REGIONS);
const call = (service, name, region, parameters, more) => ({ service, name, region, parameters, ...more });

export const COMPUTE = [
  [
    (rng) =>
      call(
        'ecs',
        'DescribeInstances',
        at(rng),
        { PageSize: 50, PageNumber: 1 },
        { response: { TotalCount: rng.integer(3, 40) } },
      ),
    9,
  ],
  [
    (rng) => {
      const region = at(rng);
      const id = ids.instance(region, rng.integer(1, 30));
      return call(
        'ecs',
        'RunInstances',
        region,
        {
          InstanceType: 'ecs.g7.xlarge',
          Amount: 1,
          ZoneId: `${region}-b`,
          'NetworkInterface.1.VSwitchId': ids.vswitch(region, 3),
          'NetworkInterface.1.SecurityGroupId': ids.group(region, 1),
          'SystemDisk.Size': 40,
          'Tag.1.Key': 'team',
          'Tag.1.Value': 'streaming',
          IoOptimized: true,
          'X-Acs-Client-Tls-Version': 'TLSv1.3',
        },
        {
          response: { InstanceIdSets: { InstanceIdSet: [id] } },
          resources: { 'ACS::ECS::Instance': [id], 'ACS::VPC::VSwitch': [ids.vswitch(region, 3)] },
        },
      );
    },
    4,
  ],
  [
    (rng) => {
      const region = at(rng);
      const id = ids.instance(region, rng.integer(1, 30));
      return call(
        'ecs',
        'StopInstance',
        region,
        { InstanceId: id, ForceStop: false },
        { resources: { 'ACS::ECS::Instance': [id] } },
      );
    },
    4,
  ],
  [
    (rng) => {
      const region = at(rng);
      const id = ids.instance(region, rng.integer(1, 30));
      return call(
        'ecs',
        'DeleteInstance',
        region,
        { InstanceId: id, Force: 'false' },
        { resources: { 'ACS::ECS::Instance': [id] }, sensitive: true },
      );
    },
    2,
  ],
  [
    (rng) => {
      const region = at(rng);
      const id = ids.group(region, rng.integer(1, 6));
      return call(
        'ecs',
        'AuthorizeSecurityGroup',
        region,
        {
          SecurityGroupId: id,
          IpProtocol: 'tcp',
          PortRange: rng.pick(['22/22', '443/443', '8081/8081']),
          SourceCidrIp: rng.pick(['198.51.100.0/24', '192.0.2.0/24']),
        },
        { resources: { 'ACS::ECS::SecurityGroup': [id] }, sensitive: true },
      );
    },
    3,
  ],
  [(rng) => call('vpc', 'DescribeVSwitches', at(rng), { PageSize: 50 }, { response: { TotalCount: rng.integer(2, 20) } }), 5],
  [
    (rng) => {
      const region = at(rng);
      const id = ids.vswitch(region, rng.integer(1, 19));
      return call(
        'vpc',
        'CreateVSwitch',
        region,
        { VpcId: ids.vpc(region, 1), ZoneId: `${region}-b`, CidrBlock: '192.0.2.128/26' },
        { response: { VSwitchId: id }, resources: { 'ACS::VPC::VSwitch': [id], 'ACS::VPC::VPC': [ids.vpc(region, 1)] } },
      );
    },
    2,
  ],
  [(rng) => call('rds', 'DescribeDBInstances', 'cn-shanghai', { PageSize: 30, SearchKey: rng.pick(['orders', 'risk']) }), 4],
  [
    (rng) => {
      const id = ids.database(rng.integer(1, 6));
      return call(
        'rds',
        'RestartDBInstance',
        'cn-shanghai',
        { DBInstanceId: id },
        { resources: { 'ACS::RDS::DBInstance': [id] }, sensitive: true },
      );
    },
    2,
  ],
  [
    (rng) => {
      const id = ids.database(rng.integer(1, 6));
      return call(
        'rds',
        'ModifySecurityIps',
        'cn-shanghai',
        { DBInstanceId: id, SecurityIps: '192.0.2.0/26,198.51.100.21', DBInstanceIPArrayName: 'default' },
        { resources: { 'ACS::RDS::DBInstance': [id] }, sensitive: true },
      );
    },
    2,
  ],
];
