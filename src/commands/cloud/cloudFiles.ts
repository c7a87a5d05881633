import * as vscode from 'vscode';
import { CLOUD_SCHEME } from '../../workspace/language';
import { ReadonlyFiles } from '../../workspace/readonlyFiles';
import { tabbedUris } from '../../workspace/tabs';
import { CloudLog } from './cloudLog';
import { type CloudWish, type Remembered } from './remembered';

/** The logs from the cloud, for reading only. They are in memory as long as a tab shows them; one of an earlier session is empty. */
export class CloudFiles extends ReadonlyFiles {
  private readonly changed = this.register(new vscode.EventEmitter<CloudLog>());
  /** What is said of a log is another. */
  readonly onDidChange = this.changed.event;
  private readonly logs = new Map<string, CloudLog>();

  constructor(private readonly remembered: Remembered) {
    super(CLOUD_SCHEME);
    this.register(
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.length > 0) this.forget();
      }),
    );
  }

  /** Makes a log, which is empty yet. */
  async create(wish: CloudWish): Promise<CloudLog> {
    const log = new CloudLog(crypto.randomUUID(), wish);
    this.logs.set(log.id, log);
    await this.remembered.add(log.id, wish);
    return log;
  }

  /** The log of an address; undefined where none is known. */
  find({ scheme, query }: vscode.Uri): CloudLog | undefined {
    if (scheme !== CLOUD_SCHEME) return undefined;
    const known = this.logs.get(query);
    const wish = known === undefined ? this.remembered.get(query) : undefined;
    if (wish === undefined) return known;
    const log = new CloudLog(query, wish);
    this.logs.set(query, log);
    return log;
  }

  /** Lets the editor read a log again. */
  refresh(log: CloudLog): void {
    log.changed = Math.max(log.changed + 1, Date.now());
    this.tellChanged(log.uri);
    this.changed.fire(log);
  }

  /** Lets what is said of a log be said again. */
  tell(log: CloudLog): void {
    this.changed.fire(log);
  }

  drop(log: CloudLog): void {
    this.logs.delete(log.id);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { size, changed } = this.get(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: changed, size, permissions: vscode.FilePermission.Readonly };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return this.get(uri).content();
  }

  private get(uri: vscode.Uri): CloudLog {
    const log = this.find(uri);
    if (log === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return log;
  }

  private forget(): void {
    const tabs = tabbedUris();
    for (const log of this.logs.values()) if (!log.isBusy && !tabs.has(log.uri.toString())) this.drop(log);
  }
}
