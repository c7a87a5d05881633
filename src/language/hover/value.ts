import { type Node } from 'jsonc-parser';
import { describeAddress } from '../../knowledge/addresses';
import { type Field } from '../../knowledge/field';
import { regionOf, zoneOf } from '../../knowledge/regions';
import { serviceOfHost } from '../../knowledge/resolveService';
import { serviceOf } from '../../knowledge/services';
import { detectUrl } from '../../escapes';
import { code, described, type Explanation, type Line, named, strong } from './content';
import { explainErrorCode, explainErrorMessage } from './failure';
import { explainAccessKey, explainAccount, explainRoleSession } from './identity';
import { explainArn, explainResourceName, explainResourceType } from './resource';
import { explainTime } from './time';
import { clientOf } from './userAgent';
import { capitalized, label, number, SEPARATOR } from '../../words/bilingual';

/** The parts of a URL's query that are listed. */
const MAX_QUERY = 8;

const REGION = { zh: '地域', en: 'region' };
const ZONE = { zh: '可用区', en: 'zone' };
const SERVICE = { zh: '云服务', en: 'service' };
const HOST = { zh: '该服务的地址', en: 'a host of this service' };
const SECRET = {
  zh: '这是机密信息，分享日志前请删除或脱敏。',
  en: 'This is a secret: remove or mask it before you share the log.',
};

/** A value with what stands around it. */
export interface Value {
  readonly text: string;
  readonly field: Field | undefined;
  /** The key before it; empty for an element of an array. */
  readonly key: string;
  /** The object that it is a member of. */
  readonly owner: Node | undefined;
  readonly event: Node;
  /** The present, in ms since 1970. */
  readonly now: number;
}

/** What a value means: by what its field holds, else by its own form where that leaves no doubt. Undefined where nothing is to be said. */
export function explainValue(value: Value): Explanation | undefined {
  return value.field === undefined ? byForm(value) : (byKind(value, value.field) ?? byTable(value, value.field));
}

function byKind({ text, owner, event, now }: Value, field: Field): Explanation | undefined {
  switch (field.kind) {
    case 'time':
    case 'epoch-ms':
    case 'epoch-s':
      return explainTime(text, now);
    case 'region':
      return explainRegion(text) ?? explainZone(text);
    case 'zone':
      return explainZone(text) ?? explainRegion(text);
    case 'service':
      return explainService(text);
    case 'host':
      return explainHost(text);
    case 'address':
      return described(text, describeAddress(text).meaning);
    case 'access-key':
      return explainAccessKey(text);
    case 'account-id':
      return explainAccount(text);
    case 'principal-id':
      return explainRoleSession(text, event, false) ?? explainAccount(text);
    case 'user-name':
      return explainRoleSession(text, event, true);
    case 'error-code':
      return explainErrorCode(text);
    case 'error-message':
      return explainErrorMessage(owner);
    case 'resource-type':
      return explainResourceType(text);
    case 'resource-name':
      return explainResourceName(text, event);
    case 'arn':
      return explainArn(text);
    case 'user-agent':
      return explainAgent(text);
    case 'url':
      return explainUrl(text);
    case 'id':
      return explainLogonId(text, now);
    case 'secret':
      return { say: (language) => [[strong(SECRET[language])]] };
    case 'boolean-text':
    case 'event-name':
    case 'event-type':
    case 'identity-type':
    case 'insight-type':
    case 'json-text':
    case 'token':
    case undefined:
      return undefined;
  }
}

/** A value that the field's table holds. */
function byTable({ text, key }: Value, field: Field): Explanation | undefined {
  const lower = text.toLowerCase();
  const found = field.values.find((one) => one.value === text) ?? field.values.find((one) => one.value.toLowerCase() === lower);
  return found && described(text, { ...found.meaning, en: capitalized(found.meaning.en) }, key);
}

/** A value of an unknown field: only what no other text looks like. */
function byForm({ text, key, now }: Value): Explanation | undefined {
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return explainTime(text, now);
  if (/^\d+$/.test(text)) return /time|date|stamp|expir|at$/i.test(key) ? explainTime(text, now) : undefined;
  if (text.startsWith('acs:')) return explainArn(text);
  if (/^ACS::/i.test(text)) return explainResourceType(text);
  if (/^(?:LTAI[A-Za-z0-9]|STS\.[A-Za-z0-9]|TMP\.[A-Za-z0-9])/.test(text)) return explainAccessKey(text);
  return explainRegion(text) ?? explainZone(text);
}

function explainRegion(text: string): Explanation | undefined {
  const region = regionOf(text);
  if (region === undefined) return undefined;
  const what = region.closed === true ? { zh: '地域，已关停', en: 'a region that has been shut down' } : REGION;
  return named(region, text, what);
}

function explainZone(text: string): Explanation | undefined {
  const zone = zoneOf(text);
  if (zone === undefined) return undefined;
  const letters = zone.letters.map((letter) => letter.toUpperCase()).join(', ');
  if (letters === '') return named(zone.region, text, ZONE);
  const gap = zone.region.zh.endsWith('）') ? '' : ' ';
  return named({ zh: `${zone.region.zh}${gap}可用区 ${letters}`, en: `${zone.region.en}, zone ${letters}` }, text, ZONE);
}

function explainService(text: string): Explanation | undefined {
  const service = serviceOf(text);
  return service && named(service, text, SERVICE);
}

function explainHost(text: string): Explanation | undefined {
  const service = serviceOfHost(text);
  return service && named(service, text, HOST);
}

function explainAgent(text: string): Explanation | undefined {
  const client = clientOf(text);
  return client && described(text, client);
}

function explainUrl(text: string): Explanation | undefined {
  const url = detectUrl(text);
  if (url === undefined) return undefined;
  return {
    say: (language) => {
      const rest = url.query.length - MAX_QUERY;
      const list: Line[] = url.query
        .slice(0, MAX_QUERY)
        .map(({ name, value }): Line => (value === '' ? [code(name)] : [code(name), ' = ', code(value)]));
      if (rest > 0) list.push([language === 'zh' ? `另有 ${number(rest)} 个` : `${number(rest)} more`]);
      return [
        [strong(language === 'zh' ? '网址' : 'A web address'), SEPARATOR, code(url.host)],
        ...(url.path === '' ? [] : [[label(language, '路径', 'Path'), code(url.path)]]),
        ...(list.length === 0 ? [] : [[label(language, '参数', 'Parameters').trim()], { list }]),
      ];
    },
  };
}

/** The middle of a logon's id is a time: `1.167_1627549154939_339a`. */
function explainLogonId(text: string, now: number): Explanation | undefined {
  const ms = /^\d+\.\d+_(\d{13})_/.exec(text)?.[1];
  const time = ms === undefined ? undefined : explainTime(ms, now);
  if (time === undefined) return undefined;
  return {
    say: (language, isFirst) => [
      [language === 'zh' ? '登录事件的 ID，中间一段是时间：' : 'The ID of a logon; its middle part is a time:'],
      ...time.say(language, isFirst),
    ],
  };
}
