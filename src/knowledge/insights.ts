import type { Bilingual } from './bilingual';
import { findValue } from './enumeration';
import type { FieldValue } from './field';

/** A value of insightDetails.insightType. */
export interface InsightType extends FieldValue {
  /** What insightDetails.insightObject holds for this type. */
  readonly object: Bilingual;
}

const SERVICE: Bilingual = { zh: '云服务名称', en: 'the name of a service' };

/** The values of insightType. Source: facts 1.6. */
export const INSIGHT_TYPES: readonly InsightType[] = [
  {
    value: 'IpInsight',
    object: { zh: 'IP 地址', en: 'an IP address' },
    meaning: { zh: '来自异常 IP 地址的调用。', en: 'Calls came from an unusual IP address.' },
  },
  {
    value: 'ApiCallRateInsight',
    object: { zh: '云服务名称或事件名称', en: 'the name of a service or of an event' },
    meaning: { zh: 'API 的调用次数明显偏离基线。', en: 'The number of API calls is far from the baseline.' },
  },
  {
    value: 'ApiErrorRateInsight',
    object: { zh: '云服务名称、事件名称或错误码', en: 'the name of a service or of an event, or an error code' },
    meaning: { zh: 'API 的错误次数明显偏离基线。', en: 'The number of API errors is far from the baseline.' },
  },
  {
    value: 'AkInsight',
    object: { zh: '访问密钥 ID', en: 'an AccessKey ID' },
    meaning: {
      zh: '某个访问密钥的调用次数明显偏离基线，可能已泄露。',
      en: 'An AccessKey is used far more or less than the baseline; it may have leaked.',
    },
  },
  { value: 'PolicyChangeInsight', object: SERVICE, meaning: { zh: '异常的权限变更。', en: 'An unusual change of permissions.' } },
  {
    value: 'PasswordChangeInsight',
    object: SERVICE,
    meaning: { zh: '异常的密码变更。', en: 'An unusual change of a password.' },
  },
  {
    value: 'TrailConcealmentInsight',
    object: SERVICE,
    meaning: {
      zh: '隐匿行踪：有人关闭或修改了跟踪等记录手段。',
      en: 'Somebody covered their tracks, for example by switching a trail off or changing it.',
    },
  },
];

/** What a value of insightType means, or undefined for one that is not known. Source: facts 1.6. */
export function insightType(value: string): InsightType | undefined {
  return findValue(INSIGHT_TYPES, value);
}
