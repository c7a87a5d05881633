import { type HttpGet, isHttpError } from '../platform/http';
import { CloudError } from './failure';
import { type Wire, type WireEntry } from './wire';

/** Bounds of one answer: bytes as they come, silence and whole time in ms. SQL may take 55 seconds. */
const MOST = 64 * 1024 * 1024;
const IDLE = 90_000;
const TOTAL = 180_000;

/** A wire by the platform's requests, until a signal ends it. */
export function wireOf(get: HttpGet, signal: AbortSignal, log?: (entry: WireEntry) => void): Wire {
  return {
    send: async ({ method, url, headers, body }) => {
      try {
        return await get({ url, message: { method, headers, body }, signal, most: MOST, idle: IDLE, total: TOTAL });
      } catch (error) {
        if (!isHttpError(error)) throw error;
        if (error.fault === 'cancelled') throw new CloudError({ kind: 'cancelled' });
        throw new CloudError({ kind: 'connection', host: new URL(url).host, fault: error.fault, detail: error.message });
      }
    },
    sleep: (ms) =>
      new Promise((resolve, reject) => {
        const cancel = (): void => {
          clearTimeout(timer);
          reject(new CloudError({ kind: 'cancelled' }));
        };
        const timer = setTimeout(() => {
          signal.removeEventListener('abort', cancel);
          resolve();
        }, ms);
        signal.addEventListener('abort', cancel, { once: true });
        if (signal.aborted) cancel();
      }),
    now: () => Date.now(),
    random: () => Math.random(),
    ...(log === undefined ? {} : { log }),
  };
}
