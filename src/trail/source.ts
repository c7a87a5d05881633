/** The files that a text is made of. */
export interface TextFiles {
  readonly names: readonly string[];
  /** The number of the file that a row is in. */
  of(row: number): number;
}

/** Where the text of a log is read from: a document, a string, a file in blocks. Offsets are UTF-16 units. */
export interface TextSource {
  readonly length: number;
  /** The whole text, where it is at hand as one string: it is then scanned as it is, without windows. */
  readonly whole?: string;
  /** Without it, the text is that of one file. */
  readonly files?: TextFiles | undefined;
  /** The text between two offsets. */
  read(start: number, end: number): string;
  /** The same with one unit a byte, where the text is UTF-8 and offsets count its bytes: faster, for looking for ASCII. */
  readonly readBytes?: ((start: number, end: number) => string) | undefined;
}

/** A text that is at hand as a whole. */
export class StringSource implements TextSource {
  constructor(readonly whole: string) {}

  get length(): number {
    return this.whole.length;
  }

  read(start: number, end: number): string {
    return this.whole.slice(start, end);
  }
}
