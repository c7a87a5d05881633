import { fold } from './fold';
import { type Needles } from './needles';
import { GRAM } from './rolled';
import { type RedactKind } from './kinds';
import { type Random } from './random';
import { ipv4Like, ipv6Like, likeness } from './shape';
import { TextMap } from './textMap';
import { dotted, isParted } from './forms/addresses';
import { idPrefix } from './forms/ids';
import { dialled } from './forms/numbers';
import { customerLabels, isTopLevel, isVendorHost } from './vendor';

/** How often another stand-in is drawn before less is asked of it. */
const TRIES = 48;
const PARTED = /(?<!\d)\d{1,3}([-_])\d{1,3}\1\d{1,3}\1\d{1,3}(?!\d)/g;
const IPV4 = /^\d+(?:\.\d+){3}$/;
const PREFIX: Partial<Record<RedactKind, RegExp>> = {
  accessKeys: /^(?:ltai|sts\.|tmp\.|akia)/,
  phones: /^(?:\+?86-?)?1/,
};

/** A long secret without signs; one of digits alone may stand as a number. */
const PLAIN_SECRET = /^(?=.*[a-z])[a-z0-9_+/=.-]{12,}$/;

/**
 * With an asterisk in its middle, nobody, and no program that searches for secrets, takes a stand-in for a real one. It stands for a digit: of a letter, one
 * could not tell any more whether it was a capital.
 */
function marked(standIn: string): string {
  const middle = standIn.length >> 1;
  for (let off = 0; off <= middle; off++)
    for (const at of [middle - off, middle + off])
      if (/\d/.test(standIn.charAt(at))) return `${standIn.slice(0, at)}*${standIn.slice(at + 1)}`;
  return standIn;
}

/** Draws stand-ins: the same for the same value, never one for two values, never one that holds a value of the log. */
export class StandIns {
  private readonly known = new TextMap<string>();
  private readonly taken = new TextMap<true>();

  /** `values` are all that are replaced, folded. */
  constructor(
    private readonly random: Random,
    private readonly values: TextMap<RedactKind>,
    private readonly needles: Needles,
  ) {}

  /** Uses stand-ins of an earlier redaction. */
  know(value: string, standIn: string): void {
    this.known.set(value, standIn);
    this.taken.set(standIn, true);
  }

  /** What stands for a value, folded and of the same length; the value itself where it has no other of its form. */
  of(value: string, kind: RedactKind): string {
    const known = this.known.get(value);
    if (known !== undefined) return known;
    const composed = this.composed(value, kind);
    if (composed !== undefined) {
      this.know(value, composed);
      return composed;
    }
    if (kind === 'addresses' && IPV4.test(value)) return this.draw(value, (tries) => ipv4Like(value, tries > TRIES, this.random));
    if (kind === 'addresses' && value.includes(':'))
      return this.draw(value, (tries) => ipv6Like(value, tries > TRIES, this.random));
    const prefix = kind === 'resources' ? idPrefix(value) : (PREFIX[kind]?.exec(value)?.[0].length ?? 0);
    const isPlain = kind === 'secrets' && PLAIN_SECRET.test(value);
    return this.draw(value, (tries) => {
      const standIn = likeness(value, tries > TRIES ? 0 : prefix, this.random);
      return isPlain ? marked(standIn) : standIn;
    });
  }

  /** What is made of the stand-ins of its parts, which may stand elsewhere alone; undefined where it has none. */
  private composed(value: string, kind: RedactKind): string | undefined {
    switch (kind) {
      case 'emails':
        return this.mail(value);
      case 'domains':
        return this.host(value);
      case 'accounts':
      case 'resources':
        return customerLabels(value) > 0 ? this.host(value) : undefined;
      case 'phones':
        return this.phone(value);
      case 'addresses':
        return isParted(value) ? this.parted(value) : undefined;
      case 'users':
      case 'accessKeys':
      case 'secrets':
      case 'identityNumbers':
      case 'patterns':
        return undefined;
    }
  }

  private mail(value: string): string {
    const at = value.search(/[@\uff20]/);
    const host = value.slice(at + 1);
    return `${this.of(value.slice(0, at), 'users')}${value.charAt(at)}${this.host(host)}`;
  }

  /** Of the vendor's hosts, the customer's labels are replaced; of others, all but their ends. */
  private host(value: string): string {
    const labels = value.split('.');
    const isVendors = isVendorHost(value);
    let last = isVendors ? customerLabels(value) : labels.length;
    while (!isVendors && last > 1 && (last === labels.length || isTopLevel(labels[last - 1] ?? ''))) last--;
    const kind = value.endsWith('.onaliyun.com') ? 'accounts' : isVendors ? 'resources' : 'users';
    return labels
      .map((label, index) =>
        index >= last || label === 'www' || label === '' ? label : this.label(label, /^\d{5,}$/.test(label) ? 'accounts' : kind),
      )
      .join('.');
  }

  private label(label: string, kind: RedactKind): string {
    const parted = label.replace(PARTED, (address) => this.parted(address));
    return parted === label ? this.of(label, kind) : parted;
  }

  /** The same number has the same stand-in with separators and without. */
  private phone(value: string): string | undefined {
    const digits = dialled(value);
    if (digits === value || digits === '') return undefined;
    const standIn = this.of(digits, 'phones');
    let left = digits.length;
    return Array.from(value)
      .reverse()
      .map((sign) => (left > 0 && /\d/.test(sign) ? standIn.charAt(--left) : sign))
      .reverse()
      .join('');
  }

  private parted(value: string): string {
    const sign = /[-_]/.exec(value)?.[0] ?? '';
    return this.of(dotted(value), 'addresses').replaceAll('.', sign);
  }

  private draw(value: string, another: (tries: number) => string): string {
    let standIn = value;
    for (let tries = 0; tries < TRIES * 4; tries++) {
      const drawn = fold(another(tries));
      if (drawn === value || this.taken.has(drawn) || this.values.has(drawn)) continue;
      // The longer one looks, the more one has to take what there is.
      if (tries < TRIES * 3 && drawn.length >= GRAM && this.needles.isIn(drawn)) continue;
      standIn = drawn;
      break;
    }
    this.know(value, standIn);
    return standIn;
  }
}
