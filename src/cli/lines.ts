import { lastWhere } from '../escapes/bisect';

/** The lines of a text: where an offset stands, counted from 1, columns in UTF-16 units. Line ends are those of editors: LF, CR LF, CR. */
export class LineStarts {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    const end = /\r\n?|\n/g;
    while (end.exec(text) !== null) this.starts.push(end.lastIndex);
  }

  at(offset: number): { readonly line: number; readonly column: number } {
    const line = lastWhere(this.starts.length, (index) => (this.starts[index] as number) <= offset);
    return { line: line + 1, column: offset - (this.starts[line] as number) + 1 };
  }
}
