/** What there is at an address. Addresses are URIs as text. */
export interface FileStat {
  readonly size: number;
  /** ms since 1970. */
  readonly changed: number;
  readonly isFolder: boolean;
  /** Whether it is a regular file, behind links: no folder, pipe, device or socket. */
  readonly isFile: boolean;
}

export interface FolderEntry {
  readonly name: string;
  readonly uri: string;
  readonly isFolder: boolean;
}

/** A file that is open for reading any part of it. */
export interface Blocks {
  readonly size: number;
  /** When it was changed the last time before it was opened; ms since 1970. */
  readonly changed: number;
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

/**
 * Files wherever they are. Every call but `watch` fails with an error that says why. Only regular files are read, behind links: for anything else, and for
 * what has more than `most` bytes, that is a FileError.
 */
export interface Files {
  stat(uri: string): Promise<FileStat>;
  read(uri: string, most: number): Promise<Uint8Array>;
  /** Whether `readNow` can read a file. */
  readsNow(uri: string): boolean;
  /** The same as `read`, without waiting. */
  readNow(uri: string, most: number): Uint8Array;
  open(uri: string): Promise<Blocks>;
  list(uri: string): Promise<readonly FolderEntry[]>;
  /** `isSecret`: nobody but the user may read the file, where the file system knows of that. */
  create(uri: string, isSecret?: boolean): Promise<FileWriter>;
  /** Calls `changed` when the file was written, replaced or removed. */
  watch(uri: string, changed: () => void): { dispose(): void };
}

/** Why a file is not read although it is there: it is no regular file, or has more bytes than are taken. */
export type FileFault = 'irregular' | 'too-large';

export class FileError extends Error {
  constructor(
    readonly fault: FileFault,
    message: string,
  ) {
    super(message);
    this.name = 'FileError';
  }
}

/** Told by its name: the platform comes in a bundle of its own, with classes of its own. */
export function isFileError(error: unknown): error is FileError {
  return error instanceof Error && error.name === 'FileError';
}

/** Why a file is not read, as a text to translate and its arguments. */
export function faultText(fault: FileFault, most: number, t: (message: string, ...args: string[]) => string): string {
  switch (fault) {
    case 'irregular':
      return t('This is no regular file, but a folder, a pipe, a device or a socket.');
    case 'too-large':
      return t('The file has more than {0} MB, which is more than is read at once.', String(Math.floor(most / 1024 / 1024)));
  }
}

/** What is thought when an error is caught: its message. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
