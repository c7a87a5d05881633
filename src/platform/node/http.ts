// Without `node:`: VS Code puts its proxy settings into the modules of exactly these names. Its `fetch` heeds them only since 1.96.
import * as http from 'http';
import * as https from 'https';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { joined } from '../gunzip';
import { HttpError, type HttpAnswer, type HttpGet, type HttpRequest, IdleTimer, mayCarryCredential } from '../http';

const MAX_REDIRECTS = 5;

/** Fetches by Node's http and https, through VS Code's proxy. Follows redirections within the host that the user agreed to, none with a credential. */
export const get: HttpGet = async (request) => {
  let { url } = request;
  if (request.message !== undefined && !mayCarryCredential(url)) throw new HttpError('insecure', new URL(url).origin);
  for (let left = MAX_REDIRECTS; ; left--) {
    const answer = await once({ ...request, url });
    if (answer.location === undefined) return answer;
    if (request.message !== undefined || left === 0) throw new HttpError('redirect', answer.location);
    url = withinHost(answer.location, url);
  }
};

/** The address that a redirection leads to; fails where that is none, or on another host. */
function withinHost(location: string, url: string): string {
  const next = URL.canParse(location, url) ? new URL(location, url) : undefined;
  const { host, protocol } = new URL(url);
  if (next?.host !== host || next.protocol !== protocol) throw new HttpError('redirect', next?.origin ?? location);
  return next.href;
}

function once({ url, message, signal, most, idle, total }: HttpRequest): Promise<HttpAnswer & { readonly location?: string }> {
  return new Promise((resolve, reject) => {
    const { request: start } = url.startsWith('https:') ? https : http;
    const { method = 'GET', headers = {}, body: content } = message ?? {};
    const request = start(url, { method, headers: { accept: 'application/json', 'accept-encoding': 'gzip, br', ...headers } });
    const end = (): void => {
      timer.stop();
      clearTimeout(last);
      signal.removeEventListener('abort', cancel);
    };
    const fail = (error: HttpError): void => {
      end();
      request.destroy();
      reject(error);
    };
    const cancel = (): void => {
      fail(new HttpError('cancelled', url));
    };
    const late = (): void => {
      fail(new HttpError('timeout', url));
    };
    const timer = new IdleTimer(idle, late);
    const last = total === undefined ? undefined : setTimeout(late, total);
    const broken = (error: Error): void => {
      fail(new HttpError('network', error.message));
    };
    signal.addEventListener('abort', cancel);
    request.on('error', broken);
    request.on('response', (response) => {
      const status = response.statusCode ?? 0;
      const { location, 'retry-after': after, 'content-encoding': encoding } = response.headers;
      const isRedirect = status >= 300 && status < 400 && status !== 304 && location !== undefined;
      const chunks: Uint8Array[] = [];
      let size = 0;
      const body =
        encoding === 'gzip'
          ? response.pipe(createGunzip())
          : encoding === 'br'
            ? response.pipe(createBrotliDecompress())
            : response;
      response.on('data', () => {
        timer.again();
      });
      response.on('error', broken);
      response.on('aborted', () => {
        broken(new Error('cut off'));
      });
      body.on('error', broken);
      body.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > most) fail(new HttpError('too-large', url));
        else chunks.push(chunk);
      });
      body.on('end', () => {
        end();
        // What is not complete has been said to be cut off; the length is checked by Node.
        if (!response.complete) return;
        const retryAfter = Number(after ?? NaN);
        resolve({
          status,
          bytes: joined(chunks),
          headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
          ...(Number.isFinite(retryAfter) && { retryAfter }),
          ...(isRedirect && { location }),
        });
      });
    });
    if (signal.aborted) cancel();
    else request.end(content);
  });
}
