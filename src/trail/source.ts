/** Where the text of a log is read from: a document, a string, a file in blocks. Offsets are UTF-16 units. */
export interface TextSource {
  readonly length: number;
  /** The text between two offsets. */
  read(start: number, end: number): string;
}

/** A text that is at hand as a whole. */
export class StringSource implements TextSource {
  constructor(private readonly text: string) {}

  get length(): number {
    return this.text.length;
  }

  read(start: number, end: number): string {
    return start === 0 && end >= this.text.length ? this.text : this.text.slice(start, end);
  }
}
