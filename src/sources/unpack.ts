import { type Gunzip, type GzipProblem, isGzip } from '../platform/gunzip';
import { KEPT_OF_TOO_LARGE, MAX_UNZIPPED } from './limits';

/** The content of a file, decompressed where it was compressed. */
export interface Unpacked {
  readonly bytes: Uint8Array;
  readonly isCompressed: boolean;
  /** Why the content is not all of it. */
  readonly problem?: GzipProblem;
}

/** Decompresses a file's bytes where they are compressed: the bytes tell it, not the name. */
export async function unpack(bytes: Uint8Array, gunzip: Gunzip, most = MAX_UNZIPPED): Promise<Unpacked> {
  if (!isGzip(bytes)) return { bytes, isCompressed: false };
  const result = await gunzip(bytes, { most, kept: Math.min(most, KEPT_OF_TOO_LARGE) });
  return { ...result, isCompressed: true };
}

const MB = 1024 * 1024;

/** What is said of a problem, as a text to translate and its arguments. */
export function problemMessage(
  problem: GzipProblem,
  t: (message: string, ...args: string[]) => string,
  most = MAX_UNZIPPED,
): string {
  switch (problem) {
    case 'truncated':
      return t('The compressed file is cut off: what could be read of it is shown.');
    case 'damaged':
      return t('The compressed file is damaged: what could be read of it is shown.');
    case 'too-large':
      return t(
        'The file grows beyond {0} MB when it is decompressed (the limit MAX_UNZIPPED): only its beginning is shown.',
        String(Math.round(most / MB)),
      );
  }
}
