import * as vscode from 'vscode';
import { type CatalogueFile } from '../knowledge/entry';
import { readSet, type SetMeta, type StoredSet, writeSet } from '../knowledge/import/stored';
import { reasonOf } from '../platform/files';
import { Disposable } from './disposable';

const EXTENSION = '.catalogue';
/** Changes that come together, from this window or another one, are one; ms. */
const SETTLE = 100;

/** A stored set; one that cannot be read has a reason instead of events, and can be removed. */
export interface Stored {
  readonly id: string;
  readonly set: StoredSet | undefined;
  readonly reason: string | undefined;
}

/** The imported sets: one file each in the extension's global storage, the same in all windows. */
export class CatalogueStore extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  /** Some set was added, replaced or removed, here or in another window. */
  readonly onDidChange = this.changed.event;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly folder: vscode.Uri) {
    super();
    const watcher = this.register(vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, `*${EXTENSION}`)));
    for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete])
      this.register(
        event(() => {
          this.fire();
        }),
      );
  }

  /** All sets, the latest first. */
  async list(): Promise<readonly Stored[]> {
    const names = await vscode.workspace.fs.readDirectory(this.folder).then(
      (entries) => entries.map(([name]) => name).filter((name) => name.endsWith(EXTENSION)),
      () => [],
    );
    const sets = await Promise.all(names.map((name) => this.read(name)));
    const date = ({ set }: Stored): string => set?.meta.date ?? '';
    return sets.sort((a, b) => (date(a) < date(b) ? 1 : -1));
  }

  /** Stores a set in the place of one with the same id. Another window never sees a part of it. */
  async save(meta: SetMeta, files: readonly CatalogueFile[]): Promise<void> {
    await vscode.workspace.fs.createDirectory(this.folder);
    const target = this.uriOf(meta.id);
    const part = vscode.Uri.joinPath(this.folder, `${meta.id}.part`);
    await vscode.workspace.fs.writeFile(part, new TextEncoder().encode(writeSet(meta, files)));
    await vscode.workspace.fs.rename(part, target, { overwrite: true });
    this.fire();
  }

  async remove(id: string): Promise<void> {
    await vscode.workspace.fs.delete(this.uriOf(id));
    this.fire();
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private fire(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.changed.fire();
    }, SETTLE);
  }

  private async read(name: string): Promise<Stored> {
    const id = name.slice(0, -EXTENSION.length);
    try {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.folder, name));
      return { id, set: readSet(new TextDecoder().decode(bytes)), reason: undefined };
    } catch (error) {
      return { id, set: undefined, reason: reasonOf(error) };
    }
  }

  private uriOf(id: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, `${id}${EXTENSION}`);
  }
}
