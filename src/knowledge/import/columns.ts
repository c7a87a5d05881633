import type { EventKind } from '../entry';

/** What a column of a table of events holds. */
export type Role = 'name' | 'zh' | 'en' | 'meaning' | 'service' | 'kind' | undefined;

const words = (text: string): readonly string[] => text.split(' ');

/** Headers without spaces and marks, in lower case. */
const ROLES: ReadonlyMap<string, Role> = new Map([
  ...words(
    'eventname event eventnames api apiname apis operation operationname operations action actionname ' +
      '事件名称 事件名 事件 事件英文名 事件英文名称 api名称 接口 接口名称 接口名 操作 操作名称 操作名 操作事件 事件api',
  ).map((word) => [word, 'name'] as const),
  ...words('zh zhcn cn chinese 中文 中文说明 中文描述 中文含义 中文名称 事件中文名 事件中文名称 简体中文').map(
    (word) => [word, 'zh'] as const,
  ),
  ...words('en enus english 英文 英文说明 英文描述 英文含义').map((word) => [word, 'en'] as const),
  ...words(
    'description descriptions eventdescription apidescription operationdescription meaning summary title explanation remarks ' +
      '说明 描述 含义 意义 释义 事件说明 事件描述 事件含义 api说明 api描述 api概述 api标题 接口说明 接口描述 操作说明 操作描述 操作含义 标题 概述 简介 功能 功能说明 功能描述',
  ).map((word) => [word, 'meaning'] as const),
  ...words(
    'service servicename servicecode product productname productcode cloudservice 服务 服务名 服务名称 云服务 产品 产品代码 产品名称 云产品',
  ).map((word) => [word, 'service'] as const),
  ...words('kind eventrw rw readwrite accesslevel operationtype readwritetype 读写 读写类型 读写属性 操作类型 类型 访问级别').map(
    (word) => [word, 'kind'] as const,
  ),
]);

/** Where a file holds nothing but events, these name them as well; in documents they head parameters. */
const NAMES: ReadonlySet<string> = new Set(['name', '名称', '名字']);

/** The role of a column by its header, in either language. */
export function roleOf(header: string, onlyEvents: boolean): Role {
  const word = header
    .replace(/[(（][^)）]*[)）]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (onlyEvents && NAMES.has(word)) return 'name';
  return ROLES.get(word);
}

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ...words('read get list 读 只读 读操作 读取 查询').map((word) => [word, 'read'] as const),
  ...words('write update create 写 写操作 写入 读写 readandwrite').map((word) => [word, 'write'] as const),
  ...words('delete remove 删除 删除操作').map((word) => [word, 'delete'] as const),
  ...words('logon login signin 登录 登入').map((word) => [word, 'logon'] as const),
  ...words('order 订单 下单').map((word) => [word, 'order'] as const),
  ...words('platform 平台').map((word) => [word, 'platform'] as const),
]);

/** The kind of an operation as tables write it; undefined for anything else. */
export function kindOf(text: string): EventKind | undefined {
  return KINDS.get(text.trim().toLowerCase());
}
