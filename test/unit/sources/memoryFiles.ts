import { FileError, type Files } from '../../../src/platform/files';
import { inflate } from '../../../src/platform/fflateGunzip';
import { MemoryBlocks } from '../../../src/platform/memoryBlocks';
import { gunzip } from '../../../src/platform/node/gunzip';
import { type Platform } from '../../../src/platform/platform';

/** Files in memory, by paths that begin with `/`; a folder is what lies below it. Files that are undefined cannot be read. */
export class MemoryFiles implements Files {
  readonly content = new Map<string, Uint8Array | undefined>();
  /** How many bytes were read in parts. */
  bytesRead = 0;
  /** When files were changed, in ms. */
  readonly changed = new Map<string, number>();
  /** Files that are open. */
  openFiles = 0;
  /** Files that were read as a whole. */
  readonly wasRead: string[] = [];

  constructor(private readonly isNear = true) {}

  readonly stat: Files['stat'] = (uri) =>
    Promise.resolve({
      size: this.content.get(uri)?.length ?? 1,
      changed: this.changed.get(uri) ?? 0,
      isFolder: !this.content.has(uri),
      isFile: this.content.has(uri),
    });

  readonly read: Files['read'] = (uri, most) => {
    this.wasRead.push(uri);
    return Promise.resolve().then(() => this.readNow(uri, most));
  };

  readonly readsNow: Files['readsNow'] = () => this.isNear;

  readonly readNow: Files['readNow'] = (uri, most) => {
    const bytes = this.content.get(uri);
    if (bytes === undefined) throw new Error('no permission');
    if (bytes.length > most) throw new FileError('too-large', 'too large');
    return bytes;
  };

  readonly open: Files['open'] = async (uri) => {
    const blocks = new MemoryBlocks(await this.read(uri, Infinity), this.changed.get(uri));
    this.openFiles++;
    let isOpen = true;
    const counted =
      <T>(read: (start: number, end: number) => T) =>
      (start: number, end: number): T => {
        if (!isOpen) throw new Error('the file has been closed');
        this.bytesRead += end - start;
        return read(start, end);
      };
    return {
      size: blocks.size,
      changed: blocks.changed,
      read: counted((start, end) => blocks.read(start, end)),
      readLatin1: counted((start, end) => blocks.readLatin1(start, end)),
      dispose: () => {
        if (isOpen) this.openFiles--;
        isOpen = false;
      },
    };
  };

  readonly list: Files['list'] = (uri) => {
    const names = new Map<string, boolean>();
    for (const path of this.content.keys()) {
      if (!path.startsWith(`${uri}/`)) continue;
      const [name = '', ...rest] = path.slice(uri.length + 1).split('/');
      names.set(name, rest.length > 0);
    }
    return Promise.resolve([...names].map(([name, isFolder]) => ({ name, uri: `${uri}/${name}`, isFolder })));
  };

  readonly create: Files['create'] = () => Promise.reject(new Error('nothing is written here'));

  readonly watch: Files['watch'] = () => ({ dispose: () => undefined });
}

export function platformOf(files: Files): Platform {
  return {
    files,
    gunzip,
    gunzipNow: inflate,
    startWorker: () => undefined,
    threads: 1,
    get: () => Promise.reject(new Error('no network')),
  };
}
