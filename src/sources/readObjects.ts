import { type Platform, type WorkerPort } from '../platform/platform';
import { OBJECTS_AT_ONCE, SLICE, THREADS_FROM } from './limits';
import { orAborted } from './orAborted';
import { type Batch, type ObjectFiles, type ObjectJob, ObjectReader } from './objectReader';

/** Objects of a folder that are being read. */
export interface ReadingJob {
  /** The folder's address. */
  readonly folder: string;
  readonly objects: readonly ObjectJob[];
  readonly hold: ObjectFiles['hold'];
  readonly signal: AbortSignal;
  /** Called once for each reader; what it gives is called with all of the reader's batches. */
  readonly takes: () => (batch: Batch) => void;
}

/** Reads objects: in threads of their own where there are some and it pays, else here in slices. Resolves at the end, or when it was cancelled. */
export async function readObjects(platform: Platform, job: ReadingJob): Promise<void> {
  const { objects, signal } = job;
  let at = 0;
  const next = (): readonly ObjectJob[] => (signal.aborted ? [] : objects.slice(at, (at += OBJECTS_AT_ONCE)));
  const ports: WorkerPort[] = [];
  for (let count = 0; count < platform.threads && objects.length >= THREADS_FROM; count++) {
    const port = platform.startWorker(job.folder);
    if (port !== undefined) ports.push(port);
  }
  try {
    if (ports.length > 0) await Promise.all(ports.map((port) => readInWorker(port, next, job)));
    else await readHere(platform, next, job);
  } finally {
    for (const port of ports) port.dispose();
  }
}

function readInWorker(port: WorkerPort, next: () => readonly ObjectJob[], { signal, takes }: ReadingJob): Promise<void> {
  return new Promise((resolve, reject) => {
    const take = takes();
    let open = 0;
    const end = (): void => {
      signal.removeEventListener('abort', end);
      resolve();
    };
    const go = (): void => {
      const jobs = next();
      if (jobs.length === 0) return;
      open++;
      port.post(jobs);
    };
    signal.addEventListener('abort', end);
    port.listen(
      (message) => {
        if (signal.aborted) return;
        const batch = message as Batch;
        take(batch);
        if (!batch.isLast) return;
        open--;
        go();
        if (open === 0) end();
      },
      (error) => {
        signal.removeEventListener('abort', end);
        reject(error);
      },
    );
    // One waits there while another is read: the thread never waits for this one.
    go();
    go();
    if (open === 0) end();
  });
}

async function readHere(platform: Platform, next: () => readonly ObjectJob[], job: ReadingJob): Promise<void> {
  const { files, gunzip } = platform;
  const { signal, hold } = job;
  const reader = new ObjectReader({ read: (uri, most) => files.read(uri, most), gunzip, hold, slice: SLICE }, job.takes());
  for (let jobs = next(); jobs.length > 0; jobs = next())
    await orAborted(
      reader.read(jobs, () => signal.aborted),
      signal,
    );
}
