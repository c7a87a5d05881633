import { canonicalQuery, hex, hmac, sha256, utf8 } from './bytes';
import { type AccessKey, addressOf, type Call, type Circumstances, type SignedRequest } from './call';

const ALGORITHM = 'SLS4-HMAC-SHA256';
const SCOPE_END = 'aliyun_v4_request';

/** What a signature of Log Service, version 4, is made of. Header names are in lower case. */
export interface Sls4Input {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The SHA-256 of the body, in hexadecimal digits. */
  readonly payload: string;
  /** `YYYYMMDDThhmmssZ` */
  readonly date: string;
  readonly region: string;
}

/** The value of `Authorization` of signature version 4 of Log Service. All headers are signed. */
export async function sls4Authorization(input: Sls4Input, key: AccessKey): Promise<string> {
  const { method, path, query, headers, payload, date, region } = input;
  const day = date.slice(0, 8);
  const scope = `${day}/${region}/sls/${SCOPE_END}`;
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${(headers[name] ?? '').trim()}\n`).join('');
  const request = [method, path, canonicalQuery(query), lines, names.join(';'), payload].join('\n');
  let signing = utf8(`aliyun_v4${key.secret}`);
  for (const part of [day, region, 'sls', SCOPE_END]) signing = await hmac(signing, part);
  const signature = await hmac(signing, [ALGORITHM, date, scope, await sha256(utf8(request))].join('\n'));
  return `${ALGORITHM} Credential=${key.id}/${scope},Signature=${hex(signature)}`;
}

/** A call of Log Service, signed. */
export async function signLog(
  call: Call,
  region: string,
  key: AccessKey,
  { endpoint, now }: Circumstances,
): Promise<SignedRequest> {
  const url = addressOf(call, endpoint);
  const body = utf8(call.body ?? '');
  const payload = await sha256(body);
  const date = `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const headers = {
    host: url.host,
    'x-log-apiversion': '0.6.0',
    'x-log-bodyrawsize': String(body.length),
    'x-log-content-sha256': payload,
    'x-log-date': date,
    ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key.token === undefined ? {} : { 'x-acs-security-token': key.token }),
  };
  const { method, query } = call;
  const authorization = await sls4Authorization({ method, path: url.pathname, query, headers, payload, date, region }, key);
  url.search = canonicalQuery(query);
  const sent = { ...headers, authorization, 'content-length': String(body.length), 'accept-encoding': 'gzip' };
  return { method, url: url.href, headers: sent, body };
}
