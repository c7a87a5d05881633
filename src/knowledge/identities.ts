import { findValue } from './enumeration';
import type { FieldValue } from './field';

/** A kind of identity in userIdentity.type. */
export interface IdentityType extends FieldValue {
  /** How userIdentity.principalId is made up, where it is known. */
  readonly principal: 'account-id' | 'user-id' | 'role-session' | 'none' | 'unknown';
}

/** The values of userIdentity.type; the set is open. Source: facts 1.2. */
export const IDENTITY_TYPES: readonly IdentityType[] = [
  {
    value: 'root-account',
    principal: 'account-id',
    meaning: {
      zh: '阿里云账号（主账号）：拥有全部权限，日常操作不应使用它。',
      en: 'The Alibaba Cloud account itself: it may do everything, so day-to-day work should not be done with it.',
    },
  },
  {
    value: 'ram-user',
    principal: 'user-id',
    meaning: {
      zh: 'RAM 用户：主账号下由人或程序使用的子用户。',
      en: 'A RAM user of the account, used by a person or a program.',
    },
  },
  {
    value: 'assumed-role',
    principal: 'role-session',
    meaning: {
      zh: '通过扮演 RAM 角色获得的临时身份：冒号后面是角色会话名称，多为操作者。',
      en: 'A RAM role that somebody assumed for a while: what follows the colon is the session name, mostly the person.',
    },
  },
  {
    value: 'system',
    principal: 'none',
    meaning: {
      zh: '阿里云系统：由平台而非账号中的人或程序执行，没有账号 ID，归属以 recipientAccountId 为准。',
      en: 'Alibaba Cloud itself, not a person or program of the account: there is no account ID, recipientAccountId tells whose event it is.',
    },
  },
  {
    value: 'saml-user',
    principal: 'none',
    meaning: {
      zh: '通过 SAML 身份提供商登录的用户（用户 SSO 或角色 SSO）。',
      en: 'A user who came through a SAML identity provider (single sign-on).',
    },
  },
  {
    value: 'oidc-user',
    principal: 'unknown',
    meaning: {
      zh: '通过 OIDC 身份提供商认证的用户或程序。',
      en: 'A user or program that came through an OIDC identity provider.',
    },
  },
  {
    value: 'cloudsso-user',
    principal: 'unknown',
    meaning: { zh: '云 SSO 用户。', en: 'A CloudSSO user.' },
  },
  {
    value: 'alibaba-cloud-account',
    principal: 'unknown',
    meaning: {
      zh: '另一个阿里云账号：由其他账号对本账号的资源进行操作。',
      en: 'An Alibaba Cloud account, such as another account that works on resources of this one.',
    },
  },
];

/** What a value of userIdentity.type means, or undefined for one that is not known. Source: facts 1.2. */
export function identityType(value: string): IdentityType | undefined {
  return findValue(IDENTITY_TYPES, value);
}
