import { Worker } from 'node:worker_threads';
import { type WorkerPort } from '../platform';

/** Starts a script in a thread, for a file of this machine. */
export function startWorker(script: string, path: string): WorkerPort {
  const worker = new Worker(script, { workerData: { path } });
  return {
    post: (message) => {
      worker.postMessage(message);
    },
    listen: (received, failed) => {
      worker.on('message', received);
      worker.on('error', failed);
    },
    dispose: () => void worker.terminate(),
  };
}
