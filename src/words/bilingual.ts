import { type Bilingual } from '../knowledge/bilingual';
import { type EventKind } from '../knowledge/entry';
import { type JsonType } from '../knowledge/field';
import { type Language } from '../knowledge/bilingual';

/** The words of hovers that come from no catalogue. A hover speaks two languages at once, so they are not in the l10n bundle of the display language. */
export const KINDS: Readonly<Record<EventKind, Bilingual>> = {
  read: { zh: '读操作', en: 'Read' },
  write: { zh: '写操作', en: 'Write' },
  delete: { zh: '删除操作', en: 'Delete' },
  logon: { zh: '登录与身份', en: 'Logon or identity' },
  order: { zh: '售卖类操作', en: 'Order' },
  platform: { zh: '平台操作', en: 'Done by the platform' },
};

export const TYPES: Readonly<Record<JsonType, Bilingual>> = {
  string: { zh: '字符串', en: 'string' },
  number: { zh: '数字', en: 'number' },
  boolean: { zh: '布尔值', en: 'boolean' },
  object: { zh: '对象', en: 'object' },
  array: { zh: '数组', en: 'array' },
};

export const SEPARATOR = ' · ';

/** A label before what it labels. */
export function label(language: Language, zh: string, en: string): string {
  return language === 'zh' ? `${zh}：` : `${en}: `;
}

export function number(value: number): string {
  return value.toLocaleString('en-US');
}

/** `12 events`, `1 event`. */
export function events(count: number): string {
  return `${number(count)} ${count === 1 ? 'event' : 'events'}`;
}

/** An English text as it begins a line. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
