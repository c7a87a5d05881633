import * as vscode from 'vscode';

/** Folders that hold no catalogues, and many files. */
const SKIPPED: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);
/** A checkout of the vendor's metadata has three levels; links may lead round in circles. */
const MAX_DEPTH = 16;
const MAX_NAMES = 100_000;

/** The regular files below a folder, by their paths from it, in order. Throws what the file system throws when the folder cannot be listed. */
export async function filesBelow(folder: vscode.Uri, token?: vscode.CancellationToken): Promise<readonly string[]> {
  const files: string[] = [];
  let names = 0;
  const walk = async (uri: vscode.Uri, path: string, depth: number): Promise<void> => {
    if (depth > MAX_DEPTH || names > MAX_NAMES || token?.isCancellationRequested === true) return;
    const entries = await vscode.workspace.fs.readDirectory(uri);
    names += entries.length;
    for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
      if ((type & vscode.FileType.File) !== 0) files.push(`${path}${name}`);
      else if ((type & vscode.FileType.Directory) !== 0 && !SKIPPED.has(name)) {
        // A folder within that may not be read is left out; the one that was asked for is not.
        await walk(vscode.Uri.joinPath(uri, name), `${path}${name}/`, depth + 1).catch(() => undefined);
      }
    }
  };
  await walk(folder, '', 0);
  return files;
}
