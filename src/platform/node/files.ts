import { unwatchFile, watchFile } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Files } from '../files';
import { FileBlocks } from './fileBlocks';
import { createFile } from './fileWriter';
import { type FaultText, readRegular, readRegularNow } from './regularFile';

/** How often a file is looked at that may grow, in ms. Looking works everywhere: on shares, and where a file is replaced by another. */
const LOOK = 1_000;

/** Files of this machine, by Node; `said` are the words for what is not read. */
export const nodeFiles = (said: FaultText): Files => ({
  stat: async (uri) => {
    const found = await stat(fileURLToPath(uri));
    return { size: found.size, changed: found.mtimeMs, isFolder: found.isDirectory(), isFile: found.isFile() };
  },
  read: (uri, most) => readRegular(fileURLToPath(uri), most, said),
  readsNow: () => true,
  readNow: (uri, most) => readRegularNow(fileURLToPath(uri), most, said),
  open: (uri) => Promise.resolve().then(() => new FileBlocks(fileURLToPath(uri), said)),
  list: async (uri) => {
    const folder = fileURLToPath(uri);
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.map((entry) => ({
      name: entry.name,
      uri: pathToFileURL(join(folder, entry.name)).href,
      isFolder: entry.isDirectory(),
    }));
  },
  create: (uri, isSecret) => createFile(fileURLToPath(uri), isSecret),
  watch: (uri, changed) => {
    const path = fileURLToPath(uri);
    watchFile(path, { interval: LOOK }, changed);
    return {
      dispose: () => {
        unwatchFile(path, changed);
      },
    };
  },
});
