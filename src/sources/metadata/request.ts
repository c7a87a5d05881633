import { type HttpAnswer, type HttpFault, type HttpGet, isHttpError } from '../../platform/http';
import { BACKOFF, IDLE, MAX_ANSWER, MAX_RETRY_AFTER, RETRIES, TOTAL } from './limits';

/** Why an address gave nothing: what HttpFault says, a status that is no success, or what came is no JSON of the form that is expected. */
export type DownloadFault = HttpFault | 'status' | 'not-json' | 'other-json' | 'wrong-language' | 'no-product';

export class DownloadError extends Error {
  constructor(
    readonly fault: DownloadFault,
    readonly url: string,
    detail: string,
  ) {
    super(detail);
  }
}

/** How requests are made; tests make them shorter. */
export interface RequestOptions {
  readonly get: HttpGet;
  readonly signal: AbortSignal;
  readonly idle?: number;
  readonly total?: number;
  readonly backoff?: number;
  readonly most?: number;
}

/** Fetches JSON; tries again where that may help and time is left: no connection, no answer in time, a server that is busy or broken. */
export async function fetchJson(url: string, options: RequestOptions): Promise<unknown> {
  const { backoff = BACKOFF, total = TOTAL, signal } = options;
  const end = performance.now() + total;
  for (let tries = 0; ; tries++) {
    try {
      return parse(url, await attempt(url, options, end - performance.now()));
    } catch (error) {
      if (!(error instanceof DownloadError)) throw error;
      const wait = waitFor(error, tries, backoff);
      if (wait === undefined || performance.now() + wait >= end) throw error;
      await sleep(wait, url, signal);
    }
  }
}

class StatusError extends DownloadError {
  constructor(
    url: string,
    readonly status: number,
    readonly retryAfter: number | undefined,
  ) {
    super('status', url, String(status));
  }
}

async function attempt(
  url: string,
  { get, signal, idle = IDLE, most = MAX_ANSWER }: RequestOptions,
  total: number,
): Promise<HttpAnswer> {
  try {
    const answer = await get({ url, signal, most, idle, total });
    if (answer.status === 200) return answer;
    throw new StatusError(url, answer.status, answer.retryAfter);
  } catch (error) {
    if (isHttpError(error)) throw new DownloadError(error.fault, url, error.message);
    throw error;
  }
}

/** How long to wait before another try, in ms; undefined where it would not help. */
function waitFor(error: DownloadError, tries: number, backoff: number): number | undefined {
  if (tries >= RETRIES) return undefined;
  const usual = backoff * 2 ** tries;
  if (error instanceof StatusError) {
    if (error.status !== 429 && error.status < 500) return undefined;
    if (error.retryAfter === undefined) return usual;
    return error.retryAfter <= MAX_RETRY_AFTER ? error.retryAfter * 1000 : undefined;
  }
  return error.fault === 'timeout' || error.fault === 'network' ? usual : undefined;
}

function parse(url: string, { bytes }: HttpAnswer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new DownloadError('not-json', url, error instanceof Error ? error.message : String(error));
  }
}

function sleep(time: number, url: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => {
      clearTimeout(timer);
      reject(new DownloadError('cancelled', url, ''));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', cancel);
      resolve();
    }, time);
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
  });
}
