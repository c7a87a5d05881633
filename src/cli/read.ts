import { constants } from 'node:buffer';
import { closeSync, type Dirent, openSync, readFileSync, readdirSync, readSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { plain } from '../words/messages';
import { faultText } from '../platform/files';
import { gunzip } from '../platform/node/gunzip';
import { readRegularNow } from '../platform/node/regularFile';
import { type Decoded, decodeText } from '../sources/encoding';
import { MAX_PACKED, MAX_UNZIPPED } from '../sources/limits';
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
  return contentOf(file === '-' ? readFileSync(0) : readNamed(file));
}

/** A pipe may be named as well; what has no end, such as a device, is read up to what this command can hold. */
function readNamed(file: string): Uint8Array {
  if (statSync(file).isFile()) return readFileSync(file);
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.allocUnsafeSlow(CHUNK);
    const chunks: Uint8Array[] = [];
    for (let length = 0; ;) {
      const count = readSync(descriptor, buffer);
      if (count === 0) return Buffer.concat(chunks);
      chunks.push(Uint8Array.from(buffer.subarray(0, count)));
      length += count;
      if (length > MAX_PACKED) throw new Error(`it has more than ${MAX_PACKED >> 20} MB, or no end`);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Bytes that are read at once of what is no regular file. */
const CHUNK = 1 << 20;

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
