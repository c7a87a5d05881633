import { Key } from './keys';

/** The other products' records that are told apart, in the order of the bits of `Flag.ForeignShift`. */
export const FOREIGN = ['', 'aws', 'oss-notification', 'platform-operation', 'huawei-cts', 'tencent', 'ctyun'] as const;

export const FOREIGN_OSS = Key.OssNotification - Key.Aws + 1;
export const FOREIGN_CTYUN = Key.Tencent - Key.Aws + 2;

/** Values of `eventType` that only ActionTrail has (facts 1.7). */
export const EVENT_TYPES: ReadonlySet<string> = new Set([
  'ApiCall',
  'ConsoleOperation',
  'ConsoleCall',
  'AliyunServiceEvent',
  'ConsoleSignin',
  'ConsoleSignout',
  'PasswordReset',
  'ActionTrailInsight',
]);

/** Types of identities that only ActionTrail has. */
export const VENDOR_IDENTITIES: ReadonlySet<string> = new Set([
  'root-account',
  'ram-user',
  'saml-user',
  'oidc-user',
  'cloudsso-user',
  'alibaba-cloud-account',
]);

const VENDOR_HOST = /(?:^|[./@\s])(?:aliyuncs\.com|aliyun\.com|alibabacloud\.com|aliyun-inc\.com)(?![\w-])/;

/** Whether a host of the vendor stands in a text. */
export function hasVendorHost(text: string): boolean {
  return text.includes('.com') && VENDOR_HOST.test(text);
}
