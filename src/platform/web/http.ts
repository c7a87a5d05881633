import { HttpError, type HttpGet, IdleTimer } from '../http';
import { joined } from '../gunzip';

/** Fetches in a web worker: through the browser's proxy, and only from servers that allow it. Carries no credentials: the user's keys are not here. */
export const get: HttpGet = async ({ url, message, signal, most, idle, total }) => {
  if (message !== undefined) throw new HttpError('insecure', url);
  const controller = new AbortController();
  let timedOut = false;
  const stop = (): void => {
    controller.abort();
  };
  const late = (): void => {
    timedOut = true;
    stop();
  };
  const timer = new IdleTimer(idle, late);
  const last = total === undefined ? undefined : setTimeout(late, total);
  signal.addEventListener('abort', stop);
  try {
    if (signal.aborted) throw new HttpError('cancelled', url);
    // A redirection cannot be looked at here, so that it could lead to a host that the user has not agreed to.
    const response = await fetch(url, { signal: controller.signal, redirect: 'manual', credentials: 'omit' });
    const isRedirect = response.status >= 300 && response.status < 400 && response.status !== 304;
    if (response.type === 'opaqueredirect' || isRedirect) throw new HttpError('redirect', url);
    const chunks: Uint8Array[] = [];
    let size = 0;
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
      timer.again();
      const chunk = part.value as Uint8Array;
      size += chunk.length;
      if (size > most) throw new HttpError('too-large', url);
      chunks.push(chunk);
    }
    const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
    return {
      status: response.status,
      bytes: joined(chunks),
      headers: Object.fromEntries(response.headers),
      ...(Number.isFinite(retryAfter) && { retryAfter }),
    };
  } catch (error) {
    if (error instanceof HttpError) throw error;
    if (signal.aborted) throw new HttpError('cancelled', url);
    if (timedOut) throw new HttpError('timeout', url);
    throw new HttpError('network', error instanceof Error ? error.message : String(error));
  } finally {
    controller.abort();
    timer.stop();
    clearTimeout(last);
    signal.removeEventListener('abort', stop);
  }
};
