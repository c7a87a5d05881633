import { type Random } from './random';

const HEX = /^(?=.*[a-f])(?=.*\d)[\da-f-]{8,}$/;
/** Hidden parts stay hidden: they look like nothing else. */
const HIDDEN = /\*+|x{3,}|…|\.{3}/g;
/** Common characters of Chinese, to stand for any of them. */
const CHINESE = [0x4e00, 0x5000] as const;
const EMOTICONS = [0xde00, 0xde4f] as const;

/** A value of the same form with everything else in it: digits for digits, letters for letters, other writing systems of the same size in UTF-8. `value` is folded. */
export function likeness(value: string, prefix: number, random: Random): string {
  const letters = HEX.test(value.slice(prefix)) ? 6 : 26;
  const hidden = hiddenUnits(value);
  let result = '';
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at);
    if (at < prefix || hidden.has(at)) result += value.charAt(at);
    else if (unit >= 0xd800 && unit < 0xdc00 && at + 1 < value.length) {
      result += String.fromCharCode(0xd83d, EMOTICONS[0] + random.below(EMOTICONS[1] - EMOTICONS[0]));
      at++;
    } else result += String.fromCharCode(unitLike(unit, letters, at === prefix || !isDigit(value.charCodeAt(at - 1)), random));
  }
  return result;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** A number keeps its length only where it does not start with 0. */
function unitLike(unit: number, letters: number, isFirst: boolean, random: Random): number {
  if (isDigit(unit)) {
    if (!isFirst) return 0x30 + random.below(10);
    return unit === 0x30 ? unit : 0x31 + random.below(9);
  }
  if (unit >= 0x61 && unit <= 0x7a) return 0x61 + random.below(unit <= 0x66 ? letters : 26);
  if (unit < 0xc0 || unit === 0xd7 || unit === 0xf7) return unit;
  if (unit < 0x800) return 0xe0 + random.below(0x17);
  if ((unit >= 0xd800 && unit < 0xe000) || (unit >= 0x2000 && unit < 0x2e80) || unit >= 0xf900) return unit;
  return CHINESE[0] + random.below(CHINESE[1] - CHINESE[0]);
}

function hiddenUnits(value: string): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const { index, 0: run } of value.matchAll(HIDDEN)) for (let at = index; at < index + run.length; at++) hidden.add(at);
  return hidden;
}

/** Numbers of an address that tell its network, not its machine: private and special networks stay what they are. */
function networkLength(parts: readonly number[]): number {
  const [a = 0, b = 0] = parts;
  if (a === 10 || a === 127) return 1;
  if ((a === 192 && b === 168) || (a === 169 && b === 254) || (a === 172 && b >= 16 && b <= 31)) return 2;
  return a === 100 && b >= 64 && b <= 127 ? 2 : 0;
}

/** Another IPv4 address with numbers of the same lengths. With `anywhere`, the network is another one too. */
export function ipv4Like(value: string, anywhere: boolean, random: Random): string {
  const parts = value.split('.');
  const kept = anywhere ? 0 : networkLength(parts.map(Number));
  return parts
    .map((part, index) => {
      if (index < kept) return part;
      // No address starts with a number above 223 but multicast and what is reserved.
      const most = index === 0 ? 223 : 255;
      if (part.length === 3) return String(100 + random.below(most - 99));
      if (part.length === 2) return String(10 + random.below(90));
      return String(index === 0 ? 1 + random.below(9) : random.below(10));
    })
    .join('.');
}

/** Another IPv6 address with groups of the same lengths. Letters stay letters: capitals can be told by them when the redaction is taken back. */
export function ipv6Like(value: string, anywhere: boolean, random: Random): string {
  const tail = value.includes('.') ? value.lastIndexOf(':') + 1 : value.length;
  const kept = !anywhere && /^(?:fe[89ab]|f[cd])/.test(value) ? value.indexOf(':') : 0;
  let result = '';
  for (let at = 0; at < tail; at++) {
    const unit = value.charAt(at);
    const isFirst = at === 0 || value.charAt(at - 1) === ':';
    if (at < kept || unit === ':') result += unit;
    else if (/[a-f]/.test(unit)) result += (10 + random.below(6)).toString(16);
    else if (isFirst) result += unit === '0' ? '0' : String(1 + random.below(9));
    else result += String(random.below(10));
  }
  return tail < value.length ? result + ipv4Like(value.slice(tail), anywhere, random) : result;
}
