import * as vscode from 'vscode';
import { FileError, type FileFault, type Files, faultText, type FileWriter } from './files';
import { MemoryBlocks } from './memoryBlocks';

/** Larger files are not read: the editor's file system gives a file as a whole only. Bytes. */
const MAX_IN_MEMORY = 512 * 1024 * 1024;

const parse = (uri: string): vscode.Uri => vscode.Uri.parse(uri, true);

async function read(uri: string, most: number): Promise<Uint8Array> {
  const { size, type } = await vscode.workspace.fs.stat(parse(uri));
  const fail = (fault: FileFault): never => {
    throw new FileError(fault, faultText(fault, most, vscode.l10n.t));
  };
  if ((type & vscode.FileType.File) === 0) fail('irregular');
  if (size > most) fail('too-large');
  return vscode.workspace.fs.readFile(parse(uri));
}

/** The editor's file systems take a file as a whole only: it is kept until then. */
function buffered(uri: vscode.Uri): FileWriter {
  const parts: Uint8Array[] = [];
  const part = uri.with({ path: `${uri.path}.${Date.now().toString(36)}.part` });
  const discard = async (): Promise<void> => {
    await Promise.resolve(vscode.workspace.fs.delete(part)).catch(() => undefined);
  };
  return {
    write: (bytes) => {
      parts.push(bytes);
      return Promise.resolve();
    },
    close: async () => {
      const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const one of parts) {
        whole.set(one, at);
        at += one.length;
      }
      try {
        await vscode.workspace.fs.writeFile(part, whole);
        await vscode.workspace.fs.rename(part, uri, { overwrite: true });
      } catch (error) {
        await discard();
        throw error;
      }
    },
    discard: () => {
      parts.length = 0;
      return Promise.resolve();
    },
  };
}

/** Files of any file system of the editor. */
export const editorFiles: Files = {
  stat: async (uri) => {
    const { size, mtime, type } = await vscode.workspace.fs.stat(parse(uri));
    const is = (wanted: vscode.FileType): boolean => (type & wanted) !== 0;
    return { size, changed: mtime, isFolder: is(vscode.FileType.Directory), isFile: is(vscode.FileType.File) };
  },
  read,
  readsNow: () => false,
  readNow: (uri) => {
    throw new Error(`not at hand: ${uri}`);
  },
  open: async (uri) => {
    // Asked before it is read: of a change in between it is thought once too often that there was one.
    const { mtime } = await vscode.workspace.fs.stat(parse(uri));
    return new MemoryBlocks(await read(uri, MAX_IN_MEMORY), mtime);
  },
  list: async (uri) => {
    const folder = parse(uri);
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.map(([name, type]) => ({
      name,
      uri: vscode.Uri.joinPath(folder, name).toString(),
      isFolder: type === vscode.FileType.Directory,
    }));
  },
  create: (uri) => Promise.resolve(buffered(parse(uri))),
  watch: (uri, changed) => {
    const file = parse(uri);
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), name.replace(/[[\]{}*?]/g, '[$&]'));
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
    );
  },
};
