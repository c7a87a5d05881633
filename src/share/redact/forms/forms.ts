import { type Sink } from '../kinds';
import { findIpv4, findIpv6, findPartedIpv4 } from './addresses';
import { findArns } from './arns';
import { findBuckets, findHosts } from './hosts';
import { findIds } from './ids';
import { findMails } from './mails';
import { findNamedSecrets } from './namedSecrets';
import { findIdentityNumbers, findPhones } from './numbers';
import { findTokens } from './tokens';

/** Every expression of this folder takes time linear in the text: none has a repetition within a repetition that can match the same text in two ways. */
const NAME =
  /pass|pwd|secret|token|sign|cred|auth|key|cookie|session|-u|mysql|maria|mongo|redis|docker|openssl|ossutil|net1? user|[\u5bc6\u53e3\u4ee4\u79d8\u6697\u51ed\u7801]/i;
/** Signs that a form cannot do without, as bits. */
const enum Sign {
  Colon = 1,
  Dot = 2,
  Dash = 4,
  At = 8,
  Equals = 16,
  Digit = 32,
  Capital = 64,
  Angle = 128,
  Blank = 256,
  /** Beyond ASCII. */
  Wide = 512,
}

const SIGNS = Uint16Array.from({ length: 128 }, (_, unit) => {
  const sign = String.fromCharCode(unit);
  if (/\d/.test(sign)) return Sign.Digit;
  if (/[A-Z]/.test(sign)) return Sign.Capital;
  if (sign === '>') return Sign.Angle;
  return sign === ' ' ? Sign.Blank : 2 ** ':.-@='.indexOf(sign);
});

/** Shorter texts hold nothing that can be told by its form. */
const SHORTEST = 4;
const SHORTEST_PHONE = 8;

/** Looks into a text for everything that can be told by its form; each value is passed on. Most texts are turned away by the signs in them. */
export function findForms(text: string, sink: Sink): void {
  if (text.length < SHORTEST) return;
  let signs = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    signs |= unit < 128 ? (SIGNS[unit] as number) : Sign.Wide;
  }
  const has = (wanted: number): boolean => (signs & wanted) !== 0;
  if (has(Sign.Colon)) {
    findArns(text, sink);
    findBuckets(text, sink);
  }
  if (has(Sign.Capital | Sign.Dash) || text.includes('_')) findTokens(text, sink);
  if (has(Sign.At) || (has(Sign.Wide) && text.includes('\uff20'))) findMails(text, sink);
  if (has(Sign.Equals | Sign.Colon | Sign.Angle | Sign.Blank | Sign.Wide) && NAME.test(text)) findNamedSecrets(text, sink);
  if (has(Sign.Dot)) {
    if (has(Sign.Digit)) findIpv4(text, sink);
    findHosts(text, sink);
  }
  if (has(Sign.Colon)) findIpv6(text, sink);
  if (!has(Sign.Digit)) return;
  if (has(Sign.Dash) || text.includes('_')) findPartedIpv4(text, sink);
  if (has(Sign.Dash)) findIds(text, sink);
  if (text.length < SHORTEST_PHONE) return;
  findPhones(text, sink);
  if (/\d{17}/.test(text)) findIdentityNumbers(text, sink);
}
