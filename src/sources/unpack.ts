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

/** What is said of a problem, as a text to translate and its arguments; `length` is how much could be read, in bytes. */
export function problemMessage(
  problem: GzipProblem,
  length: number,
  t: (message: string, ...args: string[]) => string,
  number: (value: number) => string = String,
): string {
  switch (problem) {
    case 'truncated':
      return t('The compressed file is cut off: only the first {0} bytes of its content could be read.', number(length));
    case 'damaged':
      return t('The compressed file is damaged: only the first {0} bytes of its content could be read.', number(length));
    case 'too-large':
      return t(
        'The file grows beyond {0} MB when it is decompressed (the limit MAX_UNZIPPED): only its first {1} bytes are shown.',
        number(MAX_UNZIPPED / MB),
        number(length),
      );
  }
}
