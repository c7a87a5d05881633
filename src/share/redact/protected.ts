import { textOf, type View } from './encodings/view';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const LONGEST_KEY = 32;

/** Fields whose values are words of the vendor, by which events are grouped and understood. */
const VENDOR_FIELDS: ReadonlySet<string> = new Set([
  'eventname',
  'eventtype',
  'eventrw',
  'eventcategory',
  'eventversion',
  'eventtime',
  'eventid',
  'requestid',
  'servicename',
  'acsregion',
  'apiversion',
  'errorcode',
  'type',
  'useragent',
  '__topic__',
  '__time__',
]);

/** Whether a short word is none of the customer's although it is written like one: a key, a value of the vendor, a part of a service's name. */
export function isProtectedWord(view: View, from: number, to: number): boolean {
  if (view.role === 'key' && to === view.length - 1) return true;
  if (view.role === 'vendor' && (from === 0 || (from === 1 && view.units[0] === QUOTE))) return true;
  return isKey(view, to) || isVendorField(keyBefore(view, from)) || isServiceOfArn(view, from);
}

/** Whether the values of a key are words of the vendor. */
export function isVendorField(key: string): boolean {
  return VENDOR_FIELDS.has(key.slice(key.lastIndexOf('.') + 1).toLowerCase());
}

/** A quote follows, and a colon behind it. */
function isKey({ units, length }: View, to: number): boolean {
  let at = to;
  while (at < length && units[at] === BACKSLASH) at++;
  if (units[at] !== QUOTE || at >= length) return false;
  at++;
  while (at < length && (units[at] as number) <= 0x20) at++;
  return at < length && units[at] === COLON;
}

/** The key of the string that starts directly before `from`; empty where there is none. */
function keyBefore({ units }: View, from: number): string {
  let at = from - 1;
  if (at < 0) return '';
  // A number stands behind its colon directly.
  if (units[at] === QUOTE) at--;
  while (at >= 0 && units[at] === BACKSLASH) at--;
  while (at >= 0 && (units[at] as number) <= 0x20) at--;
  if (at < 0 || units[at] !== COLON) return '';
  at--;
  while (at >= 0 && (units[at] as number) <= 0x20) at--;
  if (at < 0 || units[at] !== QUOTE) return '';
  at--;
  while (at >= 0 && units[at] === BACKSLASH) at--;
  const end = at + 1;
  while (at >= 0 && units[at] !== QUOTE && end - at <= LONGEST_KEY) at--;
  return textOf(units, at + 1, end);
}

/** `ecs` in `acs:ecs:…`. */
function isServiceOfArn({ units }: View, from: number): boolean {
  return from >= 4 && textOf(units, from - 4, from) === 'acs:';
}
