import { type Trail } from './trail';

/** A log that is read: its records and columns, and the text of each record, wherever that is kept. */
export interface Log {
  readonly trail: Trail;
  /** The text of a row's record; fails with the reason where it cannot be read any more. */
  recordText(row: number): string;
}
