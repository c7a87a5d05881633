import { fileURLToPath } from 'node:url';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { editorFiles } from '../editorFiles';
import { type Files } from '../files';
import { inflate } from '../fflateGunzip';
import { type Platform, type WorkerPort } from '../platform';
import { nodeFiles } from './files';
import { gunzip } from './gunzip';
import { get } from './http';

const isLocal = (uri: string): boolean => uri.startsWith('file:');
const filesOf = (uri: string): Files => (isLocal(uri) ? nodeFiles : editorFiles);

/** Node's own files and threads for this machine, the editor's file systems elsewhere. */
export function nodePlatform(dist: string): Platform {
  return {
    files: {
      stat: (uri) => filesOf(uri).stat(uri),
      read: (uri) => filesOf(uri).read(uri),
      readsNow: (uri) => filesOf(uri).readsNow(uri),
      readNow: (uri) => filesOf(uri).readNow(uri),
      open: (uri) => filesOf(uri).open(uri),
      list: (uri) => filesOf(uri).list(uri),
      watch: (uri, changed) => filesOf(uri).watch(uri, changed),
    },
    gunzip,
    gunzipNow: inflate,
    get,
    home: homedir(),
    startWorker: (uri) => (isLocal(uri) ? startWorker(join(dist, 'worker.js'), fileURLToPath(uri)) : undefined),
  };
}

function startWorker(script: string, path: string): WorkerPort {
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
