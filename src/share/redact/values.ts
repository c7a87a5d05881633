import { parseIpv4, parseIpv6 } from '../../knowledge/addresses';
import { isMasked } from '../../knowledge/masks';
import { type KeyKind } from './keyKinds';
import { type Sink } from './kinds';
import { findForms } from './forms/forms';
import { findHost } from './forms/hosts';
import { findMail } from './forms/mails';
import { isVendorName } from './vendor';

const GUID = /^[\dA-F]{8}-[\dA-F]{4}-[\dA-F]{4}-[\dA-F]{4}-[\dA-F]{12}$/i;
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;
const HOST = /^(?:[\w-]{1,63}\.)+[A-Za-z]{2,24}$/;

/** Takes what a field's value holds, by what the field is; `value` is decoded. */
export function findInValue(kind: KeyKind, value: string, sink: Sink): void {
  switch (kind) {
    case 'plain':
      return;
    case undefined:
      break;
    case 'people':
      for (const part of partsOf(value)) findPerson(part, sink);
      break;
    case 'ids':
      for (const part of value.split(/[\s,;"[\]]+/)) if (isId(part)) sink('resources', part);
      break;
    case 'resources':
      for (const part of value.split(/[\s,;"[\]]+/))
        if (part.length > 1 && !isVendorName(part) && !part.startsWith('acs:')) sink('resources', part);
      break;
    case 'emails':
      if (!MAIL.test(value)) findPerson(value, sink);
      break;
    case 'domains':
      if (HOST.test(value)) findHost(value, sink);
      break;
    case 'phones':
      if (value.replace(/\D/g, '').length >= 5 && /^[\d\s()+./*x-]+$/.test(value)) sink('phones', value.trim());
      break;
    case 'secrets':
      // Longer parts of it are found where it is only quoted in part.
      if (!/^(?:true|false|null|\d{1,3}|)$/i.test(value) && !isJson(value)) sink('secrets', value);
      break;
    case 'addresses':
      // One that is none, for a mistake or a mask, is somebody's as well; the other ones are found by their form.
      if (/^[\da-fx*]+(?:[.:][\da-fx*]*){2,}$/i.test(value) && !isAddress(value)) sink('addresses', value);
      break;
    case 'identityNumbers':
    case 'accounts':
    case 'users':
    case 'accessKeys':
    case 'patterns':
      if (!isJson(value)) sink(kind, value);
      break;
  }
  findForms(value, sink);
}

const isAddress = (value: string): boolean => parseIpv4(value) !== undefined || parseIpv6(value) !== undefined;
/** Whether a value is the beginning of JSON, whose members are read one by one. */
const isJson = (value: string): boolean => /^\s*\\*[[{]\s*\\*["'[{\]}]/.test(value);

/** `RoleName:SessionName`, `RoleID:SessionName`; an ARN or an address is one part of its own form. */
function partsOf(value: string): readonly string[] {
  if (value.startsWith('acs:') || isJson(value) || parseIpv6(value) !== undefined) return [];
  return value.split(':');
}

function findPerson(name: string, sink: Sink): void {
  const text = name.trim();
  if (/^\d{5,20}$/.test(text) || (/^[\d*x]{5,20}$/.test(text) && isMasked(text))) sink('accounts', text);
  else if (/^\d{1,4}$/.test(text) || parseIpv4(text) !== undefined) return;
  else if (MAIL.test(text)) findMail(text, sink);
  else sink('users', text);
}

function isId(text: string): boolean {
  return (
    text.length >= 6 &&
    text.length <= 256 &&
    /\d/.test(text) &&
    /^[\w.-]+$/.test(text) &&
    !GUID.test(text) &&
    parseIpv4(text) === undefined
  );
}
