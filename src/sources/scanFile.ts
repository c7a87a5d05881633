import { type Blocks } from '../platform/files';
import { type Platform } from '../platform/platform';
import { type BlockSource } from './blockSource';
import { SLICE, WORKER_FROM } from './limits';
import { type Part } from './parts';
import { scanParts, type ScanOptions } from './scanParts';

/** A file that is being scanned. */
export interface ScanJob {
  readonly uri: string;
  readonly blocks: Blocks;
  readonly source: BlockSource;
  readonly options: ScanOptions;
  readonly signal: AbortSignal;
  readonly took: (part: Part) => void;
}

/** Scans a file: in a thread of its own where there is one and it pays, else here in slices. Resolves at the end, or when it was cancelled. */
export async function scanFile(platform: Platform, job: ScanJob): Promise<void> {
  const isLong = job.source.length - (job.options.from ?? 0) >= WORKER_FROM;
  const isDone = isLong && (await scanInWorker(platform, job));
  if (!isDone) await scanInSlices(job);
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
        reject(error);
      },
    );
    port.post(options);
  });
}

async function scanInSlices({ source, options, signal, took }: ScanJob): Promise<void> {
  let until = performance.now() + SLICE;
  for (const part of scanParts(source, { ...options, partLength: 1 })) {
    took(part);
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal.aborted) return;
    until = performance.now() + SLICE;
  }
}
