import * as vscode from 'vscode';
import { type Platform } from '../platform/platform';
import { CACHED_FILES, MAX_PACKED } from '../sources/limits';
import { problemMessage, type Unpacked, unpack } from '../sources/unpack';
import { numberOf } from './display';
import { GZIP_SCHEME } from './language';
import { showWarning } from './notices';
import { ReadonlyFiles } from './readonlyFiles';

/** When a watched file is looked at for the first time, in ms. */
const LOOK = 1_000;

interface Content extends Unpacked {
  readonly changed: number;
  /** The size of the compressed file. */
  readonly size: number;
}

/** The address under which the content of a compressed file is read. Its path has no `.gz`: the editor takes the language from it. */
export function contentUri(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ scheme: GZIP_SCHEME, path: uri.path.replace(/\.gz$/i, ''), query: uri.toString() });
}

/** The address of the compressed file. */
export function compressedUri(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(uri.query, true);
}

/** The contents of compressed files, for reading only: nothing is written, here or beside the file. */
export class GzipFiles extends ReadonlyFiles {
  private readonly read = this.register(new vscode.EventEmitter<void>());
  /** A compressed file was read: what is wrong with it is known. */
  readonly onDidRead = this.read.event;
  private readonly problems = new Map<string, string>();
  /** The contents that were read last: the editor asks for the size first, which only the content tells. */
  private readonly contents = new Map<string, Promise<Content>>();

  constructor(private readonly platform: Platform) {
    super(GZIP_SCHEME);
  }

  /** Why the content of a file that was read is not all of it. */
  problemOf(uri: vscode.Uri): string | undefined {
    return this.problems.get(uri.query);
  }

  watch(uri: vscode.Uri): vscode.Disposable {
    // A folder: its files are watched one by one.
    if (uri.query === '') return new vscode.Disposable(() => undefined);
    const changed = (): void => {
      this.contents.delete(uri.query);
      this.tellChanged(uri);
    };
    const watcher = this.platform.files.watch(uri.query, changed);
    // The editor watches a file some time after it has read it: what happened meanwhile is seen by a look.
    const timer = setTimeout(() => {
      void this.isStale(uri).then((isStale) => {
        if (isStale) changed();
      });
    }, LOOK);
    return new vscode.Disposable(() => {
      clearTimeout(timer);
      watcher.dispose();
    });
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { bytes, changed } = await this.content(uri);
    return {
      type: vscode.FileType.File,
      ctime: 0,
      mtime: changed,
      size: bytes.length,
      permissions: vscode.FilePermission.Readonly,
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.content(uri)).bytes;
  }

  /** Whether a file is another one than the one that was read. */
  private async isStale({ query }: vscode.Uri): Promise<boolean> {
    try {
      const known = await this.contents.get(query);
      const { changed, size } = await this.platform.files.stat(query);
      return known !== undefined && (known.changed !== changed || known.size !== size);
    } catch {
      // Gone: the watcher tells.
      return false;
    }
  }

  private async content(uri: vscode.Uri): Promise<Content> {
    const key = uri.query;
    const { changed, size } = await this.platform.files.stat(key);
    const known = await this.contents.get(key)?.catch(() => undefined);
    if (known?.changed === changed && known.size === size) return known;
    const reading = this.unpack(key, changed, size);
    this.contents.delete(key);
    this.contents.set(key, reading);
    for (const other of this.contents.keys()) {
      if (this.contents.size <= CACHED_FILES) break;
      this.contents.delete(other);
    }
    return reading;
  }

  private async unpack(key: string, changed: number, size: number): Promise<Content> {
    const { files, gunzip } = this.platform;
    const unpacked = await unpack(await files.read(key, MAX_PACKED), gunzip);
    if (unpacked.problem === undefined) this.problems.delete(key);
    else {
      const message = problemMessage(unpacked.problem, unpacked.bytes.length, vscode.l10n.t, numberOf);
      this.problems.set(key, message);
      const name = vscode.Uri.parse(key, true).path.split('/').at(-1) ?? '';
      void showWarning(`${name}: ${message}`);
    }
    this.read.fire();
    return { ...unpacked, changed, size };
  }
}
