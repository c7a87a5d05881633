// Where the calls of a service arrive and what its events say about themselves.

export const SERVICES = {
  flink: {
    serviceName: 'RealtimeCompute',
    product: 'foasconsole-inner',
    version: '2019-06-24',
    host: () => 'foasconsole-share.cn-shanghai.aliyuncs.com',
    console: 'realtime-compute',
  },
  ecs: {
    serviceName: 'Ecs',
    product: 'Ecs',
    version: '2014-05-26',
    host: (region) => `ecs-${region}-share.aliyuncs.com`,
    console: 'ecs',
  },
  vpc: {
    serviceName: 'Vpc',
    product: 'Vpc',
    version: '2016-04-28',
    host: (region) => `vpc-share.${region}.aliyuncs.com`,
    console: 'vpc',
  },
  ram: {
    serviceName: 'Ram',
    product: 'Ram',
    version: '2015-05-01',
    host: () => 'ram.aliyuncs.com',
    console: 'ram',
    global: true,
  },
  sts: {
    serviceName: 'Sts',
    product: 'Sts',
    version: '2015-04-01',
    host: (region) => `sts.${region}.aliyuncs.com`,
    console: 'ram',
  },
  kms: {
    serviceName: 'Kms',
    product: 'Kms',
    version: '2016-01-20',
    host: (region) => `kms.${region}.aliyuncs.com`,
    console: 'kms',
  },
  rds: { serviceName: 'Rds', product: 'Rds', version: '2014-08-15', host: () => 'rds.aliyuncs.com', console: 'rdsnext' },
  trail: {
    serviceName: 'Actiontrail',
    product: 'Actiontrail',
    version: '2020-07-06',
    host: (region) => `actiontrail-openapi-share.${region}.aliyuncs.com`,
    console: 'actiontrail',
  },
  oss: { serviceName: 'Oss', host: (region, { bucket }) => `${bucket}.oss-${region}.aliyuncs.com`, console: 'oss' },
  signin: { serviceName: 'AasSub', host: () => 'signin.aliyun.com' },
  rootSignin: { serviceName: 'AasCustomer', host: () => 'account.aliyun.com' },
};
