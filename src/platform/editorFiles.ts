import * as vscode from 'vscode';
import { type Files } from './files';
import { MemoryBlocks } from './memoryBlocks';

/** Larger files are not read: the editor's file system gives a file as a whole only. Bytes. */
const MAX_IN_MEMORY = 512 * 1024 * 1024;

const parse = (uri: string): vscode.Uri => vscode.Uri.parse(uri, true);

async function read(uri: string): Promise<Uint8Array> {
  const { size } = await vscode.workspace.fs.stat(parse(uri));
  if (size > MAX_IN_MEMORY) {
    const limit = String(MAX_IN_MEMORY / 1024 / 1024);
    throw new Error(vscode.l10n.t('The file has more than {0} MB, and can only be read as a whole where it is.', limit));
  }
  return vscode.workspace.fs.readFile(parse(uri));
}

/** Files of any file system of the editor. */
export const editorFiles: Files = {
  stat: async (uri) => {
    const { size, mtime, type } = await vscode.workspace.fs.stat(parse(uri));
    return { size, changed: mtime, isFolder: (type & vscode.FileType.Directory) !== 0 };
  },
  read,
  readsNow: () => false,
  readNow: (uri) => {
    throw new Error(`not at hand: ${uri}`);
  },
  open: async (uri) => new MemoryBlocks(await read(uri)),
  list: async (uri) => {
    const folder = parse(uri);
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.map(([name, type]) => ({
      name,
      uri: vscode.Uri.joinPath(folder, name).toString(),
      isFolder: type === vscode.FileType.Directory,
    }));
  },
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
