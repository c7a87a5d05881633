import { parseIpv4, parseIpv6 } from '../knowledge/addresses';

/** Addresses that begin with the same bits: `10.0.0.0/8`, `2001:db8::/32`. */
export interface Network {
  readonly version: 4 | 6;
  /** The numbers of its first address: 4 bytes or 8 groups. */
  readonly first: readonly number[];
  /** How many bits are the same. */
  readonly bits: number;
}

/** Whether a text is meant as a network: no address holds a slash. */
export function isNetworkText(text: string): boolean {
  return text.includes('/');
}

/** The network that a text means; undefined where it means none. Bits behind the prefix do not count. */
export function networkFrom(text: string): Network | undefined {
  const [address = '', prefix = '', ...more] = text.split('/');
  if (more.length > 0 || !/^(?:0|[1-9]\d{0,2})$/.test(prefix)) return undefined;
  const bits = Number(prefix);
  const bytes = parseIpv4(address);
  if (bytes !== undefined) return bits > 32 ? undefined : { version: 4, first: masked(bytes, 8, bits), bits };
  const groups = parseIpv6(address);
  return groups === undefined || bits > 128 ? undefined : { version: 6, first: masked(groups, 16, bits), bits };
}

/** Whether an address is in a network; what is no address is in none. IPv4 written as IPv6 is IPv4. */
export function isIn({ version, first, bits }: Network, address: string): boolean {
  const numbers = version === 4 ? (parseIpv4(address) ?? mappedIpv4(address)) : parseIpv6(address);
  return numbers !== undefined && masked(numbers, version === 4 ? 8 : 16, bits).every((one, index) => one === first[index]);
}

/** The numbers of the first and the last address of an IPv4 network. */
export function rangeOf({ first, bits }: Network): { readonly first: number; readonly last: number } {
  const start = first.reduce((sum, byte) => sum * 256 + byte, 0);
  return { first: start, last: start + 2 ** (32 - bits) - 1 };
}

function mappedIpv4(address: string): readonly number[] | undefined {
  const groups = parseIpv6(address);
  if (groups?.slice(0, 5).some((group) => group !== 0) !== false || groups[5] !== 0xffff) return undefined;
  return groups.slice(6).flatMap((group) => [group >> 8, group & 0xff]);
}

function masked(numbers: readonly number[], size: 8 | 16, bits: number): readonly number[] {
  return numbers.map((number, index) => {
    const kept = Math.min(size, Math.max(0, bits - index * size));
    return number & (2 ** size - 2 ** (size - kept));
  });
}
