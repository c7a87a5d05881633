/**
 * What to know of a query that differs from its filter. Without one of `text-words`, `exact-case` and `text-escapes` a query finds at least the events
 * that the filter finds.
 */
export type QueryNoteCode =
  /** A condition that cannot be said there: it is left out, and the query finds more. */
  | 'left-out'
  /** Times are compared by the second. */
  | 'seconds'
  /** Text is found by whole words. */
  | 'text-words'
  /** Text is searched as it is written, escapes and all. */
  | 'text-escapes'
  /** The search looks for these values as they are written here, upper and lower case. */
  | 'exact-case'
  /** The time range of the console must be chosen as well. */
  | 'sls-range'
  | 'sls-limit'
  /** SQL cuts long values; the search alone does not. */
  | 'sls-cut'
  | 'maxcompute-names'
  | 'duckdb-folder'
  | 'cli-region'
  | 'cli-pages'
  /** Not every pair of attributes is taken. */
  | 'cli-pairs'
  | 'cli-days'
  | 'cli-shell';

/** A note; `left-out` says by places in the filter which condition. */
export interface QueryNote {
  readonly code: QueryNoteCode;
  readonly start?: number;
  readonly end?: number;
}

export interface Query {
  readonly text: string;
  readonly notes: readonly QueryNote[];
}
