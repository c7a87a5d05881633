import { open, rename, rm } from 'node:fs/promises';
import { type FileWriter } from '../files';

/** Read and written by its user only. */
const SECRET = 0o600;
const USUAL = 0o666;

/** Writes a file beside its place, and renames it when it is whole. */
export async function createFile(path: string, isSecret = false): Promise<FileWriter> {
  const part = `${path}.${Date.now().toString(36)}.part`;
  const file = await open(part, 'wx', isSecret ? SECRET : USUAL);
  const discard = async (): Promise<void> => {
    await file.close().catch(() => undefined);
    await rm(part, { force: true }).catch(() => undefined);
  };
  return {
    write: async (bytes) => {
      for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at)).bytesWritten;
    },
    close: async () => {
      try {
        await file.sync();
        await file.close();
        await rename(part, path);
      } catch (error) {
        await discard();
        throw error;
      }
    },
    discard,
  };
}
