import { createHash, createHmac } from 'node:crypto';
import { type Got, logError, type Reply, rpcError } from './request';

/** Keys that the stand-in knows: by id, the secret, and the token of temporary ones. */
export type Keys = Readonly<Record<string, { readonly secret: string; readonly token?: string; readonly isExpired?: boolean }>>;

const SKEW = 15 * 60_000;
const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const header = ({ headers }: Got, name: string): string => String(headers[name] ?? '');
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (unit) => `%${unit.charCodeAt(0).toString(16).toUpperCase()}`);

/** What is wrong with a request's signature, by the documented methods, worked out anew; undefined where nothing is. */
export function refusal(got: Got, keys: Keys, now: number): Reply | undefined {
  const authorization = header(got, 'authorization');
  if (authorization.startsWith('ACS3-HMAC-SHA256 ')) return acs3(got, authorization, keys, now);
  if (authorization.startsWith('SLS4-HMAC-SHA256 ')) return sls4(got, authorization, keys, now);
  if (authorization.startsWith('LOG ')) return sls1(got, authorization, keys, now);
  return rpcError(400, 'MissingSignature', 'no signature');
}

function field(text: string, name: string): string {
  return new RegExp(`${name}=([^,]*)`).exec(text)?.[1] ?? '';
}

function sortedQuery({ query }: Got, skipEmpty = false): string {
  return [...query]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => (value === '' && skipEmpty ? encode(name) : `${encode(name)}=${encode(value)}`))
    .join('&');
}

function lines(got: Got, names: readonly string[]): string {
  return names.map((name) => `${name}:${header(got, name).trim()}\n`).join('');
}

function acs3(got: Got, authorization: string, keys: Keys, now: number): Reply | undefined {
  const id = field(authorization, 'Credential');
  const key = keys[id];
  if (key === undefined) return rpcError(404, 'InvalidAccessKeyId.NotFound', 'Specified access key is not found.');
  const token = header(got, 'x-acs-security-token');
  if ((key.token ?? '') !== token || key.isExpired === true)
    return rpcError(400, 'InvalidSecurityToken.Expired', `Specified SecurityToken ${token} is expired.`);
  if (Math.abs(Date.parse(header(got, 'x-acs-date')) - now) > SKEW)
    return rpcError(400, 'InvalidTimeStamp.Expired', 'Specified time stamp is expired.');
  const signed = field(authorization, 'SignedHeaders').split(';');
  for (const name of ['host', 'x-acs-action', 'x-acs-content-sha256', 'x-acs-date', 'x-acs-signature-nonce', 'x-acs-version'])
    if (!signed.includes(name)) return rpcError(400, 'IncompleteSignature', `${name} is not signed`);
  if (sha256(got.body) !== header(got, 'x-acs-content-sha256'))
    return rpcError(400, 'IncompleteSignature', 'the body is another');
  const canonical = [got.method, got.path, sortedQuery(got), lines(got, signed), signed.join(';'), sha256(got.body)].join('\n');
  const signature = hmac(key.secret, `ACS3-HMAC-SHA256\n${sha256(canonical)}`).toString('hex');
  return signature === field(authorization, 'Signature')
    ? undefined
    : rpcError(
        400,
        'SignatureDoesNotMatch',
        `Specified signature does not match our calculation. server string to sign is:${canonical}`,
      );
}

function logKey(got: Got, id: string, keys: Keys): Reply | undefined {
  const key = keys[id];
  if (key === undefined) return logError(401, 'InvalidAccessKeyId', `AccessKeyId not found: ${id}`);
  if ((key.token ?? '') !== header(got, 'x-acs-security-token') || key.isExpired === true)
    return logError(401, 'SecurityTokenExpired', 'The token is expired');
  return undefined;
}

function sls4(got: Got, authorization: string, keys: Keys, now: number): Reply | undefined {
  const [id = '', day = '', region = ''] = field(authorization, 'Credential').split('/');
  const wrong = logKey(got, id, keys);
  if (wrong !== undefined) return wrong;
  const date = header(got, 'x-log-date');
  const at = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(at - now) < SKEW) || !date.startsWith(day))
    return logError(400, 'RequestTimeTooSkewed', 'The request time is too skewed');
  if (sha256(got.body) !== header(got, 'x-log-content-sha256')) return logError(400, 'SignatureNotMatch', 'the body is another');
  const signed = Object.keys(got.headers)
    .filter((name) => /^x-log-|^x-acs-|^host$|^content-type$/.test(name))
    .sort();
  const canonical = [got.method, got.path, sortedQuery(got, true), lines(got, signed), signed.join(';'), sha256(got.body)].join(
    '\n',
  );
  const signing = [day, region, 'sls', 'aliyun_v4_request'].reduce<Buffer>(
    (one, part) => hmac(one, part),
    Buffer.from(`aliyun_v4${keys[id]?.secret ?? ''}`),
  );
  const scope = `${day}/${region}/sls/aliyun_v4_request`;
  const signature = hmac(signing, `SLS4-HMAC-SHA256\n${date}\n${scope}\n${sha256(canonical)}`).toString('hex');
  return signature === field(authorization, 'Signature')
    ? undefined
    : logError(401, 'SignatureNotMatch', `signature not match ${canonical}`);
}

function sls1(got: Got, authorization: string, keys: Keys, now: number): Reply | undefined {
  const [id = '', given] = authorization.slice('LOG '.length).split(':');
  const wrong = logKey(got, id, keys);
  if (wrong !== undefined) return wrong;
  if (!(Math.abs(Date.parse(header(got, 'date')) - now) < SKEW))
    return logError(400, 'RequestTimeExpired', 'The request time is expired');
  const md5 = got.body.length === 0 ? '' : createHash('md5').update(got.body).digest('hex').toUpperCase();
  if (md5 !== header(got, 'content-md5')) return logError(401, 'SignatureNotMatch', 'the body is another');
  const names = Object.keys(got.headers)
    .filter((name) => /^x-log-|^x-acs-/.test(name))
    .sort();
  const resource = [...got.query]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const text = `${got.method}\n${md5}\n${header(got, 'content-type')}\n${header(got, 'date')}\n${lines(got, names)}${got.path}${resource === '' ? '' : `?${resource}`}`;
  const method = header(got, 'x-log-signaturemethod') === 'hmac-sha1' ? 'sha1' : 'sha256';
  const signature = createHmac(method, keys[id]?.secret ?? '')
    .update(text)
    .digest('base64');
  return signature === given ? undefined : logError(401, 'SignatureNotMatch', 'signature not match');
}
