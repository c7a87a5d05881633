import { parentPort, workerData } from 'node:worker_threads';
import { FileBlocks } from './platform/node/fileBlocks';
import { BlockSource } from './sources/blockSource';
import { buffersOf } from './sources/parts';
import { scanParts, type ScanOptions } from './sources/scanParts';

/** The entry of a thread that scans a file: it is told where to begin and to end, as often as there is something to scan, and gives the rows in parts. */
const port = parentPort;
if (port !== null) {
  const { path } = workerData as { readonly path: string };
  const source = new BlockSource(new FileBlocks(path));
  port.on('message', (options: ScanOptions) => {
    for (const part of scanParts(source, options)) port.postMessage(part, buffersOf(part.rows));
  });
}
