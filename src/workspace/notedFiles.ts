import { type Files, type FileStat } from '../platform/files';

/** What is needed to read files. */
export type ReadFiles = Pick<Files, 'stat' | 'read'>;

/** Files whose state is noted as they are read. An editor watches a file some time after it has read it: what happens meanwhile is seen by a later look only. */
export class NotedFiles implements ReadFiles {
  private readonly states = new Map<string, string>();

  constructor(private readonly files: ReadFiles) {}

  async stat(uri: string): Promise<FileStat> {
    await this.note(uri);
    return this.files.stat(uri);
  }

  async read(uri: string, most: number): Promise<Uint8Array> {
    // Before it is read: of a change in between it is thought once too often that there was one.
    await this.note(uri);
    return this.files.read(uri, most);
  }

  /** Whether a file or folder is another one than when it was looked at. */
  async areStale(): Promise<boolean> {
    for (const [uri, state] of this.states) if ((await this.stateOf(uri)) !== state) return true;
    return false;
  }

  private async note(uri: string): Promise<void> {
    this.states.set(uri, await this.stateOf(uri));
  }

  private async stateOf(uri: string): Promise<string> {
    try {
      const { changed, size } = await this.files.stat(uri);
      return `${changed} ${size}`;
    } catch {
      return '';
    }
  }
}
