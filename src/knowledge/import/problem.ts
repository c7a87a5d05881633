/** Why a file, or a line of one, could not be taken. */
export type ProblemCode =
  /** Neither Markdown, CSV, JSON nor a zip of them, or JSON of another kind. */
  | 'unknown-format'
  /** The file could not be opened: `detail` says why. */
  | 'unreadable'
  | 'empty'
  /** No file of a folder fits the pattern of the setting. */
  | 'no-match'
  /** A path of the user's settings that does not say where it starts. */
  | 'relative'
  /** Markdown without a table that has a column of event names and one of meanings. */
  | 'no-table'
  /** CSV whose first line names no column of event names, or none of meanings. */
  | 'no-header'
  /** A quotation mark of CSV that nothing closes. */
  | 'open-quote'
  /** A row whose event name is empty. */
  | 'no-name'
  /** `detail` is no event name. */
  | 'bad-name'
  | 'no-meaning'
  /** The name has another meaning already, which stays. */
  | 'duplicate'
  /** No JSON: `detail` says what is wrong. */
  | 'bad-json'
  /** JSON, but not as the schema wants it: `detail` says where. */
  | 'bad-entry'
  /** Texts in another language than asked for. */
  | 'wrong-language'
  /** The document does not say whose events these are: they are taken for names of every product. */
  | 'no-service'
  | 'bad-zip'
  /** A part of a zip is encrypted or packed in a way that is not known. */
  | 'bad-packing'
  /** `detail` is the limit that was reached; the rest is not taken. */
  | 'too-large'
  | 'too-many';

/** What could not be taken, and where it stands. */
export interface ImportProblem {
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  readonly code: ProblemCode;
  readonly detail?: string;
}

/** Where something stands. */
export interface Origin {
  readonly file: string;
  readonly line?: number;
}
