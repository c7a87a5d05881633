import { parseIpv4, parseIpv6 } from '../../../knowledge/addresses';
import { type Sink } from '../kinds';
import { matches } from './matches';

/** Behind anything but a digit, a dot with a digit before it, or another part of one. */
const IPV4 = /(?<![\d]|\d\.)\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?!\d|\.\d)/g;
/** Four numbers as host names and file names have them: `203-0-113-77`, `203_0_113_77`. */
const PARTED = /(?<!\d)\d{1,3}([-_])\d{1,3}\1\d{1,3}\1\d{1,3}(?!\d)/g;
/** What says that such numbers are an address. */
const PARTED_BEFORE = /(?:^|[^A-Za-z])(?:ip|ipv4|host|node|ec2|ecs|vm|addr|address|client|src|dst|server)[-_]?$/i;
const IPV6 = /(?<![\w:.])[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,7}(?:(?:\d{1,3}\.){3}\d{1,3})?(?![\w:])/g;
/** IPv6 behind a letter or `_` has all of its groups, or it is no address. */
const GLUED_IPV6 = /(?<=[A-Za-z_])(?:[\da-fA-F]{1,4}:){7}[\da-fA-F]{1,4}(?![\w:])/g;
/** Addresses that are nobody's. */
const NOBODY = /^(?:0\.0\.0\.0|127\.0\.0\.1|255\.|[1-9]\d{0,2}\.0\.0\.0)/;
/** A version stands behind one of these and a slash or nothing: `Chrome/133.0.6943.127`, `v1.2.3.4`. */
const VERSION_BEFORE =
  /(?:\b(?:v|ver|version|rev|rel|release|build|jdk|jre)[ .:=_-]?|[A-Za-z]*(?:chrom(?:e|ium)|safari|firefox|edge?|edga|opr|opera|version|mozilla|browser|core|java|python|curl|wget|okhttp|httpclient|sdk|cli|client|agent|terraform|provider|alibabacloud|aliyun|dingtalk|wechat|micromessenger|webkit|trident|electron|node|go|php|ruby|perl|openssl|nginx|netty|requests|urllib3?)\/v?)$/i;
/** Text that is read before an address to tell versions. */
const BEFORE = 40;

/** Addresses of machines, wherever they stand. */
export function findIpv4(text: string, sink: Sink): void {
  for (const { 0: address, index } of matches(text, IPV4)) {
    if (parseIpv4(address) === undefined || NOBODY.test(address)) continue;
    const before = text.slice(Math.max(0, index - BEFORE), index);
    if (/[A-Za-z/ .:=_-]$/.test(before) && VERSION_BEFORE.test(before)) continue;
    sink('addresses', address);
  }
}

/** The addresses of machines in their names: `ip-203-0-113-77`. Other numbers are passed on as they are written: they may be known as an address. */
export function findPartedIpv4(text: string, sink: Sink): void {
  for (const { 0: parted, index } of matches(text, PARTED)) {
    const address = dotted(parted);
    if (parseIpv4(address) === undefined || NOBODY.test(address)) continue;
    if (PARTED_BEFORE.test(text.slice(Math.max(0, index - BEFORE), index))) sink('addresses', address);
    sink('addresses', parted);
  }
}

/** Whether an address is written with hyphens or underscores. */
export function isParted(value: string): boolean {
  return /^\d{1,3}([-_])\d{1,3}\1\d{1,3}\1\d{1,3}$/.test(value);
}

/** Such an address with its dots. */
export function dotted(parted: string): string {
  return parted.replace(/[-_]/g, '.');
}

export function findIpv6(text: string, sink: Sink): void {
  for (const [address] of [...matches(text, IPV6), ...matches(text, GLUED_IPV6)])
    if (isMachine(address)) sink('addresses', address);
}

function isMachine(address: string): boolean {
  // Bytes with colons between them: the first group of an address has more digits.
  if (/^(?:[\da-f]{1,2}:){7}[\da-f]{1,2}$/i.test(address)) return false;
  const groups = parseIpv6(address);
  return groups?.some((group, index) => group !== 0 && !(index === 7 && group === 1)) === true;
}
