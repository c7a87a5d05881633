import * as vscode from 'vscode';
import { Disposable } from './disposable';

/** A file system of ours for reading only, registered for its scheme: nothing is written to it, and it has no folders. */
export abstract class ReadonlyFiles extends Disposable implements vscode.FileSystemProvider {
  private readonly changedFiles = this.register(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
  readonly onDidChangeFile = this.changedFiles.event;

  protected constructor(scheme: string) {
    super();
    this.register(vscode.workspace.registerFileSystemProvider(scheme, this, { isReadonly: true }));
  }

  abstract watch(uri: vscode.Uri): vscode.Disposable;
  abstract stat(uri: vscode.Uri): vscode.FileStat | Promise<vscode.FileStat>;
  abstract readFile(uri: vscode.Uri): Uint8Array | Promise<Uint8Array>;

  readDirectory(): never {
    throw vscode.FileSystemError.Unavailable();
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  /** Lets the editor read a file again. */
  protected tellChanged(uri: vscode.Uri): void {
    this.changedFiles.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }
}
