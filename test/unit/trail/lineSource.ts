import { type TextSource } from '../../../src/trail/source';

/** A text as the editor's documents hold it: line by line, joined whenever it is read; a place inside a line end is the place before it. */
export class LineSource implements TextSource {
  readonly length: number;
  /** How many units have been read. */
  units = 0;
  private readonly lines: readonly string[];
  private readonly eol: string;
  /** Where each line starts. */
  private readonly starts: Float64Array;

  constructor(text: string) {
    this.length = text.length;
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
    this.lines = text.split(this.eol);
    this.starts = new Float64Array(this.lines.length);
    for (let line = 1; line < this.lines.length; line++)
      this.starts[line] = (this.starts[line - 1] ?? 0) + (this.lines[line - 1] ?? '').length + this.eol.length;
  }

  read(start: number, end: number): string {
    this.units += end - start;
    const [first, from] = this.placeOf(start);
    const [last, to] = this.placeOf(end);
    if (first === last) return (this.lines[first] ?? '').slice(from, to);
    const parts = [(this.lines[first] ?? '').slice(from)];
    for (let line = first + 1; line < last; line++) parts.push(this.lines[line] ?? '');
    parts.push((this.lines[last] ?? '').slice(0, to));
    return parts.join(this.eol);
  }

  private placeOf(offset: number): readonly [line: number, column: number] {
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return [low, Math.min(offset - (this.starts[low] ?? 0), (this.lines[low] ?? '').length)];
  }
}
