import * as vscode from 'vscode';
import { type Importer, importableFiles } from '../knowledge/import/importer';
import { MAX_FILE, MAX_FILES, MAX_TOTAL } from '../knowledge/import/limits';
import { isFileError, reasonOf } from '../platform/files';
import { type ReadFiles } from './notedFiles';
import { filesBelow } from './walk';

/** How long reading may hold the extension host at a time; ms. */
const SLICE = 10;

/** Files and folders as people name them. */
export function labelOf(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
}

/** Adds a file, a zip or a folder to an import, resting between files. What cannot be read is reported there. `wanted` chooses from a folder. */
export async function readInto(
  files: ReadFiles,
  importer: Importer,
  uri: vscode.Uri,
  token?: vscode.CancellationToken,
  wanted?: (path: string) => boolean,
): Promise<void> {
  const label = labelOf(uri);
  try {
    const { isFolder } = await files.stat(uri.toString());
    if (isFolder) await readFolder(files, importer, uri, label, token, wanted);
    else await readFile(files, importer, uri, label, token);
  } catch (error) {
    importer.report('unreadable', label, reasonOf(error));
  }
}

async function readFolder(
  files: ReadFiles,
  importer: Importer,
  folder: vscode.Uri,
  label: string,
  token: vscode.CancellationToken | undefined,
  wanted: ((path: string) => boolean) | undefined,
): Promise<void> {
  const below = await filesBelow(folder, token);
  const paths = wanted ? ((await inSlices(chosenFrom(below, wanted), token)) ?? []) : importableFiles(below);
  if (paths.length === 0) importer.report(wanted ? 'no-match' : 'unknown-format', label);
  if (paths.length > MAX_FILES) importer.report('too-many', label, String(MAX_FILES));
  let total = 0;
  for (const path of paths.slice(0, MAX_FILES)) {
    if (token?.isCancellationRequested === true) return;
    const uri = vscode.Uri.joinPath(folder, path);
    total += await readFile(files, importer, uri, labelOf(uri), token);
    if (total > MAX_TOTAL) {
      importer.report('too-large', label, `${MAX_TOTAL / 1024 / 1024} MB`);
      return;
    }
  }
}

function* chosenFrom(paths: readonly string[], wanted: (path: string) => boolean): Generator<void, readonly string[]> {
  const chosen: string[] = [];
  for (const path of paths) {
    if (wanted(path)) chosen.push(path);
    yield;
  }
  return chosen;
}

/** Gives the file's size. */
async function readFile(
  files: ReadFiles,
  importer: Importer,
  uri: vscode.Uri,
  label: string,
  token: vscode.CancellationToken | undefined,
): Promise<number> {
  try {
    const bytes = await files.read(uri.toString(), MAX_FILE);
    const { length } = bytes;
    await inSlices(importer.add(label, bytes), token);
    return length;
  } catch (error) {
    if (isFileError(error) && error.fault === 'too-large') importer.report('too-large', label, `${MAX_FILE / 1024 / 1024} MB`);
    else importer.report('unreadable', label, reasonOf(error));
    return 0;
  }
}

/** Runs steps without holding the extension host; gives what they return, or undefined when cancelled. */
export async function inSlices<T>(steps: Generator<void, T>, token?: vscode.CancellationToken): Promise<T | undefined> {
  for (let end = performance.now() + SLICE; ;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < end) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (token?.isCancellationRequested === true) return undefined;
    end = performance.now() + SLICE;
  }
}
