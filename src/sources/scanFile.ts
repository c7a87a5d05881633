import { type Platform } from '../platform/platform';
import { SLICE, SLICE_WINDOW, WORKER_FROM } from './limits';
import { type Part } from './parts';
import { type ScanJob } from './scanJob';
import { scanParts } from './scanParts';
import { scanSegments } from './scanSegments';

/** Scans a file: in threads of its own where there are some and it pays, else here in slices. Resolves at the end, or when it was cancelled. */
export async function scanFile(platform: Platform, job: ScanJob): Promise<void> {
  const { source, options, signal } = job;
  if (signal.aborted) return;
  if (source.length - (options.from ?? 0) < WORKER_FROM) {
    await scanInSlices(job);
    return;
  }
  const place = await scanSegments(platform, job);
  if (place === undefined || signal.aborted) return;
  const rest = { ...job, options: { ...options, ...place } };
  if (!(await scanInWorker(platform, rest))) await scanInSlices(rest);
}

/** False where there is no thread to scan in. */
function scanInWorker(platform: Platform, { uri, options, signal, took }: ScanJob): Promise<boolean> {
  const port = platform.startWorker(uri);
  if (port === undefined) return Promise.resolve(false);
  return new Promise((resolve, reject) => {
    const end = (): void => {
      port.dispose();
      signal.removeEventListener('abort', end);
      resolve(true);
    };
    signal.addEventListener('abort', end);
    port.listen(
      (message) => {
        if (signal.aborted) return;
        const part = message as Part;
        took(part);
        if (part.isLast) end();
      },
      (error) => {
        port.dispose();
        signal.removeEventListener('abort', end);
        reject(error);
      },
    );
    port.post(options);
  });
}

async function scanInSlices({ source, options, signal, took }: ScanJob): Promise<void> {
  let until = performance.now() + SLICE;
  for (const part of scanParts(source, { window: SLICE_WINDOW, ...options, partLength: 1 })) {
    took(part);
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal.aborted) return;
    until = performance.now() + SLICE;
  }
}
