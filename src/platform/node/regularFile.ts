import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { FileError, type FileFault } from '../files';

/** Says in words why a file is not read. */
export type FaultText = (fault: FileFault, most: number) => string;

/** A pipe that takes the place of a file after it was looked at does not stop the thread: it is opened without waiting, and refused then. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Opens a regular file, behind links; gives its descriptor. Fails for anything else: nobody may ever write into a pipe, and a device has no end. */
export function openRegular(path: string, said: FaultText): number {
  // Not opened before it is known what it is: that alone may do something to a device.
  demand(statSync(path), Infinity, said);
  const file = openSync(path, FLAGS);
  try {
    demand(fstatSync(file), Infinity, said);
    return file;
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** Reads a regular file of no more than `most` bytes, as it is when it is opened: what is added while it is read is not waited for. */
export async function readRegular(path: string, most: number, said: FaultText): Promise<Uint8Array> {
  demand(await stat(path), most, said);
  const file = await open(path, FLAGS);
  try {
    const found = await file.stat();
    demand(found, most, said);
    return await readBytes(file, found.size);
  } finally {
    await file.close();
  }
}

/** The same as `readRegular`, without waiting. */
export function readRegularNow(path: string, most: number, said: FaultText): Uint8Array {
  const file = openRegular(path, said);
  try {
    const found = fstatSync(file);
    demand(found, most, said);
    const bytes = Buffer.allocUnsafeSlow(found.size);
    let at = 0;
    for (let count = -1; count !== 0 && at < bytes.length; at += count) count = readSync(file, bytes, at, bytes.length - at, at);
    return bytes.subarray(0, at);
  } finally {
    closeSync(file);
  }
}

/** So many bytes, or fewer where the file has become shorter. */
async function readBytes(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(size);
  let at = 0;
  while (at < size) {
    const { bytesRead } = await file.read(bytes, at, size - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}

function demand(found: Stats, most: number, said: FaultText): void {
  if (!found.isFile()) throw new FileError('irregular', said('irregular', most));
  if (found.size > most) throw new FileError('too-large', said('too-large', most));
}
