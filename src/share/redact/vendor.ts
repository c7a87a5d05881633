import { fold } from './fold';

/** Domains of the vendor: hosts below them are services, the same for every customer. */
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
  return VENDOR_NAMES.has(folded) || VENDOR_ROLE.test(folded) || isVendorHost(folded);
}

/** Whether a host is one of the vendor's. */
export function isVendorHost(host: string): boolean {
  const folded = fold(host);
  return VENDOR_DOMAINS.some((domain) => folded === domain || folded.endsWith(`.${domain}`));
}

const TOP_LEVEL = new Set(
  (
    'com cn net org io co info biz top xyz site online shop app dev cloud ai me tv cc vip club tech store ' +
    'hk tw jp sg kr us uk de fr eu ru in au ca ch nl edu gov mil int local internal lan corp example test invalid'
  ).split(' '),
);

/** Whether a word is the end of host names. */
export function isTopLevel(label: string): boolean {
  return TOP_LEVEL.has(fold(label));
}
