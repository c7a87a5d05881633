import type { Bilingual } from './bilingual';
import { isMasked } from './masks';

/** What sort of AccessKey an id belongs to (facts 1.2). */
export type AccessKeyKind = 'long-term' | 'temporary' | 'console' | 'old' | 'masked' | 'empty' | 'unknown';

/** An AccessKey id and what can be said about it. */
export interface AccessKey {
  readonly kind: AccessKeyKind;
  /** Some of its characters are hidden: two equal ids need not be the same key. */
  readonly masked: boolean;
  readonly meaning: Bilingual;
}

const MEANINGS: Readonly<Record<AccessKeyKind, Bilingual>> = {
  'long-term': {
    zh: '长期访问密钥（AccessKey）：属于某个 RAM 用户或主账号，在被禁用或删除之前一直有效。',
    en: 'A long-term AccessKey of a RAM user or of the account itself: it works until somebody disables or deletes it.',
  },
  temporary: {
    zh: '安全令牌服务 STS 签发的临时访问密钥：扮演 RAM 角色后获得，到期自动失效。搜索签发它的 AssumeRole 事件可以找到使用者。',
    en: 'A temporary AccessKey issued by STS for an assumed role; it expires by itself. The AssumeRole event that issued it tells who asked for it.',
  },
  console: {
    zh: '控制台的临时访问密钥：用户在控制台操作时由系统代为使用。',
    en: 'A temporary AccessKey of the console, used on behalf of a person who works there.',
  },
  old: {
    zh: '早期格式的长期访问密钥（16 位，不以 LTAI 开头）。',
    en: 'A long-term AccessKey in the older form: 16 characters without the LTAI prefix.',
  },
  masked: { zh: '访问密钥 ID 已脱敏，无法判断其种类。', en: 'The AccessKey ID is masked: its kind cannot be told.' },
  empty: {
    zh: '没有访问密钥：通常是通过控制台操作或登录。',
    en: 'No AccessKey: mostly an operation in a console, or a logon.',
  },
  unknown: { zh: '无法识别的访问密钥 ID。', en: 'An AccessKey ID of no known form.' },
};

const OLD = /^[A-Za-z0-9]{16}$/;
/** `f6Iz********EI4d`: an id of the older form with its middle hidden. */
const OLD_MASKED = /^[A-Za-z0-9]{1,6}\*+[A-Za-z0-9]{1,6}$/;

/** Tells what sort of AccessKey an id belongs to, by its beginning. Source: facts 1.2. */
export function accessKeyKind(id: string): AccessKeyKind {
  if (id === '') return 'empty';
  if (id.startsWith('LTAI')) return 'long-term';
  if (id.startsWith('STS.')) return 'temporary';
  if (id.startsWith('TMP.')) return 'console';
  if (OLD_MASKED.test(id) && id.length === 16) return 'old';
  if (isMasked(id)) return 'masked';
  return OLD.test(id) ? 'old' : 'unknown';
}

/** What can be said about an AccessKey id. Source: facts 1.2. */
export function describeAccessKey(id: string): AccessKey {
  const kind = accessKeyKind(id);
  return { kind, masked: isMasked(id), meaning: MEANINGS[kind] };
}
