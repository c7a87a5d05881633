import { type Sink } from '../kinds';
import { isVendorHost } from '../vendor';
import { findHost } from './hosts';
import { matches } from './matches';

/** Names and domains in every writing system. */
const MAIL =
  /[\p{L}\p{M}\p{N}_.%+'-]{1,64}[@\uff20](?:[\p{L}\p{N}_-]{1,63}\.){1,8}[\p{L}][\p{L}\p{N}-]{1,62}(?![\p{L}\p{N}_-])/gu;
const USER_INFO = /\/\/([^/\s:@"'\\]{1,256}):([^/\s@"'\\]{1,256})@/g;
/** Quotes and dots around a mail are none of it. */
const AROUND = /^[.'%+-]+/;

/** E-mail addresses, logon names of RAM users, and names and passwords in front of hosts. */
export function findMails(text: string, sink: Sink): void {
  for (const [, user = '', password = ''] of matches(text, USER_INFO)) {
    sink('users', user);
    sink('secrets', password);
  }
  for (const [mail] of matches(text, MAIL)) findMail(mail.replace(AROUND, ''), sink);
}

/** A text that is known to be a mail. In a logon name `user@alias.onaliyun.com` the user and the alias, or account, are the customer's. */
export function findMail(mail: string, sink: Sink): void {
  const at = mail.search(/[@\uff20]/);
  const host = mail.slice(at + 1);
  if (/\.onaliyun\.com$/i.test(host)) sink('users', mail.slice(0, at));
  sink('emails', mail);
  if (!isVendorHost(host) || /\.onaliyun\.com$/i.test(host)) findHost(host, sink);
}
