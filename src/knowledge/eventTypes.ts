import { findValue } from './enumeration';
import type { FieldValue } from './field';

/** A value of eventType. */
export interface EventType extends FieldValue {
  /** The product whose events alone have this type. */
  readonly product?: 'maxcompute';
}

const maxCompute = (value: string, zh: string, en: string): EventType => ({
  value,
  product: 'maxcompute',
  meaning: { zh: `MaxCompute ${zh}。`, en: `MaxCompute: ${en}.` },
});

/** The values of eventType; the set is open. Source: facts 1.3. */
export const EVENT_TYPES: readonly EventType[] = [
  {
    value: 'ApiCall',
    meaning: {
      zh: '通过 OpenAPI 发起的调用，多数控制台操作也属于此类。',
      en: 'A call of an OpenAPI operation; most operations in a console are of this type too.',
    },
  },
  {
    value: 'ConsoleOperation',
    meaning: {
      zh: '在控制台或售卖页进行的、不经过 OpenAPI 的操作。',
      en: 'An operation in a console or on a buy page that does not go through OpenAPI.',
    },
  },
  {
    value: 'ConsoleCall',
    meaning: {
      zh: '控制台操作，是 ConsoleOperation 的旧称。',
      en: 'An operation in a console: the older name of ConsoleOperation.',
    },
  },
  {
    value: 'AliyunServiceEvent',
    meaning: {
      zh: '由阿里云平台发起的操作，例如到期释放、自动续费。',
      en: 'Something that the platform did itself, such as a release at expiry or an automatic renewal.',
    },
  },
  { value: 'ConsoleSignin', meaning: { zh: '登录控制台。', en: 'A logon to the console.' } },
  { value: 'ConsoleSignout', meaning: { zh: '退出控制台。', en: 'A logoff from the console.' } },
  { value: 'PasswordReset', meaning: { zh: '重置密码。', en: 'A reset of a password.' } },
  {
    value: 'ActionTrailInsight',
    meaning: {
      zh: 'Insights 事件：操作审计检测到的异常行为。',
      en: 'An insight event: unusual activity that ActionTrail detected.',
    },
  },
  maxCompute('JobEvent', '作业事件', 'an event of a job'),
  maxCompute('TunnelEvent', '数据上传下载（Tunnel）事件', 'an upload or download through Tunnel'),
  maxCompute('TableEvent', '表事件', 'an event of a table'),
  maxCompute('AdminEvent', '管理事件', 'an administrative event'),
  maxCompute('ResourceEvent', '资源事件', 'an event of a resource'),
  maxCompute('FunctionEvent', '函数事件', 'an event of a function'),
  maxCompute('PrivilegeEvent', '权限事件', 'an event of privileges'),
  maxCompute('RoleEvent', '角色事件', 'an event of a role'),
  maxCompute('UserEvent', '用户事件', 'an event of a user'),
  maxCompute('SchemaEvent', 'Schema 事件', 'an event of a schema'),
];

/** What a value of eventType means, or undefined for one that is not known. Source: facts 1.3. */
export function eventType(value: string): EventType | undefined {
  return findValue(EVENT_TYPES, value);
}
