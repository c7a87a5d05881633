import { parentPort, workerData } from 'node:worker_threads';
import { FileBlocks } from './platform/node/fileBlocks';
import { BlockSource } from './sources/blockSource';
import { buffersOf } from './sources/parts';
import { scanParts, type ScanOptions } from './sources/scanParts';

/** The entry of the thread that scans a file: it is told where to begin, gives the rows in parts, and ends. */
const port = parentPort;
port?.once('message', (options: ScanOptions) => {
  const { path } = workerData as { readonly path: string };
  const blocks = new FileBlocks(path);
  for (const part of scanParts(new BlockSource(blocks), options)) port.postMessage(part, buffersOf(part.rows));
  blocks.dispose();
});
