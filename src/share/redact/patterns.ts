import { parseIpv4, parseIpv6 } from '../../knowledge/addresses';
import { type Sink } from './kinds';
import { isTopLevel, isVendorHost } from './vendor';

/** Every expression here takes time linear in the value: none has a repetition within a repetition that can match the same text in two ways. */
const ARN = /acs:([\w.*-]*):([\w*-]*):([\w*@.-]*):([^\s"',;\\]+)/g;
const ACCESS_KEY = /(?<![A-Za-z0-9])(?:LTAI[A-Za-z0-9]{8,64}|(?:STS|TMP)\.[A-Za-z0-9]{8,128}|AKIA[A-Z0-9]{12,32})/g;
const WEB_TOKEN = /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g;
const PRIVATE_KEY = /-----BEGIN [A-Z ]{0,40}KEY-----([^-]+)/g;
const USER_INFO = /\/\/([^/\s:@"']{1,256}):([^/\s@"']{1,256})@/g;
const NAMED_SECRET =
  /(?:password|passwd|pwd|secret|token|signature|credential)["']?\s{0,4}[=:]\s{0,4}["']?([^\s&"',;\\]{4,2048})/gi;
const IPV4 = /(?<![\w.]|[A-Za-z]\/)\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?!\w|\.\d)/g;
const IPV6 = /(?<![\w:.])[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,7}(?:(?:\d{1,3}\.){3}\d{1,3})?(?![\w:])/g;
const EMAIL = /[\w.%+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])/g;
const PHONE = /(?<![\dA-Za-z])(?:\+?86-?)?1[3-9]\d{9}(?![\dA-Za-z])/g;
const PHONE_LENGTH = 11;
const KEY_START = /LTAI|STS\.|TMP\.|AKIA/;
const NAME = /pass|pwd|secret|token|sign|cred/i;
const HOST = /(?<![\w@.-])(?:[\w-]{1,63}\.){1,10}[A-Za-z]{2,24}(?![\w-])/g;
const BUCKET = /([a-z0-9][a-z0-9-]{1,61}[a-z0-9])\.(?:s3\.)?oss-[a-z0-9-]{1,63}\.aliyuncs\.com/g;
const RESOURCE =
  /(?<![\w-])(?:i|ic|vpc|vsw|vtb|vrt|vbr|sg|d|disk|eip|eni|lb|slb|alb|nlb|acl|rtb|ngw|snat|stb|rm|pc|pgm|r|dds|mg|s|ss|sp|snap|m|ecs|asg|ess|ali|lt|hp|img|cen|ccn|cr|cri|crr|tr|vpn|vgw|cgw|bwp|cbwp|eipac|key|fs|bp|sgw|gw|se|es|hbr|v|po|pe|ep|epsrv|ds|dh|nas|amp|cas|waf|ddoscoo|kst|kms|hb|lhd|gpdb|am|hgpost|fp|alikafka|rmq|mq|o|rg|pai|dsw|eas|ask|sub|arm)-[a-z0-9]{6,64}(?![a-z0-9])/g;

/** Signs that a pattern cannot do without, as bits. */
const enum Sign {
  Colon = 1,
  Dot = 2,
  Dash = 4,
  At = 8,
  Equals = 16,
  Digit = 32,
  Capital = 64,
}

const SIGNS = Uint8Array.from({ length: 128 }, (_, unit) => {
  const sign = String.fromCharCode(unit);
  if (/\d/.test(sign)) return Sign.Digit;
  return /[A-Z]/.test(sign) ? Sign.Capital : 2 ** ':.-@='.indexOf(sign);
});

/** Shorter texts hold nothing that can be told by its form. */
const SHORTEST = 4;

/** Looks into a text for everything that can be told by its form; each value is passed on. Most texts are turned away by the signs in them. */
export function findPatterns(text: string, sink: Sink): void {
  if (text.length < SHORTEST) return;
  let signs = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 128) signs |= SIGNS[unit] as number;
  }
  const has = (wanted: number): boolean => (signs & wanted) !== 0;
  if (has(Sign.Colon) && text.includes('acs:'))
    for (const [, service = '', , account = '', resource = ''] of matches(text, ARN)) findArn(service, account, resource, sink);
  if (has(Sign.Capital)) findTokens(text, sink);
  if (has(Sign.At)) {
    for (const [, user = '', password = ''] of matches(text, USER_INFO)) {
      sink('users', user);
      sink('secrets', password);
    }
    for (const [mail] of matches(text, EMAIL)) sink('emails', mail);
  }
  if (has(Sign.Equals | Sign.Colon) && NAME.test(text))
    for (const [, secret = ''] of matches(text, NAMED_SECRET))
      if (!/^(?:true|false|null|none)$/i.test(secret)) sink('secrets', secret);
  if (has(Sign.Dot)) findHosts(text, has(Sign.Digit), sink);
  if (has(Sign.Colon)) for (const [address] of matches(text, IPV6)) if (isMachine(address)) sink('addresses', address);
  if (!has(Sign.Digit)) return;
  if (has(Sign.Dash)) for (const [id] of matches(text, RESOURCE)) if (/\d/.test(id)) sink('resources', id);
  if (text.length >= PHONE_LENGTH && /1[3-9]\d{9}/.test(text)) for (const [phone] of matches(text, PHONE)) sink('phones', phone);
}

function findTokens(text: string, sink: Sink): void {
  if (KEY_START.test(text)) for (const [key] of matches(text, ACCESS_KEY)) sink('accessKeys', key);
  if (text.includes('eyJ'))
    for (const [token] of matches(text, WEB_TOKEN)) for (const part of token.split('.')) sink('secrets', part);
  if (text.includes('KEY-----'))
    for (const [, body = ''] of matches(text, PRIVATE_KEY))
      for (const line of body.split(/[\s\\]+/)) if (line.length > 3) sink('secrets', line);
}

function findHosts(text: string, hasDigits: boolean, sink: Sink): void {
  for (const [address] of hasDigits ? matches(text, IPV4) : [])
    if (parseIpv4(address) !== undefined && !/^(?:0\.0\.0\.0|127\.0\.0\.1|255\.|[1-9]\d?\.0\.0\.0)/.test(address))
      sink('addresses', address);
  if (!/[A-Za-z]/.test(text)) return;
  for (const [, bucket = ''] of matches(text, BUCKET)) sink('resources', bucket);
  for (const [host] of matches(text, HOST)) {
    const labels = host.split('.');
    if (isVendorHost(host) || labels.length < 2 || !isTopLevel(labels.at(-1) ?? '')) continue;
    sink('domains', host);
    // A name below it may be anywhere else in the log.
    let last = labels.length - 1;
    while (last > 0 && isTopLevel(labels[last] ?? '')) last--;
    if (last > 0) sink('domains', labels.slice(last).join('.'));
  }
}

/** `acs:ram::1234567890123456:role/deploy`: an account, and a person or a thing. */
function findArn(service: string, account: string, resource: string, sink: Sink): void {
  if (/^[\d*x]{5,}$/.test(account)) sink('accounts', account);
  const isPerson = service === 'ram' || service === 'sts';
  const [, ...names] = resource.split(/[/:]/);
  for (const name of names)
    if (!/^(?:system|\*+)$/.test(name)) sink(isPerson ? 'users' : 'resources', name.replace(/[*?]+$/, ''));
}

function isMachine(address: string): boolean {
  const groups = parseIpv6(address);
  return groups?.some((group, index) => group !== 0 && !(index === 7 && group === 1)) === true;
}

const NONE: readonly RegExpExecArray[] = [];

/** What `matchAll` gives, without a copy of the expression for every text: most hold nothing. */
function matches(text: string, expression: RegExp): readonly RegExpExecArray[] {
  expression.lastIndex = 0;
  let found = expression.exec(text);
  if (found === null) return NONE;
  const all: RegExpExecArray[] = [];
  for (; found !== null; found = expression.exec(text)) all.push(found);
  return all;
}
