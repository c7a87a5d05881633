import { constants } from 'node:buffer';
import { type Dirent, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { plain } from '../words/messages';
import { faultText } from '../platform/files';
import { gunzip } from '../platform/node/gunzip';
import { readRegularNow } from '../platform/node/regularFile';
import { type Decoded, decodeText } from '../sources/encoding';
import { MAX_UNZIPPED } from '../sources/limits';
import { byTime, isLogName } from '../sources/objects';
import { problemMessage, unpack } from '../sources/unpack';

/** The text of a file. */
export interface Content {
  readonly text: string;
  /** The file begins with a byte order mark. */
  readonly hasMark: boolean;
  /** Why the text is not all of the file's. */
  readonly problem?: string;
}

/** The text of a file that somebody has named, decompressed and decoded as its first bytes tell; `-` is the standard input. Throws where it cannot be read. */
export async function readLog(file: string): Promise<Content> {
  return contentOf(readFileSync(file === '-' ? 0 : file));
}

/** The text of a file that was found in a folder. Throws where it cannot be read, or is no regular file: nobody may ever write into a pipe. */
export async function readFound(file: string): Promise<Content> {
  return contentOf(readRegularNow(file, MAX_UNZIPPED, (fault, most) => faultText(fault, most, plain)));
}

async function contentOf(read: Uint8Array): Promise<Content> {
  const { bytes, problem } = await unpack(read, gunzip);
  const { text, hasMark } = textOf(bytes);
  return { text, hasMark, ...(problem === undefined ? {} : { problem: problemMessage(problem, bytes.length, plain) }) };
}

function textOf(bytes: Uint8Array): Decoded {
  try {
    return decodeText(bytes);
  } catch (error) {
    if (bytes.length <= constants.MAX_STRING_LENGTH) throw error;
    const most = constants.MAX_STRING_LENGTH >> 20;
    throw new Error(`the log has more than ${most} MB, which is more than this command can hold`, { cause: error });
  }
}

export function isFolder(file: string): boolean {
  return file !== '-' && statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The files below a folder that may be logs, in the order of the times in their names, as paths from the folder on. */
export function logsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => isLogName(entry.name) && !entry.isDirectory() && !(entry.isSymbolicLink() && isFolder(pathOf(entry))))
    .map((entry) => relative(folder, pathOf(entry)).split(sep).join('/'))
    .sort(byTime);
}

function pathOf({ parentPath, name }: Dirent): string {
  return join(parentPath, name);
}
