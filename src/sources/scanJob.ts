import { type Blocks } from '../platform/files';
import { type BlockSource } from './blockSource';
import { type Part } from './parts';
import { type ScanOptions } from './scanParts';

/** A file that is being scanned. */
export interface ScanJob {
  readonly uri: string;
  readonly blocks: Blocks;
  readonly source: BlockSource;
  readonly options: ScanOptions;
  readonly signal: AbortSignal;
  readonly took: (part: Part) => void;
}
