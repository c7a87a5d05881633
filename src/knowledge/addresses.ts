import type { Bilingual } from './bilingual';
import { isMasked } from './masks';
import { networkOf } from './networks';

/** What a source address can be (facts 1.1, sourceIpAddress); `bad` is none of these. */
export type AddressKind = 'ipv4' | 'ipv6' | 'internal' | 'host' | 'masked' | 'empty' | 'bad';

/** A source address and what can be said about it. */
export interface Address {
  readonly kind: AddressKind;
  readonly meaning: Bilingual;
}

const MEANINGS: Readonly<Record<AddressKind, Bilingual>> = {
  ipv4: { zh: '公网 IPv4 地址。', en: 'A public IPv4 address.' },
  ipv6: { zh: '公网 IPv6 地址。', en: 'A public IPv6 address.' },
  internal: {
    zh: '由阿里云内部发起，例如由其他云服务代为调用，没有可记录的客户端地址。',
    en: 'Sent from inside Alibaba Cloud, for example by another service on behalf of the account: there is no client address to record.',
  },
  host: {
    zh: '主机名而非 IP 地址：请求由该云服务代为发起。',
    en: 'A host name instead of an IP address: the request was sent by that cloud service.',
  },
  masked: { zh: '地址已脱敏，无法得知真实来源。', en: 'The address is masked: the real source cannot be told.' },
  empty: { zh: '未记录来源地址。', en: 'No source address was recorded.' },
  bad: { zh: '不是 IP 地址、主机名或 Internal。', en: 'Neither an IP address, nor a host name, nor "Internal".' },
};

const OCTET = /^(?:0|[1-9][0-9]{0,2})$/;
const HEXTET = /^[0-9a-f]{1,4}$/i;
const HOST = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z]{2,63}$/i;
const MASKED_V4 = /^[0-9*x]{1,4}(?:\.[0-9*x]{1,4}){3}$/i;
const MASKED_V6 = /^[0-9a-f*x]{0,4}(?::[0-9a-f*x]{0,4}){2,7}$/i;
const MASKED_WHOLE = /^[0-9a-f.:*x]+$/i;
const MASKED_HOST = /^[a-z0-9*_-]+(?:\.[a-z0-9*_-]+)+$/i;

/** The four bytes of an IPv4 address, or undefined. Leading zeros are refused: some readers take them for octal. */
export function parseIpv4(text: string): readonly number[] | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => OCTET.test(part))) return undefined;
  const bytes = parts.map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

/** The eight 16-bit groups of an IPv6 address, or undefined; `::` and an IPv4 tail are understood, a zone (`%eth0`) is not. */
export function parseIpv6(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2 || !text.includes(':')) return undefined;
  const [head = [], tail = []] = halves.map((half, index) => groupsOf(half, index === halves.length - 1));
  if (head === 'bad' || tail === 'bad') return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1) return missing === 0 ? head : undefined;
  return missing < 1 ? undefined : [...head, ...Array<number>(missing).fill(0), ...tail];
}

function groupsOf(half: string, last: boolean): readonly number[] | 'bad' {
  if (half === '') return [];
  const groups: number[] = [];
  const parts = half.split(':');
  for (const [index, part] of parts.entries()) {
    const bytes = last && index === parts.length - 1 && part.includes('.') ? parseIpv4(part) : undefined;
    if (bytes !== undefined) {
      const [a = 0, b = 0, c = 0, d = 0] = bytes;
      groups.push(a * 256 + b, c * 256 + d);
    } else if (HEXTET.test(part)) groups.push(parseInt(part, 16));
    else return 'bad';
  }
  return groups;
}

/** Tells what a source address is. Source: facts 1.1, sourceIpAddress: IPv4, IPv6, `Internal`, a host name, empty, or masked. */
export function addressKind(text: string): AddressKind {
  if (text === '') return 'empty';
  if (/^internal$/i.test(text)) return 'internal';
  if (parseIpv4(text) !== undefined) return 'ipv4';
  if (parseIpv6(text) !== undefined) return 'ipv6';
  if (isMaskedAddress(text)) return 'masked';
  return HOST.test(text) ? 'host' : 'bad';
}

function isMaskedAddress(text: string): boolean {
  if (MASKED_V4.test(text)) return /[*x]/i.test(text);
  if (MASKED_V6.test(text)) return /[*x]/i.test(text);
  return isMasked(text) && (MASKED_WHOLE.test(text) || MASKED_HOST.test(text));
}

/** What can be said about a source address: its kind, and for an IP address the network it lies in. Source: facts 1.1, IANA. */
export function describeAddress(text: string): Address {
  const kind = addressKind(text);
  const bytes = kind === 'ipv4' ? parseIpv4(text) : undefined;
  const groups = kind === 'ipv6' ? parseIpv6(text) : undefined;
  return { kind, meaning: networkOf(bytes, groups) ?? MEANINGS[kind] };
}
