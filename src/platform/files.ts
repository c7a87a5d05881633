/** What there is at an address. Addresses are URIs as text. */
export interface FileStat {
  readonly size: number;
  /** ms since 1970. */
  readonly changed: number;
  readonly isFolder: boolean;
}

export interface FolderEntry {
  readonly name: string;
  readonly uri: string;
  readonly isFolder: boolean;
}

/** A file that is open for reading any part of it. */
export interface Blocks {
  readonly size: number;
  /** The bytes between two offsets; they are overwritten by the next call. */
  read(start: number, end: number): Uint8Array;
  /** The same as a string, one unit a byte. */
  readLatin1(start: number, end: number): string;
  dispose(): void;
}

/** A file that is written piece by piece. Nobody sees anything of it before it is whole. */
export interface FileWriter {
  write(bytes: Uint8Array): Promise<void>;
  /** Puts the file in its place; one that was there before is replaced. */
  close(): Promise<void>;
  /** Leaves nothing behind; never fails. */
  discard(): Promise<void>;
}

/** Files wherever they are. Every call but `watch` fails with an error that says why. */
export interface Files {
  stat(uri: string): Promise<FileStat>;
  read(uri: string): Promise<Uint8Array>;
  /** Whether `readNow` can read a file. */
  readsNow(uri: string): boolean;
  /** The same as `read`, without waiting. */
  readNow(uri: string): Uint8Array;
  open(uri: string): Promise<Blocks>;
  list(uri: string): Promise<readonly FolderEntry[]>;
  create(uri: string): Promise<FileWriter>;
  /** Calls `changed` when the file was written, replaced or removed. */
  watch(uri: string, changed: () => void): { dispose(): void };
}

/** What is thought when an error is caught: its message. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
