import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { FileBlocks } from './platform/node/fileBlocks';
import { gunzip } from './platform/node/gunzip';
import { readRegularNow } from './platform/node/regularFile';
import { BlockSource } from './sources/blockSource';
import { type ObjectJob, ObjectReader } from './sources/objectReader';
import { buffersOf } from './sources/parts';
import { scanParts, type ScanOptions } from './sources/scanParts';

/**
 * The entry of a thread that reads: a file, of which it is told where to begin and to end, or objects of a folder; as often as there is something to read.
 * It gives the rows in parts.
 */
const port = parentPort;
/** What is not read is told by its kind, and put into words in the thread that shows it. */
const said = (fault: string): string => fault;
if (port !== null) {
  const { path } = workerData as { readonly path: string };
  let source: BlockSource | undefined;
  const reader = new ObjectReader(
    {
      read: (uri, most) => readRegularNow(fileURLToPath(uri), most, said),
      gunzip,
      hold: () => true,
      slice: Infinity,
    },
    (batch) => {
      port.postMessage(batch, buffersOf(batch.rows));
    },
  );
  let last = Promise.resolve();
  port.on('message', (task: ScanOptions | readonly ObjectJob[]) => {
    if (isObjects(task)) {
      last = last.then(() => reader.read(task, () => false));
      return;
    }
    source ??= new BlockSource(new FileBlocks(path, said));
    for (const part of scanParts(source, task)) port.postMessage(part, buffersOf(part.rows));
  });
}

function isObjects(task: ScanOptions | readonly ObjectJob[]): task is readonly ObjectJob[] {
  return Array.isArray(task);
}
