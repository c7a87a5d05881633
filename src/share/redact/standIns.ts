import { fold } from './fold';
import { type Needles } from './needles';
import { GRAM } from './rolled';
import { type RedactKind } from './kinds';
import { type Random } from './random';
import { ipv4Like, ipv6Like, likeness } from './shape';
import { TextMap } from './textMap';
import { isTopLevel, isVendorHost } from './vendor';

/** How often another stand-in is drawn before less is asked of it. */
const TRIES = 48;
const PREFIX: Partial<Record<RedactKind, RegExp>> = {
  accessKeys: /^(?:ltai|sts\.|tmp\.|akia)/,
  resources: /^[a-z]{1,12}-(?=.{4})/,
  phones: /^(?:\+?86-?)?1/,
};

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
    if (kind === 'addresses' && /^\d+(?:\.\d+){3}$/.test(value))
      return this.draw(value, (tries) => ipv4Like(value, tries > TRIES, this.random));
    if (kind === 'addresses' && value.includes(':'))
      return this.draw(value, (tries) => ipv6Like(value, tries > TRIES, this.random));
    if (kind === 'emails') return this.composed(value, this.mail(value));
    if (kind === 'domains') return this.composed(value, this.host(value));
    const prefix = PREFIX[kind]?.exec(value)?.[0].length ?? 0;
    return this.draw(value, (tries) => likeness(value, tries > TRIES ? 0 : prefix, this.random));
  }

  private mail(value: string): string {
    const at = value.lastIndexOf('@');
    const host = value.slice(at + 1);
    return `${this.of(value.slice(0, at), 'users')}@${isVendorHost(host) ? this.account(host) : this.host(host)}`;
  }

  /** A login name's domain has the account in it: `1234567890123456.onaliyun.com`. */
  private account(host: string): string {
    const dot = host.indexOf('.');
    return `${this.of(host.slice(0, dot), 'accounts')}${host.slice(dot)}`;
  }

  private host(value: string): string {
    const labels = value.split('.');
    let last = labels.length;
    while (last > 1 && isTopLevel(labels[last - 1] ?? '')) last--;
    return labels
      .map((label, index) => (index >= last || label === 'www' || label === '' ? label : this.of(label, 'users')))
      .join('.');
  }

  private composed(value: string, standIn: string): string {
    this.know(value, standIn);
    return standIn;
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
