import type { Bilingual } from './bilingual';

interface Network {
  readonly matches: (parts: readonly number[]) => boolean;
  readonly meaning: Bilingual;
}

const first = (parts: readonly number[], ...expected: readonly number[]) =>
  expected.every((value, index) => parts[index] === value);
const between = (value: number | undefined, low: number, high: number) => value !== undefined && value >= low && value <= high;

const LOOPBACK: Bilingual = { zh: '环回地址：本机。', en: 'A loopback address: the machine itself.' };
const LINK_LOCAL: Bilingual = {
  zh: '链路本地地址：只在同一网段内有效。',
  en: 'A link-local address: valid only within its network segment.',
};
const PRIVATE: Bilingual = {
  zh: '私网地址（RFC 1918）：通常是经专有网络内部访问的 ECS 实例等，需结合 vpcId 判断来源。',
  en: 'A private address (RFC 1918): usually a machine that calls from inside a VPC; see vpcId for which one.',
};
const SHARED: Bilingual = {
  zh: '100.64.0.0/10 地址：阿里云内部网络使用的网段，请求来自云服务或云内网，而不是公网客户端。',
  en: 'An address of 100.64.0.0/10, which Alibaba Cloud uses inside its own network: the request came from a cloud service or the internal network, not from a client on the internet.',
};
const DOCUMENTATION: Bilingual = {
  zh: '文档示例地址：不会出现在真实网络中。',
  en: 'An address reserved for documentation: it does not exist in a real network.',
};
const UNSPECIFIED: Bilingual = { zh: '未指定的地址。', en: 'The unspecified address.' };
const MULTICAST: Bilingual = { zh: '组播地址：不能作为来源。', en: 'A multicast address: it cannot be a source.' };
const RESERVED: Bilingual = { zh: '保留地址：不能作为来源。', en: 'A reserved address: it cannot be a source.' };
const UNIQUE_LOCAL: Bilingual = { zh: 'IPv6 私网地址（RFC 4193）。', en: 'A private IPv6 address (RFC 4193).' };

/** IANA's special-purpose IPv4 networks, with what they mean in an audit log. */
const IPV4: readonly Network[] = [
  { matches: (b) => first(b, 127), meaning: LOOPBACK },
  { matches: (b) => first(b, 10) || first(b, 192, 168) || (b[0] === 172 && between(b[1], 16, 31)), meaning: PRIVATE },
  { matches: (b) => b[0] === 100 && between(b[1], 64, 127), meaning: SHARED },
  { matches: (b) => first(b, 169, 254), meaning: LINK_LOCAL },
  { matches: (b) => first(b, 192, 0, 2) || first(b, 198, 51, 100) || first(b, 203, 0, 113), meaning: DOCUMENTATION },
  { matches: (b) => first(b, 0), meaning: UNSPECIFIED },
  { matches: (b) => between(b[0], 224, 239), meaning: MULTICAST },
  { matches: (b) => between(b[0], 240, 255), meaning: RESERVED },
];

/** IANA's special-purpose IPv6 networks. */
const IPV6: readonly Network[] = [
  { matches: (g) => g.every((group) => group === 0), meaning: UNSPECIFIED },
  { matches: (g) => g.every((group, index) => group === (index === 7 ? 1 : 0)), meaning: LOOPBACK },
  { matches: (g) => between(g[0], 0xfe80, 0xfebf), meaning: LINK_LOCAL },
  { matches: (g) => between(g[0], 0xfc00, 0xfdff), meaning: UNIQUE_LOCAL },
  { matches: (g) => first(g, 0x2001, 0x0db8), meaning: DOCUMENTATION },
  { matches: (g) => between(g[0], 0xff00, 0xffff), meaning: MULTICAST },
];

/** What an address's network says about it, or undefined for a public one. Source: IANA's special-purpose address registries. */
export function networkOf(bytes: readonly number[] | undefined, groups: readonly number[] | undefined): Bilingual | undefined {
  if (bytes !== undefined) return IPV4.find((network) => network.matches(bytes))?.meaning;
  if (groups === undefined) return undefined;
  if (first(groups, 0, 0, 0, 0, 0, 0xffff)) {
    const [high = 0, low = 0] = groups.slice(6);
    return networkOf([high >> 8, high & 255, low >> 8, low & 255], undefined);
  }
  return IPV6.find((network) => network.matches(groups))?.meaning;
}
