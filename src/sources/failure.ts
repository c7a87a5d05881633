import { type FileFault } from '../platform/files';
import { type GzipProblem } from '../platform/gunzip';

/** Why a file of a folder is not read although it could be. */
export type Refusal = FileFault | 'no-memory' | 'no-trail';

/** Why an object was not read, or not to its end: a text of the system, or one to translate and its arguments. */
export type FailureReason = string | { readonly gzip: GzipProblem; readonly length: number } | { readonly refused: Refusal };

/** An object of a folder that was not read, or not to its end, and why. */
export interface Failure {
  readonly name: string;
  readonly reason: FailureReason;
}
