import { type Sink } from '../kinds';
import { customerLabels, isTopLevel, isVendorHost } from '../vendor';
import { matches } from './matches';

/** Behind `%` or a backslash, its first letters belong to a byte. */
const HOST = /(?<![\w@.%\\-])(?:[\w-]{1,63}\.){1,10}[A-Za-z]{2,24}(?![\w-])/g;
/** The host of an address, whatever its end is. */
const URL_HOST = /:\/\/(?:[^\s/?#@"'\\]{0,256}@)?((?:[\p{L}\p{N}_-]{1,63}\.){1,10}[\p{L}\p{N}-]{2,63})/gu;
/** `bucket.oss-cn-hangzhou.aliyuncs.com`, also behind something that no host begins with. */
const VENDOR_HOST = /(?:[\w-]{1,63}\.){1,8}(?:aliyuncs|onaliyun|aliyun|alibabacloud)\.com(?![\w-])/gi;
const BUCKET = /(?<![A-Za-z])(?:oss|odps|dfs):\/\/([\w-]{3,63})(?![\w.-])/g;
const SIGN_IN = /signin\.(?:aliyun|alibabacloud)\.com\/([\w.-]{2,128})\/login/g;

/** `oss://bucket/object`: the customer's name stands in the place of a host. */
export function findBuckets(text: string, sink: Sink): void {
  if (text.includes('://')) for (const [, bucket = ''] of matches(text, BUCKET)) sink('resources', bucket);
}

/** Hosts: those of others whole, of the vendor's the labels that are the customer's. */
export function findHosts(text: string, sink: Sink): void {
  if (!/[A-Za-z]/.test(text)) return;
  for (const [host] of matches(text, VENDOR_HOST)) findVendorHost(host, sink);
  for (const [, alias = ''] of matches(text, SIGN_IN)) sink('accounts', alias.replace(/\.onaliyun\.com$/, ''));
  for (const [host] of matches(text, HOST)) {
    const labels = host.split('.');
    if (isVendorHost(host) || !isTopLevel(labels.at(-1) ?? '')) continue;
    findHost(host, sink);
  }
  if (text.includes('://')) for (const [, host = ''] of matches(text, URL_HOST)) if (!/^[\d.]+$/.test(host)) findHost(host, sink);
}

/** A host that is known to be one. */
export function findHost(host: string, sink: Sink): void {
  if (isVendorHost(host)) {
    findVendorHost(host, sink);
    return;
  }
  sink('domains', host);
  const labels = host.split('.');
  // A name below it may be anywhere else in the log.
  let last = labels.length - 1;
  while (last > 0 && isTopLevel(labels[last] ?? '')) last--;
  if (last > 0) sink('domains', labels.slice(last).join('.'));
}

function findVendorHost(host: string, sink: Sink): void {
  const own = customerLabels(host);
  if (own === 0) return;
  const isAccount = /\.onaliyun\.com$/i.test(host);
  for (const label of host.split('.').slice(0, own)) sink(isAccount || /^\d+$/.test(label) ? 'accounts' : 'resources', label);
  // A short label is no word of its own among the others.
  sink(isAccount ? 'accounts' : 'resources', host);
}
