import { canonicalQuery, hex, hmac, sha256, utf8 } from './bytes';
import { type AccessKey, addressOf, type Call, type Circumstances, type SignedRequest } from './call';

const ALGORITHM = 'ACS3-HMAC-SHA256';

/** What an ACS3 signature is made of. Header names are in lower case. */
export interface Acs3Input {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The SHA-256 of the body, in hexadecimal digits. */
  readonly payload: string;
}

/** The value of `Authorization` of signature version 3, which RPC operations take. All headers are signed. */
export async function acs3Authorization({ method, path, query, headers, payload }: Acs3Input, key: AccessKey): Promise<string> {
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${(headers[name] ?? '').trim()}\n`).join('');
  const signed = names.join(';');
  const request = [method, path, canonicalQuery(query), lines, signed, payload].join('\n');
  const signature = hex(await hmac(utf8(key.secret), `${ALGORITHM}\n${await sha256(utf8(request))}`));
  return `${ALGORITHM} Credential=${key.id},SignedHeaders=${signed},Signature=${signature}`;
}

/** An RPC call, signed. Its parameters stand in the query, its body is empty. */
export async function signRpc(
  call: Call,
  version: string,
  key: AccessKey,
  { endpoint, now, nonce }: Circumstances,
): Promise<SignedRequest> {
  const url = addressOf(call, endpoint);
  const body = utf8(call.body ?? '');
  const payload = await sha256(body);
  const headers = {
    host: url.host,
    'x-acs-action': call.action,
    'x-acs-content-sha256': payload,
    'x-acs-date': `${new Date(now).toISOString().slice(0, 19)}Z`,
    'x-acs-signature-nonce': nonce,
    'x-acs-version': version,
    ...(key.token === undefined ? {} : { 'x-acs-security-token': key.token }),
  };
  const { method, query } = call;
  const authorization = await acs3Authorization({ method, path: url.pathname, query, headers, payload }, key);
  url.search = canonicalQuery(query);
  return { method, url: url.href, headers: { ...headers, authorization, 'content-length': String(body.length) }, body };
}
