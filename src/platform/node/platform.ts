import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { l10n } from 'vscode';
import { editorFiles } from '../editorFiles';
import { faultText, type Files } from '../files';
import { inflate } from '../fflateGunzip';
import { type Platform } from '../platform';
import { nodeFiles } from './files';
import { nodeMachine } from './machine';
import { gunzip } from './gunzip';
import { get } from './http';
import { startWorker } from './startWorker';

/** More would need more memory than they gain time. */
const MAX_THREADS = 4;

const isLocal = (uri: string): boolean => uri.startsWith('file:');
const localFiles = nodeFiles((fault, most) => faultText(fault, most, l10n.t));
const filesOf = (uri: string): Files => (isLocal(uri) ? localFiles : editorFiles);

/** Node's own files and threads for this machine, the editor's file systems elsewhere. */
export function nodePlatform(dist: string): Platform {
  return {
    files: {
      stat: (uri) => filesOf(uri).stat(uri),
      read: (uri, most) => filesOf(uri).read(uri, most),
      readsNow: (uri) => filesOf(uri).readsNow(uri),
      readNow: (uri, most) => filesOf(uri).readNow(uri, most),
      open: (uri) => filesOf(uri).open(uri),
      list: (uri) => filesOf(uri).list(uri),
      create: (uri, isSecret) => filesOf(uri).create(uri, isSecret),
      watch: (uri, changed) => filesOf(uri).watch(uri, changed),
    },
    threads: Math.min(MAX_THREADS, availableParallelism()),
    gunzip,
    gunzipNow: inflate,
    get,
    machine: nodeMachine,
    home: homedir(),
    startWorker: (uri) => (isLocal(uri) ? startWorker(join(dist, 'worker.js'), fileURLToPath(uri)) : undefined),
  };
}
