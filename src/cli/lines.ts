/** The lines of a text: where an offset stands, counted from 1, columns in UTF-16 units. Line ends are those of editors: LF, CR LF, CR. */
export class LineStarts {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    const end = /\r\n?|\n/g;
    while (end.exec(text) !== null) this.starts.push(end.lastIndex);
  }

  at(offset: number): { readonly line: number; readonly column: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] as number) + 1 };
  }
}
