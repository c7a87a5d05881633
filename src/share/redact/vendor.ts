import { fold } from './fold';

/** Domains of the vendor: hosts below them are services, the same for every customer but for the labels of `customerLabels`. */
const VENDOR_DOMAINS = [
  'aliyuncs.com',
  'aliyun.com',
  'aliyun-inc.com',
  'alibabacloud.com',
  'alibaba-inc.com',
  'alibaba.com',
  'alicdn.com',
  'aliyunidaas.com',
  'onaliyun.com',
  'taobao.com',
  'alipay.com',
  'dingtalk.com',
];

/** Names in the place of a user's or an account's that are the platform's own. */
const VENDOR_NAMES: ReadonlySet<string> = new Set([
  '',
  'root',
  'system',
  'internal',
  'anonymous',
  'null',
  'undefined',
  'true',
  'false',
  'none',
  'n/a',
  'default',
  'aliyun',
  'acs',
  'aliyunconsole',
]);

/** `AliyunECSDefaultRole`, `AliyunServiceRoleForOss`, `AliyunECSFullAccess`. */
const VENDOR_ROLE = /^aliyun[a-z0-9]*(?:role|access|policy|servicerole[a-z0-9]*)$/;

export function isVendorName(value: string): boolean {
  const folded = fold(value);
  return VENDOR_NAMES.has(folded) || VENDOR_ROLE.test(folded) || (isVendorHost(folded) && customerLabels(folded) === 0);
}

/** Whether a host is one of the vendor's. */
export function isVendorHost(host: string): boolean {
  const folded = fold(host);
  return VENDOR_DOMAINS.some((domain) => folded === domain || folded.endsWith(`.${domain}`));
}

/** Services that give each customer a host of its own: what stands before them, and before the region, is the customer's. */
const SERVICES: ReadonlySet<string> = new Set(
  (
    'ads adb alb alikafka amqp apigateway arms clickhouse cloudapi cr cs datahub dms drds eas eci edas elasticsearch emr eventbridge fc fcapp gpdb graphdb hbase hitsdb hologres iot ' +
    'iotcloud kibana kms kvstore lindorm live log mariadb maxcompute mns mongodb mq mqtt mse mysql nas nlb oceanbase odps onsmqtt oss ots pg pgsql polardb polarx postgresql ppas ' +
    'privatelink prometheus push rds redis rmq rocketmq rabbitmq kafka s3 sae sls slb sqlserver tablestore tair vod vpce'
  ).split(' '),
);
const REGION = /^(?:cn|ap|us|eu|me|na|sa|rus|af)-[a-z]+(?:-[a-z0-9]+)*$/;

/** What stands before a service for everybody. */
const ENTRANCE =
  /^(?:registry|service|api|www|console|share|internal|vpc|public|proxy|open|metrics)(?:-(?:vpc|internal|share))?$/;

/** How many of the first labels of a host of the vendor's are the customer's: one in `bucket.oss-cn-hangzhou.aliyuncs.com`. */
export function customerLabels(host: string): number {
  const folded = fold(host);
  const domain = VENDOR_DOMAINS.find((one) => folded.endsWith(`.${one}`));
  if (domain === undefined) return 0;
  const labels = folded.slice(0, -domain.length - 1).split('.');
  if (domain === 'onaliyun.com') return labels.length;
  if (domain !== 'aliyuncs.com') return 0;
  const isVendors = (label: string): boolean =>
    SERVICES.has(label) || label.startsWith('oss-') || REGION.test(label) || ENTRANCE.test(label);
  const isOfService = labels.slice(1).some((label) => SERVICES.has(label) || label.startsWith('oss-'));
  const first = labels.findIndex(isVendors);
  if (isOfService) return Math.max(first, 0);
  // `1234567890123456.cn-hangzhou.aliyuncs.com`
  return labels.length > 1 && /^(?=.*\d{5})[a-z0-9-]+$/.test(labels[0] ?? '') ? 1 : 0;
}

/** Ends of host names that stand alone in a text: with more of them, names of files and of classes would be hosts. Behind `://` and `@` any end is one. */
const TOP_LEVEL = new Set(
  (
    'com cn net org io co info biz top xyz site online shop app dev cloud ai me tv cc vip club tech store name pro mobi link live world today life team group space website fun ltd ' +
    'studio design digital media news blog wiki email network systems solutions services support center company capital finance bank ventures holdings industries global ' +
    'international city house land games software technology engineering energy health academy school university institute foundation agency consulting partners market trade ' +
    'training travel video photo ren wang ink red host hosting press asia ' +
    'hk tw mo jp sg kr us uk de fr eu ru in au ca ch nl it es se no fi dk be at br mx id th vn my ph tr ae sa za nz ie pt cz gr ua kz il ' +
    'edu gov mil int arpa local localdomain internal intranet lan corp example test invalid \u4e2d\u56fd \u516c\u53f8 \u7f51\u7edc'
  ).split(' '),
);

/** Whether a word is the end of host names. */
export function isTopLevel(label: string): boolean {
  return TOP_LEVEL.has(fold(label));
}
